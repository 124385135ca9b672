package dev.sdpoint.app.chart;

import dev.sdpoint.app.figure.Axis;
import dev.sdpoint.app.figure.Figure;
import dev.sdpoint.app.figure.Ink;
import dev.sdpoint.app.figure.Panel;
import dev.sdpoint.app.figure.Series;
import dev.sdpoint.app.figure.Series.Mark;
import dev.sdpoint.app.figure.Series.Style;
import dev.sdpoint.app.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jfree.data.Range;

/** The cost–error chart as a figure for papers: what the screen shows, on paper. */
final class CostErrorFigure {
    private static final Texts TEXTS = Texts.of(CostErrorFigure.class);

    private CostErrorFigure() {}

    /**
     * Draws a view.
     *
     * @param part what is zoomed into: costs on the axis and errors in per cent; the whole if empty
     */
    static Figure of(CostErrorView view, Optional<Part> part) {
        List<Series> series = new ArrayList<>();
        trail(view, series);
        view.references()
                .forEach(reference -> series.add(line(
                        reference.plotted().label(),
                        Style.DASHED_LINE_AND_POINTS,
                        ReferenceInk.of(reference.position()),
                        reference.plotted())));
        view.latest().ifPresent(latest -> series.add(line(latest.label(), Style.LINE, Ink.BLUE, latest)));
        view.front().ifPresent(front -> instances(front, series));
        if (!view.literature().isEmpty()) {
            List<Mark> marks = view.literature().stream()
                    .map(p -> new Mark(p.on(view.unit()).orElseThrow(), p.errorPercent(), 0, 1, p.label()))
                    .toList();
            series.add(new Series(TEXTS.get("figure.published"), Style.POINTS, Ink.BLACK, marks));
        }
        Axis cost = view.logarithmic()
                ? Axis.logarithmic(view.unit().axisLabel())
                : Axis.linear(view.unit().axisLabel());
        Axis error = Axis.percent(TEXTS.get("axis.error"));
        if (part.isPresent()) {
            cost = within(cost, part.get().costs());
            error = within(error, part.get().errors());
        }
        return new Figure(
                TEXTS.get("figure.title"),
                subtitle(view),
                List.of(new Panel.Lines("", cost, error, series)),
                note(view));
    }

    /** A part of the plane. */
    record Part(Range costs, Range errors) {}

    private static void trail(CostErrorView view, List<Series> series) {
        int count = view.trail().size();
        for (int i = 0; i < count; i++) {
            PlottedSweep earlier = view.trail().get(i);
            boolean newest = i == count - 1;
            series.add(new Series(
                    newest ? TEXTS.get("figure.earlier") : "",
                    Style.LINE,
                    Ink.BLUE,
                    marks(earlier.curve(), false),
                    CostErrorPlot.strength(count - i)));
        }
    }

    private static Series line(String name, Style style, Ink ink, PlottedSweep plotted) {
        return new Series(name, style, ink, marks(plotted.curve(), false));
    }

    private static void instances(PlottedSweep front, List<Series> series) {
        List<PlottedSweep.Spot> dominated =
                front.spots().stream().filter(PlottedSweep.Spot::dominated).toList();
        if (!dominated.isEmpty()) {
            series.add(new Series("", Style.FADED_POINTS, Ink.COST, marks(dominated, true)));
        }
        series.add(new Series("", Style.POINTS, Ink.COST, marks(front.curve(), true)));
    }

    private static List<Mark> marks(List<PlottedSweep.Spot> spots, boolean bars) {
        return spots.stream()
                .map(s -> new Mark(
                        s.x(), s.error(), bars ? s.margin() : 0, s.score().relativeCost(), ""))
                .toList();
    }

    private static Axis within(Axis axis, Range range) {
        return axis.within(range.getLowerBound(), range.getUpperBound());
    }

    private static String subtitle(CostErrorView view) {
        return view.front()
                .map(front -> TEXTS.get(
                        "figure.subtitle",
                        front.label(),
                        front.spots().size(),
                        front.sweep().images()))
                .orElse("");
    }

    private static String note(CostErrorView view) {
        return TEXTS.get(view.unit() == CostUnit.MILLIS ? "figure.note.times" : "figure.note");
    }
}
