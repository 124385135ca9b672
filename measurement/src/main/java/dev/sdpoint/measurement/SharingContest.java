package dev.sdpoint.measurement;

import dev.sdpoint.engine.cost.CostModel;
import dev.sdpoint.engine.evaluation.ChannelStatistics;
import dev.sdpoint.engine.evaluation.ExecutableNetwork;
import dev.sdpoint.engine.evaluation.StatisticsBank;
import dev.sdpoint.engine.network.NetworkPlan;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All instances together, as the program runs them, against the official procedure (method §5): one instance after another, each
 * with passes of its own over the same batches. Every batch is of normalised floats {@code [image][row][column][channel]}.
 */
final class SharingContest {
    private final ExecutableNetwork network;
    private final List<Instance> instances;
    private final StatisticsBank bank;
    private final List<float[]> calibration;
    private final List<float[]> evaluation;

    /**
     * @param calibration batches whose statistics are found under every instance
     * @param evaluation batches that are classified under every instance
     */
    SharingContest(
            ExecutableNetwork network,
            List<Instance> instances,
            StatisticsBank bank,
            List<float[]> calibration,
            List<float[]> evaluation) {
        this.network = network;
        this.instances = List.copyOf(instances);
        this.bank = bank;
        this.calibration = List.copyOf(calibration);
        this.evaluation = List.copyOf(evaluation);
    }

    /** Everything that one way found. */
    static final class Results {
        private final Map<String, float[]> found = new TreeMap<>();
        private final CostModel costs;
        private long flops;

        private Results(NetworkPlan plan) {
            costs = new CostModel(plan);
        }

        private void add(String what, int batch, Instance instance, float[]... values) {
            flops += costs.cost(instance).flops();
            for (int i = 0; i < values.length; i++) {
                found.put(what + " " + batch + " " + instance + " " + i, values[i]);
            }
        }

        private void addStatistics(int batch, Instance instance, Map<String, ChannelStatistics> layers) {
            Map<String, ChannelStatistics> sorted = new TreeMap<>(layers);
            add(
                    "statistics",
                    batch,
                    instance,
                    sorted.values().stream()
                            .flatMap(layer -> List.of(layer.mean(), layer.variance()).stream())
                            .toArray(float[][]::new));
        }

        /** One after another in an order that does not depend on that of the instances. */
        float[] values() {
            float[] all =
                    new float[found.values().stream().mapToInt(v -> v.length).sum()];
            int at = 0;
            for (float[] values : found.values()) {
                System.arraycopy(values, 0, all, at, values.length);
                at += values.length;
            }
            return all;
        }

        /** What whole passes for all that was found would cost an image of each batch, shared or not. */
        long flops() {
            return flops;
        }
    }

    /** Shared, then one by one. Their operations are those of the instances that they answered for. */
    List<EqualWork.Way> ways() {
        return List.of(
                new EqualWork.Way("shared", shared().flops(), () -> shared().values(), this::shared),
                new EqualWork.Way("one by one", apart().flops(), () -> apart().values(), this::apart));
    }

    /** All instances in one pass a batch. */
    Results shared() {
        Results results = new Results(network.spec().plan());
        calibrate(instances, results);
        for (int b = 0; b < evaluation.size(); b++) {
            int batch = b;
            float[] input = evaluation.get(b);
            network.sweep(
                    input,
                    count(input),
                    instances,
                    bank,
                    (instance, answer, nanos) -> results.add("answers", batch, instance, answer));
        }
        return results;
    }

    /** A pass for every instance and batch. */
    Results apart() {
        Results results = new Results(network.spec().plan());
        for (Instance instance : instances) {
            calibrate(List.of(instance), results);
            for (int b = 0; b < evaluation.size(); b++) {
                float[] input = evaluation.get(b);
                results.add("answers", b, instance, network.probabilities(input, count(input), instance, bank));
            }
        }
        return results;
    }

    private void calibrate(List<Instance> some, Results results) {
        for (int b = 0; b < calibration.size(); b++) {
            int batch = b;
            float[] input = calibration.get(b);
            network.batchStatistics(
                    input, count(input), some, (instance, layers) -> results.addStatistics(batch, instance, layers));
        }
    }

    /** Images of a batch. */
    int count(float[] input) {
        NetworkPlan plan = network.spec().plan();
        return input.length / (plan.side() * plan.side() * plan.channels());
    }
}
