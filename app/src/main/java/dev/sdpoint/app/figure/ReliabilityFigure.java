package dev.sdpoint.app.figure;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.cost.InstanceCost;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.study.Reliability;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How far confidence is from accuracy: over the cost of instances, and bin by bin for the cheapest and the full one. */
public final class ReliabilityFigure {
    private static final Texts TEXTS = Texts.of(ReliabilityFigure.class);

    /** Bins of fewer images say little. */
    private static final int FEWEST = 10;

    private ReliabilityFigure() {}

    /** An instance's reliability and its cost. */
    public record Costed(Reliability reliability, InstanceCost cost) {}

    /**
     * @param models of each model all instances
     * @param subtitle on what data
     */
    public static Figure of(List<Named<List<Costed>>> models, String subtitle) {
        List<Series> errors = new ArrayList<>();
        for (int i = 0; i < models.size(); i++) {
            Ink ink = models.size() == 1 ? Ink.COST : Ink.series(i);
            String name = models.size() == 1 ? "" : models.get(i).name();
            List<Series.Mark> marks = models.get(i).value().stream()
                    .sorted(Comparator.comparingLong(c -> c.cost().flops()))
                    .map(c -> new Series.Mark(
                            c.cost().flops() / 1e9,
                            100 * c.reliability().error(),
                            0,
                            c.cost().relativeCost(),
                            "",
                            Optional.of(c.cost().instance())))
                    .toList();
            errors.add(new Series(name, Series.Style.POINTS, ink, marks));
        }
        return new Figure(
                TEXTS.get("reliability.title"),
                subtitle,
                List.of(
                        new Panel.Lines(
                                TEXTS.get("reliability.errors"),
                                CurveSeries.cost(),
                                Axis.percent(TEXTS.get("reliability.axis.error"))
                                        .within(0, Double.NaN),
                                errors),
                        diagram(models)),
                TEXTS.get("reliability.note", Reliability.BINS, FEWEST));
    }

    private static Panel diagram(List<Named<List<Costed>>> models) {
        List<Series> series = new ArrayList<>();
        series.add(new Series(
                TEXTS.get("reliability.equal"),
                Series.Style.DASHED_LINE,
                Ink.GREY,
                List.of(Series.Mark.of(0, 0), Series.Mark.of(100, 100))));
        if (models.size() == 1) {
            List<Costed> all = models.get(0).value();
            Costed cheapest = all.stream()
                    .min(Comparator.comparingLong(c -> c.cost().flops()))
                    .orElseThrow();
            series.add(bins(cheapest.cost().instance().label(), Ink.VERMILION, cheapest.reliability()));
        }
        for (int i = 0; i < models.size(); i++) {
            Ink ink = Ink.series(i);
            String name =
                    models.size() == 1 ? Instance.FULL.label() : models.get(i).name();
            models.get(i).value().stream()
                    .filter(c -> c.cost().instance().equals(Instance.FULL))
                    .forEach(c -> series.add(bins(name, ink, c.reliability())));
        }
        String heading = TEXTS.get(models.size() == 1 ? "reliability.bins" : "reliability.bins-of-full");
        return new Panel.Lines(
                heading,
                Axis.percent(TEXTS.get("reliability.axis.confidence")).within(0, 100),
                Axis.percent(TEXTS.get("reliability.axis.accuracy")).within(0, 100),
                series);
    }

    private static Series bins(String name, Ink ink, Reliability reliability) {
        return new Series(
                name,
                Series.Style.LINE_AND_POINTS,
                ink,
                reliability.bins().stream()
                        .filter(b -> b.images() >= FEWEST)
                        .map(b -> Series.Mark.of(100 * b.confidence(), 100 * b.accuracy()))
                        .toList());
    }
}
