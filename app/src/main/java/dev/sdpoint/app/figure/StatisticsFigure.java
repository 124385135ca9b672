package dev.sdpoint.app.figure;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.evaluation.StatisticsChoice;
import dev.sdpoint.engine.evaluation.Sweep;
import dev.sdpoint.engine.study.StatisticsComparison;
import java.util.ArrayList;
import java.util.List;

/** The same weights with instance-specific, uniform and uncalibrated statistics; a panel per model. */
public final class StatisticsFigure {
    private static final Texts TEXTS = Texts.of(StatisticsFigure.class);

    private StatisticsFigure() {}

    /** @param subtitle on what data */
    public static Figure of(List<Named<StatisticsComparison>> models, String subtitle) {
        return new Figure(
                TEXTS.get("statistics.title"),
                subtitle,
                models.stream()
                        .map(m -> panel(models.size() == 1 ? "" : m.name(), m.value()))
                        .toList(),
                TEXTS.get("statistics.note"));
    }

    private static Panel panel(String heading, StatisticsComparison comparison) {
        List<Series> series = new ArrayList<>();
        series.add(series(TEXTS.get("statistics.none"), Ink.GREEN, comparison.sweep(StatisticsChoice.NONE)));
        series.add(series(TEXTS.get("statistics.uniform"), Ink.VERMILION, comparison.sweep(StatisticsChoice.UNIFORM)));
        series.add(series(TEXTS.get("statistics.instance"), Ink.BLUE, comparison.sweep(StatisticsChoice.INSTANCE)));
        return new Panel.Lines(heading, CurveSeries.cost(), errors(series), series);
    }

    /** Logarithmic where some errors are many times others, as without calibration. */
    private static Axis errors(List<Series> series) {
        double most = series.stream()
                .flatMap(s -> s.marks().stream())
                .mapToDouble(Series.Mark::y)
                .max()
                .orElse(1);
        double least = series.stream()
                .flatMap(s -> s.marks().stream())
                .mapToDouble(Series.Mark::y)
                .min()
                .orElse(1);
        return least > 0 && most > 4 * least
                ? Axis.logarithmic(TEXTS.get("axis.top1-error-percent"))
                : CurveSeries.top1();
    }

    private static Series series(String name, Ink ink, Sweep sweep) {
        return new Series(
                name,
                Series.Style.POINTS,
                ink,
                sweep.byCost().stream().map(s -> CurveSeries.mark(s, sweep)).toList());
    }
}
