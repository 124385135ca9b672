package dev.sdpoint.benchmarks;

import com.sun.management.OperatingSystemMXBean;
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
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
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
            benchmark.evaluation(rounds, evaluated);
            benchmark.calibration(rounds, calibrated);
        }
    }

    private float[] batch(int size) {
        int[] chosen = Arrays.copyOf(EpochOrder.of(images.size(), 1, 0), size);
        return new BatchMaker(images, model.normalization(), new Augmentation.None())
                .make(chosen, 0)
                .images();
    }

    private void evaluation(int rounds, int size) {
        float[] input = batch(size);
        Map<Instance, float[]> shared = new HashMap<>();
        Map<Instance, float[]> apart = new HashMap<>();
        List<double[]> seconds = rounds(
                rounds,
                () -> network.sweep(
                        input,
                        size,
                        instances,
                        model.bank(),
                        (instance, answer, nanos) -> shared.put(instance, answer)),
                () -> instances.forEach(
                        instance -> apart.put(instance, network.probabilities(input, size, instance, model.bank()))));
        boolean same = instances.stream().allMatch(i -> Arrays.equals(shared.get(i), apart.get(i)));
        print("evaluation", size, seconds, same);
    }

    private void calibration(int rounds, int size) {
        float[] input = batch(size);
        Map<Instance, Map<String, ?>> shared = new HashMap<>();
        Map<Instance, Map<String, ?>> apart = new HashMap<>();
        List<double[]> seconds = rounds(
                rounds,
                () -> network.batchStatistics(input, size, instances, shared::put),
                () -> instances.forEach(
                        instance -> network.batchStatistics(input, size, List.of(instance), apart::put)));
        print("calibration", size, seconds, shared.equals(apart));
    }

    private static List<double[]> rounds(int rounds, Runnable shared, Runnable apart) {
        List<double[]> seconds = new ArrayList<>();
        for (int round = -WARM_UP; round < rounds; round++) {
            long[] first = clocks();
            shared.run();
            long[] middle = clocks();
            apart.run();
            long[] last = clocks();
            double[] times = {
                seconds(first[0], middle[0]),
                seconds(middle[0], last[0]),
                seconds(first[1], middle[1]),
                seconds(middle[1], last[1])
            };
            if (round >= 0) {
                seconds.add(times);
            }
        }
        return seconds;
    }

    private static void print(String what, int size, List<double[]> seconds, boolean same) {
        System.out.printf(
                Locale.ROOT,
                "%-12s batch %4d: shared %6.0f ms, one by one %6.0f ms, %5.2f x (median of ratios; %.2f x in processor time), results %s%n",
                what,
                size,
                1e3 * median(seconds.stream().map(s -> s[0]).toList()),
                1e3 * median(seconds.stream().map(s -> s[1]).toList()),
                median(seconds.stream().map(s -> s[1] / s[0]).toList()),
                median(seconds.stream().map(s -> s[3] / s[2]).toList()),
                same ? "bit-identical" : "NOT bit-identical");
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    /** Nanoseconds on the wall and of all processors' work for this process, which other programs disturb less. */
    private static long[] clocks() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new long[] {System.nanoTime(), system.getProcessCpuTime()};
    }

    private static double seconds(long from, long to) {
        return (to - from) / 1e9;
    }
}
