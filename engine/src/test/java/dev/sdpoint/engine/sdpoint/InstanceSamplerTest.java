package dev.sdpoint.engine.sdpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class InstanceSamplerTest {
    private static final InstanceSpace SPACE = InstanceSpace.of(6, InstanceSpace.PAPER_RATIOS);
    private static final int DRAWS = 140_000;

    private static long[] counts(long seed) {
        InstanceSampler sampler = InstanceSampler.paper(SPACE, seed);
        long[] counts = new long[SPACE.size()];
        for (int i = 0; i < DRAWS; i++) {
            counts[SPACE.indexOf(sampler.draw(i))]++;
        }
        return counts;
    }

    @Test
    void drawsAsThePaperSays() {
        // one of seven points, none included; then one of two ratios
        double[] expected = new double[13];
        Arrays.fill(expected, DRAWS / 14.0);
        expected[0] = DRAWS / 7.0;
        long[] counts = counts(7);
        double chiSquare = 0;
        for (int i = 0; i < expected.length; i++) {
            double difference = counts[i] - expected[i];
            chiSquare += difference * difference / expected[i];
        }
        // 12 degrees of freedom: above 32.9 in one of a thousand seeds
        assertThat(chiSquare).isLessThan(32.9);
    }

    @Test
    void reachesBothEnds() {
        long[] counts = counts(8);
        // 20,000 and 10,000 expected with deviations of 131 and 96
        assertThat(counts[0]).isBetween(19_400L, 20_600L);
        assertThat(counts[11]).isBetween(9_550L, 10_450L);
        assertThat(counts[12]).isBetween(9_550L, 10_450L);
    }

    @Test
    void ratiosAreEquallyLikely() {
        long[] counts = counts(9);
        long halves = IntStream.of(1, 3, 5, 7, 9, 11).mapToLong(i -> counts[i]).sum();
        long quarters =
                IntStream.of(2, 4, 6, 8, 10, 12).mapToLong(i -> counts[i]).sum();
        // 60,000 expected each; the difference has a deviation of 346
        assertThat(halves - quarters).isBetween(-1500L, 1500L);
    }

    @Test
    void neighbouringIterationsAreIndependent() {
        InstanceSampler sampler = InstanceSampler.paper(SPACE, 10);
        int pairs = 0;
        for (int i = 0; i < DRAWS; i++) {
            pairs += sampler.draw(i) instanceof Instance.FullResolution
                            && sampler.draw(i + 1) instanceof Instance.FullResolution
                    ? 1
                    : 0;
        }
        // 1/49 of the pairs, 2,857, with a deviation below 60
        assertThat(pairs).isBetween(2550, 3150);
    }

    @Test
    void statesTheProbabilitiesItDrawsWith() {
        InstanceSampler sampler = InstanceSampler.paper(SPACE, 1);
        assertThat(sampler.probability(Instance.FULL)).isCloseTo(1 / 7.0, within(1e-12));
        assertThat(sampler.probability(Instance.of(6, 0.75))).isCloseTo(1 / 14.0, within(1e-12));
        assertThat(SPACE.instances().stream().mapToDouble(sampler::probability).sum())
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void sameSeedGivesTheSameDrawsAndAnotherSeedOthers() {
        List<Instance> draws = draws(3);
        assertThat(draws(3)).isEqualTo(draws);
        assertThat(draws(4)).isNotEqualTo(draws);
    }

    private static List<Instance> draws(long seed) {
        InstanceSampler sampler = InstanceSampler.paper(SPACE, seed);
        return LongStream.range(0, 100).mapToObj(sampler::draw).toList();
    }

    @Test
    void drawOfAnIterationDoesNotDependOnEarlierCalls() {
        InstanceSampler sampler = InstanceSampler.paper(SPACE, 3);
        List<Integer> order = new ArrayList<>(IntStream.range(0, 100).boxed().toList());
        Collections.shuffle(order, new Random(1));
        List<Instance> expected = draws(3);
        for (int iteration : order) {
            assertThat(sampler.draw(iteration)).isEqualTo(expected.get(iteration));
        }
    }
}
