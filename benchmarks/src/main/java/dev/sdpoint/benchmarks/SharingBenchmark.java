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
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Evaluation and calibration of all instances of the sample model with the layers before a point run once, against instance by
 * instance; in turn in one process. Arguments: rounds, images an evaluation batch, images a calibration batch; default {@code 7
 * 100 250}.
 */
public final class SharingBenchmark {
    private static final int WARM_UP = 4;

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
            benchmark.evaluation(table, new Rounds(WARM_UP, rounds), evaluated);
            benchmark.calibration(table, new Rounds(WARM_UP, rounds), calibrated);
        }
    }

    private float[] batch(int size) {
        int[] chosen = Arrays.copyOf(EpochOrder.of(images.size(), 1, 0), size);
        return new BatchMaker(images, model.normalization(), new Augmentation.None())
                .make(chosen, 0)
                .images();
    }

    private void evaluation(Table table, Rounds rounds, int size) {
        float[] input = batch(size);
        Map<Instance, float[]> shared = new HashMap<>();
        Map<Instance, float[]> apart = new HashMap<>();
        Timings timings = rounds.time(List.of(
                () -> network.sweep(
                        input,
                        size,
                        instances,
                        model.bank(),
                        (instance, answer, nanos) -> shared.put(instance, answer)),
                () -> instances.forEach(
                        instance -> apart.put(instance, network.probabilities(input, size, instance, model.bank())))));
        boolean same = instances.stream().allMatch(i -> Arrays.equals(shared.get(i), apart.get(i)));
        print(table, "evaluation", size, timings, same);
    }

    private void calibration(Table table, Rounds rounds, int size) {
        float[] input = batch(size);
        Map<Instance, Map<String, ?>> shared = new HashMap<>();
        Map<Instance, Map<String, ?>> apart = new HashMap<>();
        Timings timings = rounds.time(List.of(
                () -> network.batchStatistics(input, size, instances, shared::put),
                () -> instances.forEach(
                        instance -> network.batchStatistics(input, size, List.of(instance), apart::put))));
        print(table, "calibration", size, timings, shared.equals(apart));
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
