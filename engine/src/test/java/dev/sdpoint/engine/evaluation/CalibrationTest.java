package dev.sdpoint.engine.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sdpoint.engine.data.Augmentation;
import dev.sdpoint.engine.data.BatchMaker;
import dev.sdpoint.engine.data.EpochOrder;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.sdpoint.InstanceSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    private static final InstanceSpace SPACE = InstanceSpace.of(3, List.of(0.5, 0.75));
    private static final Instance INSTANCE = Instance.of(2, 0.75);
    private static final float[] MEANS = {1, 2, 6};
    private static final float[] VARIANCES = {3, 6, 0};

    /** One layer before the points and one after them; downsampled instances are 10 times their point further on. */
    private static FakeNetwork network() {
        return FakeNetwork.measuring((batch, instance) -> {
            float shift = 10 * instance.point();
            ChannelStatistics after = new ChannelStatistics(
                    new float[] {MEANS[batch] + shift, -MEANS[batch]}, new float[] {VARIANCES[batch], 1});
            ChannelStatistics before = new ChannelStatistics(new float[] {batch}, new float[] {1});
            return instance.point() == 0 ? Map.of("before", before, "after", after) : Map.of("after", after);
        });
    }

    private static BatchMaker images(int count) {
        return FakeNetwork.images(count, new int[count], new Augmentation.None());
    }

    @Test
    void averagesAllBatchesAlike() throws InterruptedException {
        StatisticsBank bank = new Calibration(3, 4, 5).calibrate(network(), SPACE, images(20), Progress.NONE);
        // (1 + 2 + 6) / 3 and (3 + 6 + 0) / 3: no batch weighs more, and nothing is left of an initial 0 or 1
        assertThat(bank.full())
                .isEqualTo(Map.of(
                        "before", new ChannelStatistics(new float[] {1}, new float[] {1}),
                        "after", new ChannelStatistics(new float[] {3, -3}, new float[] {3, 1})));
        assertThat(bank.own().getOrDefault(INSTANCE, Map.of()))
                .isEqualTo(Map.of("after", new ChannelStatistics(new float[] {23, -3}, new float[] {3, 1})));
    }

    @Test
    void coversEveryInstanceAndStoresFullResolutionOnce() throws InterruptedException {
        StatisticsBank bank = new Calibration(1, 4, 5).calibrate(network(), SPACE, images(20), Progress.NONE);
        assertThat(SPACE.instances()).allMatch(bank::covers);
        assertThat(bank.own().keySet())
                .containsExactlyElementsOf(SPACE.instances().subList(1, SPACE.size()));
    }

    @Test
    void takesBatchesFromARandomOrderOfAllImages() throws InterruptedException {
        FakeNetwork network = network();
        new Calibration(3, 4, 5).calibrate(network, SPACE, images(12), Progress.NONE);
        int[] order = EpochOrder.of(12, 5, 0);
        assertThat(network.batches).hasSize(3);
        assertThat(network.batches.get(0)).containsExactly(Arrays.copyOfRange(order, 0, 4));
        assertThat(network.batches.get(1)).containsExactly(Arrays.copyOfRange(order, 4, 8));
        assertThat(network.batches.get(2)).hasSize(4);
    }

    @Test
    void usesWholeBatchesEvenWhenImagesRunOut() throws InterruptedException {
        FakeNetwork network = network();
        new Calibration(3, 8, 5).calibrate(network, SPACE, images(5), Progress.NONE);
        assertThat(network.batches)
                .hasSize(3)
                .allSatisfy(batch -> assertThat(batch).containsExactlyInAnyOrder(0, 1, 2, 3, 4));
    }

    @Test
    void sameSeedGivesTheSameAugmentedBatches() throws InterruptedException {
        List<List<float[]>> runs = new ArrayList<>();
        for (long seed : new long[] {5, 5, 6}) {
            FakeNetwork network = network();
            BatchMaker maker = FakeNetwork.images(20, new int[20], new Augmentation.CropAndFlip(4));
            new Calibration(2, 4, seed).calibrate(network, SPACE, maker, Progress.NONE);
            runs.add(network.inputs);
        }
        assertThat(runs.get(1).get(0)).containsExactly(runs.get(0).get(0));
        assertThat(runs.get(1).get(1)).containsExactly(runs.get(0).get(1));
        assertThat(runs.get(2).get(0)).isNotEqualTo(runs.get(0).get(0));
    }

    @Test
    void reportsTheShareDone() throws InterruptedException {
        List<Double> shares = new ArrayList<>();
        new Calibration(2, 4, 5).calibrate(network(), SPACE, images(20), shares::add);
        assertThat(shares).containsExactly(0.5, 1.0);
    }

    @Test
    void progressCanEndIt() {
        FakeNetwork network = network();
        assertThatThrownBy(() -> new Calibration(3, 4, 5).calibrate(network, SPACE, images(20), share -> {
                    throw new InterruptedException("enough");
                }))
                .isInstanceOf(InterruptedException.class);
        assertThat(network.batches).hasSize(1);
    }

    @Test
    void rejectsCalibrationOnNothing() {
        assertThatThrownBy(() -> new Calibration(0, 250, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("calibration needs at least 1 batch of 2 images, not 0 of 250");
        assertThatThrownBy(() -> new Calibration(1, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<int[]> batches(int batchSize, PassBudget budget) throws InterruptedException {
        FakeNetwork network = FakeNetwork.measuring((batch, instance) -> Map.of());
        new Calibration(2, batchSize, 5).calibrate(network, SPACE, images(40), Progress.NONE, budget);
        return network.batches;
    }

    @Test
    void runsABatchThatWouldNotFitInEqualPartsAndSeesTheSameImages() throws InterruptedException {
        long perImage = 4 * FakeNetwork.SPEC.plan().activations();
        List<int[]> whole = batches(20, PassBudget.STANDARD);
        List<int[]> parts = batches(20, new PassBudget(7 * perImage));
        assertThat(whole.stream().map(batch -> batch.length)).containsExactly(20, 20);
        assertThat(parts.stream().map(batch -> batch.length)).containsExactly(6, 7, 7, 6, 7, 7);
        assertThat(parts.stream().flatMapToInt(Arrays::stream).toArray())
                .containsExactly(whole.stream().flatMapToInt(Arrays::stream).toArray());
    }

    @Test
    void neverCalibratesOnASingleImage() throws InterruptedException {
        assertThat(batches(5, new PassBudget(1)).stream().map(batch -> batch.length))
                .containsExactly(2, 3, 2, 3);
        assertThat(batches(2, new PassBudget(1)).stream().map(batch -> batch.length))
                .containsExactly(2, 2);
    }

    @Test
    void everyPartCountsAlike() throws InterruptedException {
        long perImage = 4 * FakeNetwork.SPEC.plan().activations();
        List<Double> shares = new ArrayList<>();
        StatisticsBank bank = new Calibration(1, 6, 5)
                .calibrate(network(), SPACE, images(20), shares::add, new PassBudget(2 * perImage));
        // three parts of two images: (1 + 2 + 6) / 3
        assertThat(bank.full().get("after")).isEqualTo(new ChannelStatistics(new float[] {3, -3}, new float[] {3, 1}));
        assertThat(shares).containsExactly(1 / 3.0, 2 / 3.0, 1.0);
    }
}
