package dev.sdpoint.app.chart;

import dev.sdpoint.app.chart.CostErrorData.Labelled;
import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.evaluation.Sweep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.jfree.data.Range;

/** What part of the plane a cost–error chart shows. */
final class PlotRange {
    private static final double MARGIN = 0.06;
    private static final double SMALLEST_SPAN = 2;
    private static final int TRAIL_IN_SIGHT = 2;

    private PlotRange() {}

    /** All instances, with some air; on a logarithmic axis the air is a factor. */
    static Optional<Range> cost(CostErrorData data, CostUnit unit, boolean log) {
        double[] costs = sweeps(data).stream()
                .flatMap(s -> s.scores().stream())
                .mapToDouble(unit::of)
                .toArray();
        if (costs.length == 0) {
            return Optional.empty();
        }
        double low = DoubleStream.of(costs).min().orElseThrow();
        double high = DoubleStream.of(costs).max().orElseThrow();
        if (log) {
            double factor = Math.max(1.02, Math.pow(high / low, MARGIN));
            return Optional.of(new Range(low / factor, high * factor));
        }
        double air = Math.max((high - low) * MARGIN, high * 0.02);
        return Optional.of(new Range(Math.max(0, low - air), high + air));
    }

    /**
     * Errors in per cent: the newest evaluation with its intervals, the reference, and as much of the trail as is recent; the
     * first epochs would press everything else flat.
     */
    static Optional<Range> error(CostErrorData data) {
        List<Double> values = new ArrayList<>();
        for (Sweep sweep : sweeps(data)) {
            for (InstanceScore score : sweep.scores()) {
                double margin = sweep.errorMargin(score.top1Error());
                values.add(100 * (score.top1Error() - margin));
                values.add(100 * (score.top1Error() + margin));
            }
        }
        if (values.isEmpty()) {
            return Optional.empty();
        }
        int trail = data.trail().size();
        data.trail().subList(Math.max(0, trail - TRAIL_IN_SIGHT), trail).stream()
                .flatMap(e -> e.sweep().curve().stream())
                .forEach(s -> values.add(100 * s.top1Error()));
        double low = values.stream().mapToDouble(v -> v).min().orElseThrow();
        double high = values.stream().mapToDouble(v -> v).max().orElseThrow();
        double air = Math.max((high - low) * MARGIN, (SMALLEST_SPAN - (high - low)) / 2);
        return Optional.of(new Range(Math.max(0, low - air), Math.min(100, high + air)));
    }

    private static List<Sweep> sweeps(CostErrorData data) {
        List<Sweep> all = new ArrayList<>();
        data.latest().map(Labelled::sweep).ifPresent(all::add);
        data.reference().map(Labelled::sweep).ifPresent(all::add);
        return all;
    }
}
