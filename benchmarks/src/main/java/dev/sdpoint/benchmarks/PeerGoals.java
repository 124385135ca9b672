package dev.sdpoint.benchmarks;

import dev.sdpoint.engine.network.NetworkSpec;
import dev.sdpoint.engine.network.WideResNet;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.measurement.Finding;
import dev.sdpoint.measurement.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What is demanded of a network's times. Of Wide ResNets: training at libtorch's pace, with a fifth more for width 1; from width
 * 2 on inference at its pace, and times that follow FLOPs. Of other networks nothing.
 */
final class PeerGoals {
    private static final double PACE = 1;
    private static final double NARROW_TRAINING = 1.2;
    private static final double EXCESS = 0.08;

    private final NetworkSpec spec;

    PeerGoals(NetworkSpec spec) {
        this.spec = spec;
    }

    /**
     * How an instance did.
     *
     * @param relativeCost its FLOPs over those of full resolution
     * @param relativeTime our time over that of full resolution
     * @param toLibtorch our time over that of the faster libtorch
     * @param toOnnx our time over ONNX Runtime's; empty in training
     */
    record Row(Instance instance, double relativeCost, double relativeTime, double toLibtorch, OptionalDouble toOnnx) {
        /** How much longer it takes than its FLOPs say, in parts of the time of full resolution. */
        double excess() {
            return relativeTime - relativeCost;
        }
    }

    /**
     * Findings of one kind of pass; of several instances the worst counts.
     *
     * @param what kind of pass, such as "training step, batch 64"
     * @param rows full resolution first
     */
    List<Finding> findings(String what, boolean training, List<Row> rows) {
        String title = what + ", " + spec.name();
        List<Finding> findings = new ArrayList<>();
        Row full = rows.get(0);
        OptionalDouble limit = limit(training);
        findings.add(finding(title + ": libtorch, full resolution", limit, full.toLibtorch()));
        full.toOnnx()
                .ifPresent(ratio ->
                        findings.add(Finding.reported(title + ": ONNX Runtime, full resolution", Table.times(ratio))));
        List<Row> others = rows.subList(1, rows.size());
        worst(others, Comparator.comparingDouble(Row::toLibtorch), row -> {
            String where = ": libtorch, worst of " + others.size() + " instances ("
                    + row.instance().label() + ")";
            findings.add(finding(title + where, limit, row.toLibtorch()));
        });
        worst(others, Comparator.comparingDouble(Row::excess), row -> {
            String goal =
                    title + ": time − FLOPs, worst instance (" + row.instance().label() + ")";
            findings.add(
                    width() >= 2
                            ? Finding.atMost(goal, EXCESS, row.excess(), PeerGoals::signed)
                            : Finding.reported(goal, signed(row.excess())));
        });
        return findings;
    }

    private interface Use {
        void of(Row row);
    }

    private static void worst(List<Row> rows, Comparator<Row> order, Use use) {
        rows.stream().max(order).ifPresent(use::of);
    }

    private static Finding finding(String goal, OptionalDouble limit, double ratio) {
        return limit.isPresent()
                ? Finding.atMost(goal, limit.getAsDouble(), ratio, Table::times)
                : Finding.reported(goal, Table.times(ratio));
    }

    private OptionalDouble limit(boolean training) {
        if (width() >= 2) {
            return OptionalDouble.of(PACE);
        }
        return training && width() == 1 ? OptionalDouble.of(NARROW_TRAINING) : OptionalDouble.empty();
    }

    /** Of a Wide ResNet; of others 0. */
    private int width() {
        return spec instanceof WideResNet wide ? wide.width() : 0;
    }

    private static String signed(double share) {
        return String.format(Locale.ROOT, "%.3f", share);
    }
}
