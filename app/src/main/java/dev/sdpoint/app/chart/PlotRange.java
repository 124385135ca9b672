package dev.sdpoint.app.chart;

import dev.sdpoint.app.chart.PlottedSweep.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jfree.data.Range;

/** What part of the plane a cost–error chart shows when nobody has zoomed. */
final class PlotRange {
    private static final double MARGIN = 0.06;
    private static final double SMALLEST_SPAN = 2;
    private static final int TRAIL_IN_SIGHT = 2;

    private PlotRange() {}

    /** All instances and published results, with some air; on a logarithmic axis the air is a factor. */
    static Optional<Range> cost(CostErrorView view) {
        double[] costs = DoubleStream.concat(
                        sweeps(view).flatMap(s -> s.spots().stream()).mapToDouble(Spot::x),
                        view.literature().stream()
                                .mapToDouble(p -> p.on(view.unit()).orElseThrow()))
                .toArray();
        if (costs.length == 0) {
            return Optional.empty();
        }
        double low = DoubleStream.of(costs).min().orElseThrow();
        double high = DoubleStream.of(costs).max().orElseThrow();
        if (view.logarithmic()) {
            double factor = Math.max(1.02, Math.pow(high / low, MARGIN));
            return Optional.of(new Range(low / factor, high * factor));
        }
        double air = Math.max((high - low) * MARGIN, high * 0.02);
        return Optional.of(new Range(Math.max(0, low - air), high + air));
    }

    /**
     * Errors in per cent: the newest evaluation with its intervals, references, published results, and as much of the trail as is recent;
     * the first epochs would press everything else flat.
     */
    static Optional<Range> error(CostErrorView view) {
        List<Double> values = new ArrayList<>();
        sweeps(view).flatMap(s -> s.spots().stream()).forEach(spot -> {
            values.add(spot.low());
            values.add(spot.high());
        });
        view.literature().forEach(point -> values.add(point.errorPercent()));
        if (values.isEmpty()) {
            return Optional.empty();
        }
        int trail = view.trail().size();
        view.trail().subList(Math.max(0, trail - TRAIL_IN_SIGHT), trail).stream()
                .flatMap(e -> e.curve().stream())
                .forEach(spot -> values.add(spot.error()));
        double low = values.stream().mapToDouble(v -> v).min().orElseThrow();
        double high = values.stream().mapToDouble(v -> v).max().orElseThrow();
        double air = Math.max((high - low) * MARGIN, (SMALLEST_SPAN - (high - low)) / 2);
        return Optional.of(new Range(Math.max(0, low - air), Math.min(100, high + air)));
    }

    private static Stream<PlottedSweep> sweeps(CostErrorView view) {
        return Stream.concat(view.latest().stream(), view.references().stream().map(CostErrorView.Reference::plotted));
    }
}
