package dev.sdpoint.benchmarks;

import dev.sdpoint.engine.compute.Dl4jCompute;
import dev.sdpoint.engine.data.Batch;
import dev.sdpoint.engine.network.NetworkNames;
import dev.sdpoint.engine.network.NetworkSpec;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.training.Optimization;
import dev.sdpoint.engine.training.Schedule;
import dev.sdpoint.engine.training.TrainableNetwork;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Training steps of a network in our layers against the same network in DL4J's stock layers, in turn in one process.
 * Arguments: network, batch size, rounds; default {@code wrn-16-2 64 9}.
 */
public final class StockLayersBenchmark {
    private static final int CLASSES = 10;
    private static final int SIDE = 32;
    private static final int WARM_UP = 2;

    private StockLayersBenchmark() {}

    /** Prints images per second of each and the median of the ratios of a round. */
    public static void main(String[] arguments) {
        String name = arguments.length > 0 ? arguments[0] : "wrn-16-2";
        int size = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 64;
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 9;
        NetworkSpec spec = NetworkNames.parse(name, CLASSES, SIDE);
        Batch batch = randomBatch(size);
        Optimization optimization = new Optimization(1, size, 0.05, new Schedule.WarmupCosine(0), 0.9, 5e-4);
        try (TrainableNetwork ours = new Dl4jCompute().build(spec, optimization, 1)) {
            ComputationGraph channelsFirst = StockGraph.of(spec.plan(), CNN2DFormat.NCHW);
            ComputationGraph channelsLast = StockGraph.of(spec.plan(), CNN2DFormat.NHWC);
            DataSet first = dataSet(batch, true);
            DataSet last = dataSet(batch, false);
            List<double[]> seconds = new ArrayList<>();
            for (int round = -WARM_UP; round < rounds; round++) {
                double[] times = {
                    time(() -> ours.step(batch, Instance.FULL, 0.05)),
                    time(() -> channelsFirst.fit(first)),
                    time(() -> channelsLast.fit(last))
                };
                if (round >= 0) {
                    seconds.add(times);
                }
            }
            print(name, size, seconds);
        }
    }

    private static void print(String name, int size, List<double[]> seconds) {
        String[] titles = {"ours", "stock, NCHW", "stock, NHWC"};
        System.out.printf(
                Locale.ROOT,
                "%s, full resolution, batch %d, training step, %d rounds in turn, %d processors, Java %s%n",
                name,
                size,
                seconds.size(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"));
        for (int i = 0; i < titles.length; i++) {
            int column = i;
            double step = median(seconds.stream().map(s -> s[column]).toList());
            double ratio = median(seconds.stream().map(s -> s[column] / s[0]).toList());
            System.out.printf(
                    Locale.ROOT,
                    "%-12s %8.1f ms  %6.0f images/s  %6.2f x our time (median of ratios)%n",
                    titles[i],
                    1e3 * step,
                    size / step,
                    ratio);
        }
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    private static double time(Runnable step) {
        long start = System.nanoTime();
        step.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static Batch randomBatch(int size) {
        Random random = new Random(1);
        float[] images = new float[size * SIDE * SIDE * 3];
        for (int i = 0; i < images.length; i++) {
            images[i] = (float) random.nextGaussian();
        }
        int[] labels = random.ints(size, 0, CLASSES).toArray();
        return new Batch(images, labels, SIDE);
    }

    private static DataSet dataSet(Batch batch, boolean channelsFirst) {
        int size = batch.labels().length;
        INDArray images = Nd4j.createFromArray(batch.images()).reshape('c', new long[] {size, SIDE, SIDE, 3});
        INDArray labels = Nd4j.zeros(DataType.FLOAT, size, CLASSES);
        for (int i = 0; i < size; i++) {
            labels.putScalar(i, batch.labels()[i], 1);
        }
        return new DataSet(channelsFirst ? images.permute(0, 3, 1, 2).dup('c') : images, labels);
    }
}
