package dev.sdpoint.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sdpoint.engine.compute.Dl4jCompute;
import dev.sdpoint.engine.cost.CostModel;
import dev.sdpoint.engine.data.Batch;
import dev.sdpoint.engine.evaluation.StatisticsBank;
import dev.sdpoint.engine.network.NetworkNames;
import dev.sdpoint.engine.network.NetworkSpec;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.sdpoint.InstanceSpace;
import dev.sdpoint.engine.training.TrainableNetwork;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The guard of the benchmarks in the default build: on networks that take a moment, every ratio is one of equal work, that is, the
 * same operations and answers within 1e-4; and unequal work is refused. No time is asked for. What needs other libraries is in
 * the tests of the module benchmarks.
 */
class BenchmarkSmokeTest {
    private static final NetworkSpec SPEC = NetworkNames.parse("wrn-10-1", 4, 16);
    private static final List<Instance> INSTANCES =
            InstanceSpace.of(SPEC.points(), InstanceSpace.PAPER_RATIOS).instances();
    private static final Batch BATCH = Noise.batch(SPEC, 6);
    private static final Rounds ONE = new Rounds(0, 1);

    private static TrainableNetwork network(boolean portable) {
        return new Dl4jCompute(portable).build(SPEC, PaperTraining.optimization(BATCH.size()), 1);
    }

    /** A way to run an instance. */
    private static EqualWork.Way inference(
            String name, TrainableNetwork network, Batch batch, Instance instance, StatisticsBank bank) {
        return new EqualWork.Way(
                name,
                new CostModel(network.spec().plan()).cost(instance).flops(),
                () -> network.probabilities(batch.images(), batch.size(), instance, bank),
                () -> network.probabilities(batch.images(), batch.size(), instance, bank));
    }

    private static void assertRatios(Timings timings, int ways) {
        for (int way = 0; way < ways; way++) {
            assertThat(timings.ratio(way, 0)).isFinite().isPositive();
        }
    }

    @Test
    void stockLayersDoTheSameWorkAndLearnTheSame() {
        assertRatios(StockLayersBenchmark.compare(SPEC, BATCH.size(), ONE), 3);
    }

    @Test
    void stockLayersOfAnotherNetworkAreRefused() {
        try (StockContest contest = new StockContest(SPEC, BATCH);
                StockContest deeper = new StockContest(NetworkNames.parse("wrn-16-1", 4, 16), BATCH)) {
            List<EqualWork.Way> ways =
                    List.of(contest.ways().get(0), deeper.ways().get(1));
            assertThatThrownBy(() -> EqualWork.time(ONE, ways)).hasMessageContaining("operations an image, ours are");
        }
    }

    @Test
    void stockLayersThatHaveLearnedAreRefused() {
        try (StockContest contest = new StockContest(SPEC, BATCH);
                StockContest other = new StockContest(SPEC, Noise.batch(SPEC, 5))) {
            List<EqualWork.Way> ways = new ArrayList<>(List.of(contest.ways().get(0)));
            EqualWork.Way stock = contest.ways().get(1);
            for (int step = 0; step < 20; step++) {
                stock.timed().run();
            }
            ways.add(stock);
            assertThatThrownBy(() -> EqualWork.time(ONE, ways)).hasMessageContaining("answers differ from ours");
            assertThatThrownBy(contest::requireSameLearning).hasMessageContaining("stock layers, NHWC have loss");
            ways.set(1, other.ways().get(1)); // a smaller batch
            assertThatThrownBy(() -> EqualWork.time(ONE, ways)).hasMessageContaining("has 20 answers, not 24");
        }
    }

    @Test
    void fusedAndPortableKernelsDoTheSameWorkUnderEveryInstance() {
        try (TrainableNetwork fused = network(false);
                TrainableNetwork portable = network(true)) {
            StatisticsBank bank = Answers.calibrated(fused, BATCH, INSTANCES);
            for (Instance instance : INSTANCES) {
                Timings timings = EqualWork.time(
                        ONE,
                        List.of(
                                inference("fused", fused, BATCH, instance, bank),
                                inference("portable", portable, BATCH, instance, bank)));
                assertRatios(timings, 2);
            }
        }
    }

    @Test
    void anotherInstanceIsOtherWork() {
        try (TrainableNetwork network = network(false)) {
            StatisticsBank bank = Answers.calibrated(network, BATCH, INSTANCES);
            EqualWork.Way full = inference("full", network, BATCH, Instance.FULL, bank);
            EqualWork.Way half = inference("half", network, BATCH, Instance.of(1, 0.5), bank);
            assertThatThrownBy(() -> EqualWork.time(ONE, List.of(full, half)))
                    .hasMessageContaining("half:")
                    .hasMessageContaining("operations an image");
            EqualWork.Way disguised = new EqualWork.Way("half", full.flops(), half.answers(), half.timed());
            assertThatThrownBy(() -> EqualWork.time(ONE, List.of(full, disguised)))
                    .hasMessageContaining("answers differ from ours");
        }
    }

    @Test
    void sharedAndSeparatePassesFindTheSameToTheBit() {
        try (TrainableNetwork network = network(false)) {
            SharingContest contest = sharing(network, INSTANCES, BATCH.images());
            assertRatios(EqualWork.time(ONE, contest.ways()), 2);
            assertThat(contest.shared().values())
                    .hasSizeGreaterThan(INSTANCES.size() * BATCH.size() * SPEC.classes())
                    .containsExactly(contest.apart().values());
        }
    }

    @Test
    void aSweepThatLeavesAnInstanceOutOrSeesOtherImagesIsRefused() {
        try (TrainableNetwork network = network(false)) {
            EqualWork.Way whole =
                    sharing(network, INSTANCES, BATCH.images()).ways().get(0);
            EqualWork.Way less = sharing(network, INSTANCES.subList(0, INSTANCES.size() - 1), BATCH.images())
                    .ways()
                    .get(1);
            assertThatThrownBy(() -> EqualWork.time(ONE, List.of(whole, less)))
                    .hasMessageContaining("operations an image, ours are");
            float[] others = BATCH.images().clone();
            others[0] += 1;
            EqualWork.Way elsewhere = sharing(network, INSTANCES, others).ways().get(1);
            assertThatThrownBy(() -> EqualWork.time(ONE, List.of(whole, elsewhere)))
                    .hasMessageContaining("answers differ from ours");
        }
    }

    private static SharingContest sharing(TrainableNetwork network, List<Instance> instances, float[] images) {
        StatisticsBank bank = Answers.calibrated(network, BATCH, INSTANCES);
        return new SharingContest(network, instances, bank, List.of(images), List.of(images));
    }

    @Test
    void stockLayersHaveNoGroupedConvolution() {
        assertThat(StockGraph.canHave(SPEC.plan())).isTrue();
        assertThat(StockGraph.canHave(
                        NetworkNames.parse("resnext-11-2x4d", 4, 16).plan()))
                .isFalse();
    }
}
