package dev.sdpoint.measurement;

import dev.sdpoint.engine.compute.Dl4jCompute;
import dev.sdpoint.engine.cost.CostModel;
import dev.sdpoint.engine.data.Batch;
import dev.sdpoint.engine.evaluation.StatisticsBank;
import dev.sdpoint.engine.network.NetworkPlan;
import dev.sdpoint.engine.network.NetworkSpec;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.training.TrainableNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.dataset.DataSet;

/** Training steps of one network in our layers and in DL4J's stock layers in both layouts, with the same weights. Whoever opens it closes it. */
final class StockContest implements AutoCloseable {
    /** Layouts of the stock layers. */
    static final List<CNN2DFormat> FORMATS = List.of(CNN2DFormat.NHWC, CNN2DFormat.NCHW);

    /** Between the losses of the same training steps. */
    private static final double LOSS_TOLERANCE = 1e-3;

    private static final int STEPS = 2;

    private final Batch batch;
    private final TrainableNetwork ours;
    private final List<ComputationGraph> graphs = new ArrayList<>();
    private final List<DataSet> data = new ArrayList<>();
    private final List<EqualWork.Way> ways = new ArrayList<>();

    StockContest(NetworkSpec spec, Batch batch) {
        NetworkPlan plan = spec.plan();
        this.batch = batch;
        this.ours = new Dl4jCompute().build(spec, PaperTraining.optimization(batch.size()), 1);
        StatisticsBank bank = Answers.calibrated(ours, batch, List.of(Instance.FULL));
        ways.add(new EqualWork.Way(
                "ours",
                new CostModel(plan).cost(Instance.FULL).flops(),
                () -> ours.probabilities(batch.images(), batch.size(), Instance.FULL, bank),
                this::step));
        for (CNN2DFormat format : FORMATS) {
            DataSet images = StockGraph.dataSet(batch, spec.classes(), format);
            ComputationGraph graph = StockGraph.of(plan, format, ours.weights(), bank.all(Instance.FULL));
            graphs.add(graph);
            data.add(images);
            ways.add(new EqualWork.Way(
                    title(format),
                    StockGraph.flops(graph, plan, format, images),
                    () -> StockGraph.probabilities(graph, images),
                    () -> graph.fit(images)));
        }
    }

    static String title(CNN2DFormat format) {
        return "stock layers, " + format;
    }

    /** Ours, then the stock layers'; what is timed is a training step in full resolution. */
    List<EqualWork.Way> ways() {
        return List.copyOf(ways);
    }

    /** One of our training steps; returns the loss. */
    private double step() {
        return ours.step(batch, Instance.FULL, PaperTraining.RATE).loss();
    }

    /**
     * Takes a few training steps with all and requires the same losses. Probabilities differ from {@link #ways} on.
     *
     * @throws IllegalStateException if one learned something else
     */
    void requireSameLearning() {
        for (int step = 1; step <= STEPS; step++) {
            double loss = step();
            for (int i = 0; i < graphs.size(); i++) {
                double theirs = StockGraph.loss(graphs.get(i), data.get(i));
                if (!(Math.abs(theirs - loss) <= LOSS_TOLERANCE)) {
                    throw new IllegalStateException(String.format(
                            Locale.ROOT,
                            "%s have loss %.5f in step %d, we have %.5f. Nothing is timed",
                            title(FORMATS.get(i)),
                            theirs,
                            step,
                            loss));
                }
                graphs.get(i).fit(data.get(i));
            }
        }
    }

    @Override
    public void close() {
        ours.close(); // the graphs' own close would free the workspaces of all networks of this thread
    }
}
