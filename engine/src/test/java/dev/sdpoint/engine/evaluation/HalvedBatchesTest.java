package dev.sdpoint.engine.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sdpoint.engine.network.NamedWeights;
import dev.sdpoint.engine.network.NetworkSpec;
import dev.sdpoint.engine.network.WideResNet;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Lack of memory is played by a network that takes so many images and no more. */
class HalvedBatchesTest {
    private static final StatisticsBank BANK = new StatisticsBank(Map.of(), Map.of());
    private static final Instance SMALL = Instance.of(1, 0.5);
    private static final List<Instance> BOTH = List.of(Instance.FULL, SMALL);

    private final List<String> notes = new ArrayList<>();

    /** Answers with each image's own value; its memory ends at a number of images, or after some answers of a sweep. */
    private static final class Narrow implements ExecutableNetwork {
        final List<Integer> asked = new ArrayList<>();
        int fitting;
        int answersBeforeTheEnd;

        Narrow(int fitting) {
            this.fitting = fitting;
        }

        private void take(int count) {
            asked.add(count);
            if (count > fitting && answersBeforeTheEnd == 0) {
                throw new OutOfDeviceMemory("Pretend GPU", new OutOfMemoryError("Failed to allocate 1 bytes"));
            }
        }

        @Override
        public float[] probabilities(float[] images, int count, Instance instance, StatisticsBank bank) {
            take(count);
            return images.clone();
        }

        @Override
        public void sweep(
                float[] images, int count, List<Instance> all, StatisticsBank bank, ProbabilityConsumer consumer) {
            take(count);
            int told = 0;
            for (Instance instance : all) {
                if (count > fitting && told == answersBeforeTheEnd) {
                    answersBeforeTheEnd = 0;
                    throw new OutOfDeviceMemory("Pretend GPU", new OutOfMemoryError("out of memory"));
                }
                consumer.accept(instance, images.clone(), count);
                told++;
            }
        }

        @Override
        public void batchStatistics(float[] images, int count, List<Instance> all, StatisticsConsumer consumer) {
            take(count);
            float[] first = {images[0]};
            all.forEach(instance -> consumer.accept(instance, Map.of("bn", new ChannelStatistics(first, first))));
        }

        @Override
        public NetworkSpec spec() {
            return new WideResNet(10, 1, 3, 16);
        }

        @Override
        public NamedWeights weights() {
            throw new UnsupportedOperationException("nobody asks");
        }

        @Override
        public void close() {
            asked.add(-1);
        }
    }

    private HalvedBatches halving(Narrow network) {
        return new HalvedBatches(network, notes::add);
    }

    @Test
    void aBatchThatFitsIsComputedWholeWithoutAWord() {
        Narrow network = new Narrow(5);

        float[] answers = halving(network).probabilities(new float[] {1, 2, 3, 4, 5}, 5, SMALL, BANK);

        assertThat(answers).containsExactly(1, 2, 3, 4, 5);
        assertThat(network.asked).containsExactly(5);
        assertThat(notes).isEmpty();
    }

    @Test
    void aBatchThatDoesNotFitIsHalvedAndSaidOnce() {
        Narrow network = new Narrow(3);
        HalvedBatches halving = halving(network);

        assertThat(halving.probabilities(new float[] {1, 2, 3, 4, 5}, 5, SMALL, BANK))
                .containsExactly(1, 2, 3, 4, 5);
        assertThat(halving.probabilities(new float[] {6, 7}, 2, SMALL, BANK)).containsExactly(6, 7);

        assertThat(network.asked).containsExactly(5, 3, 2, 1, 1); // and never whole again
        assertThat(halving.halved()).isTrue();
        assertThat(notes)
                .containsExactly(
                        "The memory of the Pretend GPU does not suffice for 5 images at once. From here on batches are"
                                + " computed in two halves, which takes longer. Close other programs, or choose a smaller batch or"
                                + " network, to compute them whole.");
    }

    @Test
    void aHalfThatDoesNotFitEitherIsTheCallersMatter() {
        Narrow network = new Narrow(1);
        HalvedBatches halving = halving(network);

        assertThatThrownBy(() -> halving.probabilities(new float[] {1, 2, 3, 4}, 4, SMALL, BANK))
                .isInstanceOfSatisfying(
                        OutOfDeviceMemory.class, e -> assertThat(e.device()).isEqualTo("Pretend GPU"));
        assertThat(network.asked).containsExactly(4, 2);
        assertThat(notes).hasSize(1);
    }

    @Test
    void oneImageIsNeverHalved() {
        Narrow network = new Narrow(0);

        assertThatThrownBy(() -> halving(network).probabilities(new float[] {1}, 1, SMALL, BANK))
                .isInstanceOf(OutOfDeviceMemory.class);
        assertThat(notes).isEmpty();
    }

    /** Memory ends after the first instance has answered: it must not be heard twice. */
    @Test
    void aSweepThatEndsHalfWayIsHeardOnceAndInOrder() {
        Narrow network = new Narrow(2);
        network.answersBeforeTheEnd = 1;
        List<Instance> heard = new ArrayList<>();
        List<Long> nanos = new ArrayList<>();

        halving(network).sweep(new float[] {1, 2, 3}, 3, BOTH, BANK, (instance, answers, time) -> {
            heard.add(instance);
            nanos.add(time);
            assertThat(answers).containsExactly(1, 2, 3);
        });

        assertThat(heard).isEqualTo(BOTH);
        assertThat(nanos).containsExactly(3L, 3L); // 2 of the first half and 1 of the second
        assertThat(notes).hasSize(1);
    }

    @Test
    void statisticsOfHalvesAreThoseOfTwoBatches() {
        Narrow network = new Narrow(3);
        List<Float> means = new ArrayList<>();

        halving(network)
                .batchStatistics(
                        new float[] {1, 2, 3, 4, 5},
                        5,
                        BOTH,
                        (instance, layers) ->
                                means.add(layers.values().iterator().next().mean()[0]));

        assertThat(means).containsExactly(1f, 1f, 4f, 4f);
    }

    @Test
    void statisticsOfThreeImagesAreNotHalvedForOneHasNoVariance() {
        assertThatThrownBy(() -> halving(new Narrow(2))
                        .batchStatistics(new float[] {1, 2, 3}, 3, BOTH, (instance, layers) -> {}))
                .isInstanceOf(OutOfDeviceMemory.class);
    }

    @Test
    void closesTheNetwork() {
        Narrow network = new Narrow(1);
        halving(network).close();
        assertThat(network.asked).containsExactly(-1);
    }
}
