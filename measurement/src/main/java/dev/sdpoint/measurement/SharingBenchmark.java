package dev.sdpoint.measurement;

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
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Evaluation, calibration and both of all instances of the sample model with the layers before a point run once, against instance by
 * instance; in turn in one process. Arguments: rounds, images an evaluation batch, images a calibration batch; default {@code 7
 * 100 250}.
 */
public final class SharingBenchmark {
    private static final double LIMIT = 3;
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
        Arguments given = Arguments.of(arguments);
        int rounds = given.number(0, 7);
        int evaluated = given.number(1, 100);
        int calibrated = given.number(2, 250);
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
            Rounds usual = new Rounds(Math.min(WARM_UP, rounds), rounds);
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

    /** Compares both ways and notes what is demanded of the whole procedure. */
    private void compare(Table table, Rounds rounds, String what, List<float[]> calibration, List<float[]> evaluation) {
        SharingContest contest = new SharingContest(network, instances, model.bank(), calibration, evaluation);
        rounds.warm(contest.ways().get(0).timed());
        Timings timings = EqualWork.time(rounds, contest.ways());
        boolean same = Arrays.equals(contest.shared().values(), contest.apart().values());
        int size = contest.count((evaluation.isEmpty() ? calibration : evaluation).get(0));
        table.row(
                what,
                Integer.toString(size),
                Table.milliseconds(timings.seconds(0)),
                Table.milliseconds(timings.seconds(1)),
                Table.times(timings.ratio(1, 0)),
                Table.times(timings.processorRatio(1, 0)),
                same ? "bit-identical" : "NOT bit-identical");
        String goal = what + " of all instances, official procedure against ours";
        double ratio = timings.ratio(1, 0);
        if (calibration.isEmpty() || evaluation.isEmpty()) {
            Findings.note(Finding.reported(goal, Table.times(ratio)));
            return;
        }
        Findings.note(Finding.atLeast(goal, LIMIT, ratio, Table::times));
        Findings.note(
                Finding.of(what + ", results", "equal", same ? "equal to the last bit" : "equal to 1e-4 only", same));
    }
}
