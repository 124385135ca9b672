package dev.sdpoint.benchmarks;

import dev.sdpoint.engine.compute.Dl4jCompute;
import dev.sdpoint.engine.cost.SharedCost;
import dev.sdpoint.engine.data.Augmentation;
import dev.sdpoint.engine.data.BatchMaker;
import dev.sdpoint.engine.data.BundledCifar10;
import dev.sdpoint.engine.data.EpochOrder;
import dev.sdpoint.engine.data.LabeledImages;
import dev.sdpoint.engine.evaluation.ExecutableNetwork;
import dev.sdpoint.engine.model.SampleModels;
import dev.sdpoint.engine.model.SdpModel;
import dev.sdpoint.engine.network.NetworkPlan;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Evaluation, calibration and both of all instances of the sample model with the layers before a point run once, against instance by
 * instance; in turn in one process. Arguments: rounds, images an evaluation batch, images a calibration batch; default {@code 7
 * 100 250}.
 */
public final class SharingBenchmark {
    private static final int WARM_UP = 4;

    /** The whole procedure takes long, and is warm from what was measured before it. */
    private static final int MOST_PROCEDURES = 3;

    private static final int CALIBRATION_BATCHES = 4;
    private static final int EVALUATION_BATCHES = 10;

    private final SdpModel model;
    private final ExecutableNetwork network;
    private final List<Instance> instances;
    private final LabeledImages images;

    private SharingBenchmark(SdpModel model, ExecutableNetwork network, LabeledImages images) {
        this.model = model;
        this.network = network;
        this.instances = model.space().instances();
        this.images = images;
    }

    /** Prints seconds of each way, the median of the ratios of a round, and whether the answers are the same. */
    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 7;
        int evaluated = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100;
        int calibrated = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 250;
        SdpModel model = SampleModels.load();
        LabeledImages images = BundledCifar10.load().validation();
        try (ExecutableNetwork network = new Dl4jCompute().load(model.network(), model.weights())) {
            SharingBenchmark benchmark = new SharingBenchmark(model, network, images);
            SharedCost cost = SharedCost.of(model.network().plan(), model.space());
            System.out.printf(
                    Locale.ROOT,
                    "%s, %d instances: by FLOPs %.2f full forwards instead of %.2f, %.2f x; %d rounds in turn, %d processors%n",
                    model.network().name(),
                    model.space().size(),
                    cost.shared(),
                    cost.separate(),
                    cost.separate() / cost.shared(),
                    rounds,
                    Runtime.getRuntime().availableProcessors());
            Table table =
                    new Table("", "batch", "shared, ms", "one by one, ms", "ratio", "in processor time", "results");
            Rounds usual = new Rounds(WARM_UP, rounds);
            List<float[]> none = List.of();
            benchmark.compare(table, usual, "evaluation", none, benchmark.batches(1, evaluated));
            benchmark.compare(table, usual, "calibration", benchmark.batches(1, calibrated), none);
            benchmark.compare(
                    table,
                    usual.atMost(1, MOST_PROCEDURES),
                    "calibration and evaluation",
                    benchmark.batches(CALIBRATION_BATCHES, calibrated),
                    benchmark.batches(EVALUATION_BATCHES, evaluated));
        }
    }

    /** Batches of a size that have no image in common. */
    private List<float[]> batches(int count, int size) {
        int[] order = EpochOrder.of(images.size(), 1, 0);
        BatchMaker maker = new BatchMaker(images, model.normalization(), new Augmentation.None());
        return IntStream.range(0, count)
                .mapToObj(number -> maker.make(Arrays.copyOfRange(order, number * size, (number + 1) * size), 0)
                        .images())
                .toList();
    }

    /**
     * All instances together, as the program does it, against the official procedure (method §5): one instance after another, each with
     * passes of its own over the same batches.
     */
    private void compare(Table table, Rounds rounds, String what, List<float[]> calibration, List<float[]> evaluation) {
        Map<String, Object> shared = new HashMap<>();
        Map<String, Object> apart = new HashMap<>();
        Timings timings = rounds.time(List.of(
                () -> {
                    calibrate(calibration, instances, shared);
                    for (int b = 0; b < evaluation.size(); b++) {
                        String batch = "answers " + b + " ";
                        float[] input = evaluation.get(b);
                        network.sweep(
                                input,
                                count(input),
                                instances,
                                model.bank(),
                                (instance, answer, nanos) -> shared.put(batch + instance, answer));
                    }
                },
                () -> instances.forEach(instance -> {
                    calibrate(calibration, List.of(instance), apart);
                    for (int b = 0; b < evaluation.size(); b++) {
                        float[] input = evaluation.get(b);
                        apart.put(
                                "answers " + b + " " + instance,
                                network.probabilities(input, count(input), instance, model.bank()));
                    }
                })));
        boolean same = shared.keySet().equals(apart.keySet())
                && shared.keySet().stream().allMatch(key -> Objects.deepEquals(shared.get(key), apart.get(key)));
        print(table, what, count((evaluation.isEmpty() ? calibration : evaluation).get(0)), timings, same);
    }

    private void calibrate(List<float[]> batches, List<Instance> some, Map<String, Object> results) {
        for (int b = 0; b < batches.size(); b++) {
            String batch = "statistics " + b + " ";
            float[] input = batches.get(b);
            network.batchStatistics(
                    input, count(input), some, (instance, layers) -> results.put(batch + instance, layers));
        }
    }

    /** Images of a batch. */
    private int count(float[] input) {
        NetworkPlan plan = model.network().plan();
        return input.length / (plan.side() * plan.side() * plan.channels());
    }

    /** A row of both ways; the results are those of the last round. */
    private static void print(Table table, String what, int size, Timings timings, boolean same) {
        table.row(
                what,
                Integer.toString(size),
                Table.milliseconds(timings.seconds(0)),
                Table.milliseconds(timings.seconds(1)),
                Table.times(timings.ratio(1, 0)),
                Table.times(timings.processorRatio(1, 0)),
                same ? "bit-identical" : "NOT bit-identical");
    }
}
