package dev.sdpoint.app.figure;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.evaluation.Sweep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cost–error curves as series over {@link #cost} and an error in per cent. */
public final class CurveSeries {
    private static final Texts TEXTS = Texts.of(CurveSeries.class);

    private CurveSeries() {}

    /** Axis of absolute costs. */
    public static Axis cost() {
        return Axis.linear(TEXTS.get("axis.cost"));
    }

    /** Axis of top-1 errors. */
    public static Axis top1() {
        return Axis.percent(TEXTS.get("axis.top1-error"));
    }

    /**
     * The curve of a sweep, drawn strong with 95 % intervals, and its dominated instances, faded. A sweep of one instance is one
     * point.
     *
     * @param name in the legend
     */
    public static List<Series> of(String name, Sweep sweep, Ink ink) {
        return of(name, sweep, ink, Series.Style.LINE_AND_POINTS);
    }

    /** @param style of the line with its points */
    public static List<Series> of(String name, Sweep sweep, Ink ink, Series.Style style) {
        List<Series.Mark> curve =
                sweep.curve().stream().map(s -> mark(s, sweep)).toList();
        List<Series.Mark> dominated = sweep.byCost().stream()
                .filter(sweep::dominated)
                .map(s -> mark(s, sweep))
                .map(m -> new Series.Mark(m.x(), m.y(), 0, m.relativeCost(), "", m.instance()))
                .toList();
        List<Series> all = new ArrayList<>();
        if (!dominated.isEmpty()) {
            all.add(new Series("", Series.Style.FADED_POINTS, ink, dominated));
        }
        all.add(new Series(name, curve.size() == 1 ? Series.Style.POINTS : style, ink, curve));
        return all;
    }

    /** Where an instance lies. */
    public static Series.Mark mark(InstanceScore score, Sweep sweep) {
        return new Series.Mark(
                score.flops() / 1e9,
                100 * score.top1Error(),
                100 * sweep.errorMargin(score.top1Error()),
                score.relativeCost(),
                "",
                Optional.of(score.instance()));
    }
}
