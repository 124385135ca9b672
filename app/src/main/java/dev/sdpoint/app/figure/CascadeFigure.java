package dev.sdpoint.app.figure;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.study.CascadeStudy;
import dev.sdpoint.engine.study.CostPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Fixed instance, confidence cascade and oracle on one axis; a panel per model. */
public final class CascadeFigure {
    private static final Texts TEXTS = Texts.of(CascadeFigure.class);

    /** Cascades that cost much more than the full network are of no use, and would squeeze the rest. */
    private static final double DEAREST = 1.15;

    private CascadeFigure() {}

    /** @param subtitle on what data */
    public static Figure of(List<Named<CascadeStudy>> studies, String subtitle) {
        return new Figure(
                TEXTS.get("cascade.title"),
                subtitle,
                studies.stream()
                        .map(s -> panel(studies.size() == 1 ? "" : s.name(), s.value()))
                        .toList(),
                TEXTS.get("cascade.note"));
    }

    private static Panel panel(String heading, CascadeStudy study) {
        List<Series.Mark> offered = fixed(study.fixed().stream().filter(CascadeStudy.Fixed::offered));
        List<Series.Mark> beaten = fixed(study.fixed().stream().filter(f -> !f.offered()));
        List<Series> series = new ArrayList<>();
        series.add(new Series(
                TEXTS.get("cascade.oracle"), Series.Style.DASHED_LINE, Ink.GREEN, marks(study.oracle().stream())));
        series.add(new Series(TEXTS.get("cascade.chain"), Series.Style.LINE, Ink.PURPLE, steps(study.chain())));
        series.add(new Series(TEXTS.get("cascade.pairs"), Series.Style.LINE, Ink.VERMILION, steps(study.pairs())));
        series.add(new Series("", Series.Style.FADED_POINTS, Ink.COST, beaten));
        series.add(new Series(TEXTS.get("cascade.fixed"), Series.Style.LINE_AND_POINTS, Ink.COST, offered));
        return new Panel.Lines(heading, CurveSeries.cost(), CurveSeries.top1(), series);
    }

    private static List<Series.Mark> fixed(Stream<CascadeStudy.Fixed> instances) {
        return instances.map(f -> mark(f.reported()).of(f.instance())).toList();
    }

    private static List<Series.Mark> steps(List<CascadeStudy.Step> steps) {
        return marks(steps.stream()
                .map(CascadeStudy.Step::reported)
                .filter(p -> p.relativeCost() <= DEAREST)
                .distinct());
    }

    private static List<Series.Mark> marks(Stream<CostPoint> points) {
        return points.map(CascadeFigure::mark).toList();
    }

    private static Series.Mark mark(CostPoint p) {
        return new Series.Mark(p.flops() / 1e9, 100 * p.error(), 0, p.relativeCost(), "");
    }
}
