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
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
            benchmark.evaluation(table, new Rounds(WARM_UP, rounds), evaluated);
            benchmark.calibration(table, new Rounds(WARM_UP, rounds), calibrated);
            benchmark.procedure(table, new Rounds(WARM_UP, rounds).atMost(1, MOST_PROCEDURES), evaluated, calibrated);
        }
    }

    private float[] batch(int size) {
        return batch(size, 0);
    }

    /** Images that no batch of the same size with another number has. */
    private float[] batch(int size, int number) {
        int[] chosen = Arrays.copyOfRange(EpochOrder.of(images.size(), 1, 0), number * size, (number + 1) * size);
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

    /**
     * Calibration and evaluation as the program does them, against the official procedure (method §5): one instance after another, each
     * with passes of its own over the same calibration batches.
     */
    private void procedure(Table table, Rounds rounds, int evaluated, int calibrated) {
        List<float[]> calibration = IntStream.range(0, CALIBRATION_BATCHES)
                .mapToObj(number -> batch(calibrated, number))
                .toList();
        List<float[]> evaluation = IntStream.range(0, EVALUATION_BATCHES)
                .mapToObj(number -> batch(evaluated, number))
                .toList();
        Map<String, Object> shared = new HashMap<>();
        Map<String, Object> apart = new HashMap<>();
        Timings timings = rounds.time(List.of(
                () -> run(calibration, calibrated, evaluation, evaluated, instances, shared),
                () -> instances.forEach(
                        instance -> run(calibration, calibrated, evaluation, evaluated, List.of(instance), apart))));
        print(table, "calibration and evaluation", evaluated, timings, shared.equals(apart));
    }

    private void run(
            List<float[]> calibration,
            int calibrated,
            List<float[]> evaluation,
            int evaluated,
            List<Instance> some,
            Map<String, Object> results) {
        for (int b = 0; b < calibration.size(); b++) {
            String batch = "statistics " + b + " ";
            network.batchStatistics(
                    calibration.get(b), calibrated, some, (instance, layers) -> results.put(batch + instance, layers));
        }
        for (int b = 0; b < evaluation.size(); b++) {
            String batch = "answers " + b + " ";
            if (some.size() == 1) {
                float[] answer = network.probabilities(evaluation.get(b), evaluated, some.get(0), model.bank());
                results.put(batch + some.get(0), FloatBuffer.wrap(answer));
            } else {
                network.sweep(
                        evaluation.get(b),
                        evaluated,
                        some,
                        model.bank(),
                        (instance, answer, nanos) -> results.put(batch + instance, FloatBuffer.wrap(answer)));
            }
        }
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
