package dev.sdpoint.engine.sdpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each way of drawing against its distribution; the bounds are exceeded by one seed in a thousand. */
class DrawingTest {
    /** ResNeXt-101: a stem and 33 blocks, 69 instances. */
    private static final InstanceSpace LARGE = InstanceSpace.of(34, InstanceSpace.PAPER_RATIOS);
    /** WRN-16: 6 blocks, 13 instances. */
    private static final InstanceSpace SMALL = InstanceSpace.of(6, InstanceSpace.PAPER_RATIOS);

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 2018})
    void paperDrawsNoneAndEveryPointAlike(long seed) {
        Map<Instance, Double> expected = new HashMap<>();
        LARGE.instances().forEach(instance -> expected.put(instance, 1 / 35.0 / 2));
        expected.put(Instance.FULL, 1 / 35.0);
        assertThat(Draws.chiSquare(InstanceSampler.paper(LARGE, seed), expected))
                .isLessThan(109.8); // 68 degrees
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 2018})
    void officialCodeNeverDrawsTheFirstBlockAndFullResolutionTwiceAsOften(long seed) {
        // B = 33 blocks and the stem, which is point 1; block 0 is point 2
        Map<Instance, Double> expected = new HashMap<>();
        LARGE.instances().forEach(instance -> expected.put(instance, 1 / 35.0 / 2));
        expected.put(Instance.FULL, 2 / 35.0);
        expected.remove(Instance.of(2, 0.5));
        expected.remove(Instance.of(2, 0.75));
        InstanceSampler sampler = InstanceSampler.officialCode(LARGE, true, true, seed);
        assertThat(Draws.chiSquare(sampler, expected)).isLessThan(107.3); // 66 degrees
        assertThat(sampler.probability(Instance.of(2, 0.5))).isZero();
        assertThat(sampler.probability(Instance.of(1, 0.5))).isPositive();
    }

    @Test
    void officialCodeWithoutAStemNeverDrawsPointOne() {
        Map<Instance, Double> expected = new HashMap<>();
        SMALL.instances().forEach(instance -> expected.put(instance, 1 / 7.0 / 2));
        expected.put(Instance.FULL, 2 / 7.0);
        expected.remove(Instance.of(1, 0.5));
        expected.remove(Instance.of(1, 0.75));
        InstanceSampler sampler = InstanceSampler.officialCode(SMALL, false, true, 7);
        assertThat(Draws.chiSquare(sampler, expected)).isLessThan(29.6); // 10 degrees
    }

    @Test
    void officialCodeUsesTheStemAloneWhereBlocksHaveNoRatios() {
        // 18 layers: 8 blocks; each of them drawn downsamples nothing
        InstanceSpace space = InstanceSpace.of(9, InstanceSpace.PAPER_RATIOS);
        InstanceSampler sampler = InstanceSampler.officialCode(space, true, false, 7);
        Map<Instance, Double> expected =
                Map.of(Instance.FULL, 0.9, Instance.of(1, 0.5), 0.05, Instance.of(1, 0.75), 0.05);
        assertThat(Draws.chiSquare(sampler, expected)).isLessThan(13.8); // 2 degrees
    }

    @Test
    void alternatePointsAreDrawnAlikeAndOthersNever() {
        InstanceSpace space = InstanceSpace.of(6, List.of(0.5), PointChoice.ALTERNATE);
        Map<Instance, Double> expected = Map.of(
                Instance.FULL, 0.25, Instance.of(1, 0.5), 0.25, Instance.of(3, 0.5), 0.25, Instance.of(5, 0.5), 0.25);
        assertThat(Draws.chiSquare(InstanceSampler.paper(space, 7), expected)).isLessThan(16.3); // 3 degrees
    }

    @Test
    void officialCodeLeavesPointsThatAreNotUsedAtFullResolution() {
        InstanceSpace space = InstanceSpace.of(6, List.of(0.5), PointChoice.ALTERNATE);
        Map<Instance, Double> expected =
                Map.of(Instance.FULL, 5 / 7.0, Instance.of(3, 0.5), 1 / 7.0, Instance.of(5, 0.5), 1 / 7.0);
        assertThat(Draws.chiSquare(InstanceSampler.officialCode(space, false, true, 7), expected))
                .isLessThan(13.8); // 2 degrees
    }

    @Test
    void multiscaleDrawsEverySideFromHalfToFullAlike() {
        InstanceSpace space = InstanceSpace.imageSides(6, 32);
        assertThat(space.instances().stream().map(i -> Instance.pooledSide(32, i.ratio())))
                .containsExactly(32, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31);
        Map<Instance, Double> expected = new HashMap<>();
        space.instances().forEach(instance -> expected.put(instance, 1 / 17.0));
        assertThat(Draws.chiSquare(InstanceSampler.uniform(space, 7), expected)).isLessThan(39.3); // 16 degrees
    }

    @Test
    void fullResolutionAloneIsDrawnWhereNothingIsVaried() {
        assertThat(Draws.counts(InstanceSampler.full())).containsOnlyKeys(Instance.FULL);
    }

    /** Runs on record go on as they began: these are the draws of the first sampler of this program. */
    @Test
    void drawsTheSameNumbersAsItAlwaysDid() {
        InstanceSampler sampler = InstanceSampler.paper(SMALL, 7);
        assertThat(LongStream.range(0, 30).mapToObj(i -> shown(sampler.draw(i))).collect(Collectors.joining(" ")))
                .isEqualTo(
                        "3@0.5 3@0.5 0@1.0 2@0.75 0@1.0 6@0.5 5@0.5 4@0.75 2@0.5 5@0.5 5@0.5 2@0.5 1@0.5 4@0.5 0@1.0 3@0.75 "
                                + "6@0.5 2@0.75 1@0.75 0@1.0 3@0.75 6@0.5 1@0.75 4@0.5 6@0.75 6@0.5 5@0.75 3@0.75 2@0.5 4@0.5");
        assertThat(shown(sampler.draw(99_999))).isEqualTo("6@0.5");
        assertThat(shown(sampler.draw(1L << 40))).isEqualTo("4@0.5");
        InstanceSampler oneRatio = InstanceSampler.paper(InstanceSpace.of(12, List.of(0.5)), 7);
        for (int i = 0; i < 10; i++) {
            assertThat(oneRatio.draw(i).point())
                    .isEqualTo(List.of(3, 4, 7, 9, 2, 2, 2, 7, 5, 1).get(i));
        }
    }

    private static String shown(Instance instance) {
        return instance.point() + "@" + instance.ratio();
    }

    @Test
    void listsTheDefectsOfTheOfficialCode() {
        assertThat(Drawing.DEFECTS).hasSize(3).allMatch(sentence -> sentence.endsWith("."));
        assertThat(Drawing.OFFICIAL_CODE.id()).isEqualTo("official-code");
        assertThat(Drawing.PAPER.id()).isEqualTo("paper");
    }
}
