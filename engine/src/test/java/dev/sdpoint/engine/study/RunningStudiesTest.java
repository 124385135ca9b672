package dev.sdpoint.engine.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sdpoint.engine.data.Augmentation;
import dev.sdpoint.engine.data.BatchMaker;
import dev.sdpoint.engine.data.LabeledImages;
import dev.sdpoint.engine.data.Normalization;
import dev.sdpoint.engine.evaluation.ExecutableNetwork;
import dev.sdpoint.engine.evaluation.Progress;
import dev.sdpoint.engine.evaluation.StatisticsBank;
import dev.sdpoint.engine.network.NamedWeights;
import dev.sdpoint.engine.network.WideResNet;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** Studies that ask a network, with networks whose answers a test wrote down. */
final class RunningStudiesTest {
    private static final int SIDE = 16;
    private static final StatisticsBank NO_BANK = new StatisticsBank(Map.of(), Map.of());
    private static final List<Instance> TWO = List.of(Instance.FULL, Small.CHEAP);

    @Test
    void gathersHowSureAndWhetherRight() throws Exception {
        BatchMaker maker = images(250, i -> i % 3);
        List<Double> heard = new ArrayList<>();

        Confidences confidences = Confidences.gather(
                answering((value, instance) -> instance.equals(Instance.FULL)
                        ? new float[] {0.2f, 0.7f, 0.1f}
                        : new float[] {0.4f, 0.4f, 0.2f}),
                NO_BANK,
                TWO,
                maker,
                heard::add);

        assertThat(confidences.images()).isEqualTo(250);
        assertThat(confidences.top(249, 0)).isEqualTo(0.7f);
        assertThat(confidences.right(1, 0)).isTrue();
        assertThat(confidences.right(0, 0)).isFalse();
        // A tie goes to the lower class.
        assertThat(confidences.right(0, 1)).isTrue();
        assertThat(confidences.right(1, 1)).isFalse();
        assertThat(confidences.error(0)).isCloseTo(1 - 83 / 250.0, within(1e-12));
        assertThat(heard).containsExactly(0.4, 0.8, 1.0);
    }

    @Test
    void picksConfidencesInTheOrderGiven() {
        Confidences two =
                Small.confidences(new double[] {0.1, -0.2}, new double[] {0.3, 0.4}, new double[] {0.5, -0.6});

        Confidences swapped = two.select(new int[] {1, 0, 1});

        assertThat(swapped.top(0, 1)).isEqualTo(0.4f);
        assertThat(swapped.right(1, 0)).isTrue();
        assertThat(swapped.right(2, 2)).isFalse();
        assertThatThrownBy(() -> two.top(2, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> new Confidences(TWO, 2, new float[4], new boolean[3]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void similarityIsTheMeanCosineOverPairsAndImages() throws Exception {
        // The full network answers alike at every size; the other turns from one axis to another with the size.
        int[] call = {0};
        ExecutableNetwork network = answering((value, instance) -> {
            float[][] turning = {{1, 0, 0}, {0.6f, 0.8f, 0}, {0, 1, 0}};
            return instance.equals(Instance.FULL) ? new float[] {0.5f, 0.25f, 0.25f} : turning[call[0]++ / 2];
        });

        ScaleSensitivity found =
                ScaleSensitivity.measure(network, NO_BANK, TWO, images(2, i -> 0), List.of(24, 16, 20), Progress.NONE);

        assertThat(found.sizes()).containsExactly(16, 20, 24);
        assertThat(found.images()).isEqualTo(2);
        ScaleSensitivity.Score full = found.scores().get(0);
        assertThat(full.similarity()).isCloseTo(1, within(1e-9));
        assertThat(full.top1Errors()).containsExactly(0.0, 0.0, 0.0);
        ScaleSensitivity.Score cheap = found.scores().get(1);
        assertThat(cheap.pairs().stream().map(ScaleSensitivity.Pair::larger)).containsExactly(20, 24, 24);
        assertThat(cheap.pairs().get(0).similarity()).isCloseTo(0.6, within(1e-6));
        assertThat(cheap.pairs().get(1).similarity()).isCloseTo(0, within(1e-6));
        assertThat(cheap.pairs().get(2).similarity()).isCloseTo(0.8, within(1e-6));
        assertThat(cheap.similarity()).isCloseTo(1.4 / 3, within(1e-6));
        assertThat(cheap.top1Errors()).containsExactly(0.0, 1.0, 1.0);
    }

    @Test
    void cutsTheCentreOutOfTheResizedImage() {
        float[] image = new float[4 * 4];
        for (int i = 0; i < image.length; i++) {
            image[i] = i;
        }

        float[] seen = ScaleSensitivity.seen(image, 1, 4, 8);

        // Twice as large: the output row 2 samples the input at 0.75, row 5 at 2.25; columns alike. Value = 4 · row +
        // column.
        assertThat(seen).hasSize(16);
        assertThat(seen[0]).isEqualTo(4 * 0.75f + 0.75f);
        assertThat(seen[3]).isEqualTo(4 * 0.75f + 2.25f);
        assertThat(seen[15]).isEqualTo(4 * 2.25f + 2.25f);
        assertThat(ScaleSensitivity.seen(image, 1, 4, 4)).isEqualTo(image);
    }

    @Test
    void refusesSizesThatCannotBeCutFrom() {
        for (List<Integer> sizes : List.of(List.of(16), List.of(16, 16), List.of(15, 18))) {
            assertThatThrownBy(() -> ScaleSensitivity.measure(
                            answering((v, i) -> new float[3]), NO_BANK, TWO, images(1, i -> 0), sizes, Progress.NONE))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(sizes.toString());
        }
        assertThat(ScaleSensitivity.defaultSizes(32)).containsExactly(32, 36, 40, 44, 48);
    }

    private static BatchMaker images(int count, java.util.function.IntUnaryOperator label) {
        int[] labels = java.util.stream.IntStream.range(0, count).map(label).toArray();
        return new BatchMaker(
                new LabeledImages(SIDE, new byte[count * SIDE * SIDE * 3], labels),
                new Normalization(new float[3], new float[] {1, 1, 1}),
                new Augmentation.None());
    }

    private static ExecutableNetwork answering(BiFunction<Float, Instance, float[]> answer) {
        return new ExecutableNetwork() {
            @Override
            public WideResNet spec() {
                return new WideResNet(10, 1, 3, SIDE);
            }

            @Override
            public NamedWeights weights() {
                return new NamedWeights(Map.of());
            }

            @Override
            public float[] probabilities(float[] images, int count, Instance instance, StatisticsBank bank) {
                int values = images.length / count;
                float[] all = new float[3 * count];
                for (int i = 0; i < count; i++) {
                    System.arraycopy(answer.apply(images[i * values], instance), 0, all, 3 * i, 3);
                }
                return all;
            }

            @Override
            public void sweep(
                    float[] images,
                    int count,
                    List<Instance> instances,
                    StatisticsBank bank,
                    ProbabilityConsumer consumer) {
                // backwards: nobody may rely on the order
                for (int i = instances.size() - 1; i >= 0; i--) {
                    consumer.accept(instances.get(i), probabilities(images, count, instances.get(i), bank), 1);
                }
            }

            @Override
            public void batchStatistics(
                    float[] images, int count, List<Instance> instances, StatisticsConsumer consumer) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void close() {}
        };
    }
}
