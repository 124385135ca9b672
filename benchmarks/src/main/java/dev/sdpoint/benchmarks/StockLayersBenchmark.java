package dev.sdpoint.benchmarks;

import dev.sdpoint.engine.compute.Dl4jCompute;
import dev.sdpoint.engine.data.Batch;
import dev.sdpoint.engine.evaluation.ChannelStatistics;
import dev.sdpoint.engine.evaluation.StatisticsBank;
import dev.sdpoint.engine.network.NamedWeights;
import dev.sdpoint.engine.network.NetworkNames;
import dev.sdpoint.engine.network.NetworkSpec;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.training.TrainableNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.dataset.DataSet;

/**
 * Training steps of a network in our layers against the same network in DL4J's stock layers, in turn in one process.
 * Arguments: network, batch size, rounds; default {@code wrn-16-2 64 9}.
 */
public final class StockLayersBenchmark {
    private static final int CLASSES = 10;
    private static final int SIDE = 32;
    private static final int WARM_UP = 2;
    private static final CNN2DFormat[] FORMATS = {CNN2DFormat.NHWC, CNN2DFormat.NCHW};

    private StockLayersBenchmark() {}

    /** Prints images per second of each and the median of the ratios of a round. */
    public static void main(String[] arguments) {
        String name = arguments.length > 0 ? arguments[0] : "wrn-16-2";
        int size = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 64;
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 9;
        compare(NetworkNames.parse(name, CLASSES, SIDE), size, new Rounds(WARM_UP, rounds));
    }

    /**
     * Prints a table.
     *
     * @throws IllegalStateException if the stock layers answer differently
     */
    static void compare(NetworkSpec spec, int size, Rounds rounds) {
        Batch batch = Noise.batch(spec, size);
        try (TrainableNetwork ours = new Dl4jCompute().build(spec, Contenders.optimization(size), 1)) {
            List<Runnable> steps = new ArrayList<>(List.of(() -> ours.step(batch, Instance.FULL, Contenders.RATE)));
            for (CNN2DFormat format : FORMATS) {
                ComputationGraph graph = same(ours, batch, format);
                DataSet data = StockGraph.dataSet(batch, spec.classes(), format);
                steps.add(() -> graph.fit(data));
            }
            print(spec, size, rounds.time(steps));
        }
    }

    /** The network in stock layers of the same answers. */
    private static ComputationGraph same(TrainableNetwork ours, Batch batch, CNN2DFormat format) {
        StatisticsBank bank = Answers.calibrated(ours, batch, List.of(Instance.FULL));
        NamedWeights weights = ours.weights();
        Map<String, ChannelStatistics> statistics = bank.all(Instance.FULL);
        ComputationGraph graph = StockGraph.of(ours.spec().plan(), format, weights, statistics);
        float[] answers = StockGraph.probabilities(
                graph, StockGraph.dataSet(batch, ours.spec().classes(), format));
        Answers.requireAlike(
                "stock layers, " + format,
                ours.probabilities(batch.images(), batch.size(), Instance.FULL, bank),
                answers,
                Answers.TOLERANCE);
        return graph;
    }

    private static void print(NetworkSpec spec, int size, Timings timings) {
        System.out.printf(
                Locale.ROOT,
                "%n%s, full resolution, batch %d, training step, %d rounds in turn, %d processors, Java %s%n",
                spec.name(),
                size,
                timings.rounds().size(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"));
        Table table = new Table("", "ms a step", "images/s", "against ours", "in processor time");
        for (int i = 0; i <= FORMATS.length; i++) {
            table.row(
                    i == 0 ? "ours" : "stock layers, " + FORMATS[i - 1],
                    Table.milliseconds(timings.seconds(i)),
                    String.format(Locale.ROOT, "%,.0f", size / timings.seconds(i)),
                    Table.times(timings.ratio(i, 0)),
                    Table.times(timings.processorRatio(i, 0)));
        }
    }
}
