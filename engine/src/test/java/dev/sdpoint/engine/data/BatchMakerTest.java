package dev.sdpoint.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class BatchMakerTest {
    /** Red becomes its byte value, green its value over 255, blue {@code value - 100}: so nothing but padding is 0 below. */
    private static final Normalization SCALE =
            new Normalization(new float[] {0, 0, 100 / 255f}, new float[] {1 / 255f, 1, 1 / 255f});

    private static final Offset<Float> ROUNDING = within(1e-4f);

    /** Where the image 10 20 / 30 40 can lie after padding with one 0 on each side and cropping, and its mirrored forms. */
    private static final List<List<Integer>> WINDOWS = List.of(
            List.of(10, 20, 30, 40),
            List.of(0, 0, 0, 10),
            List.of(0, 0, 10, 20),
            List.of(0, 0, 20, 0),
            List.of(0, 10, 0, 30),
            List.of(20, 0, 40, 0),
            List.of(0, 30, 0, 0),
            List.of(30, 40, 0, 0),
            List.of(40, 0, 0, 0),
            List.of(20, 10, 40, 30),
            List.of(0, 0, 10, 0),
            List.of(0, 0, 20, 10),
            List.of(0, 0, 0, 20),
            List.of(10, 0, 30, 0),
            List.of(0, 20, 0, 40),
            List.of(30, 0, 0, 0),
            List.of(40, 30, 0, 0),
            List.of(0, 40, 0, 0));

    /** Two images: 10 20 / 30 40 in red, half of it in green, 200 in blue; and one of 1s. */
    private static LabeledImages images() {
        byte[] pixels = new byte[24];
        Arrays.fill(pixels, (byte) 1);
        for (int p = 0; p < 4; p++) {
            pixels[p * 3] = (byte) (10 * (p + 1));
            pixels[p * 3 + 1] = (byte) (5 * (p + 1));
            pixels[p * 3 + 2] = (byte) 200;
        }
        return new LabeledImages(2, pixels, new int[] {4, 9});
    }

    private static BatchMaker cropping(int padding) {
        return new BatchMaker(images(), SCALE, new Augmentation.CropAndFlip(padding));
    }

    /** The red values of one 2×2 image of a batch. */
    private static List<Integer> red(float[] batch, int image) {
        return IntStream.range(0, 4)
                .mapToObj(p -> Math.round(batch[image * 12 + p * 3]))
                .toList();
    }

    @Test
    void plainBatchHoldsNormalizedPixelsInOrder() {
        Batch batch = new BatchMaker(images(), SCALE, new Augmentation.None()).make(new int[] {1, 0}, 5);
        assertThat(batch.size()).isEqualTo(2);
        assertThat(batch.side()).isEqualTo(2);
        assertThat(batch.labels()).containsExactly(9, 4);
        assertThat(batch.images()[0]).isCloseTo(1f, ROUNDING);
        assertThat(batch.images()[1]).isCloseTo(1 / 255f, ROUNDING);
        assertThat(batch.images()[2]).isCloseTo(-99f, ROUNDING);
        assertThat(red(batch.images(), 0)).containsExactly(1, 1, 1, 1);
        assertThat(red(batch.images(), 1)).containsExactly(10, 20, 30, 40);
        assertThat(batch.images()[12 + 3 * 3 + 1]).isCloseTo(20 / 255f, ROUNDING);
        assertThat(batch.images()[12 + 3 * 3 + 2]).isCloseTo(100f, ROUNDING);
    }

    @Test
    void plainBatchIsWhatTheNormalizationMakesOfTheImage() {
        LabeledImages images = images();
        Batch batch = new BatchMaker(images, Normalization.CIFAR10, new Augmentation.None()).make(new int[] {0}, 0);
        assertThat(batch.images()).containsExactly(Normalization.CIFAR10.apply(images.image(0)));
    }

    @Test
    void drawsEveryWindowAndItsMirrorImageEquallyOften() {
        BatchMaker maker = cropping(1);
        Map<List<Integer>, Integer> seen = new HashMap<>();
        int draws = 18 * 1000;
        for (int seed = 0; seed < draws; seed++) {
            seen.merge(red(maker.make(new int[] {0}, seed).images(), 0), 1, Integer::sum);
        }
        assertThat(seen.keySet()).containsExactlyInAnyOrderElementsOf(WINDOWS);
        // 1,000 expected each with a deviation of 31
        assertThat(seen.values()).allSatisfy(count -> assertThat(count).isBetween(850, 1150));
    }

    @Test
    void channelsMoveTogetherAndPaddingIsZeroAfterNormalization() {
        BatchMaker maker = cropping(1);
        for (int seed = 0; seed < 100; seed++) {
            float[] values = maker.make(new int[] {0}, seed).images();
            for (int p = 0; p < 4; p++) {
                float red = values[p * 3];
                if (red == 0) {
                    assertThat(values[p * 3 + 1]).isZero();
                    assertThat(values[p * 3 + 2]).isZero();
                } else {
                    assertThat(values[p * 3 + 1]).isCloseTo(red / 2 / 255, ROUNDING);
                    assertThat(values[p * 3 + 2]).isCloseTo(100f, ROUNDING);
                }
            }
        }
    }

    @Test
    void paddingOfZeroOnlyMirrors() {
        BatchMaker maker = cropping(0);
        assertThat(IntStream.range(0, 100)
                        .mapToObj(seed -> red(maker.make(new int[] {0}, seed).images(), 0))
                        .distinct())
                .containsExactlyInAnyOrder(List.of(10, 20, 30, 40), List.of(20, 10, 40, 30));
    }

    @Test
    void windowMayMissTheImageAltogether() {
        BatchMaker maker = cropping(4);
        assertThat(IntStream.range(0, 100)
                        .mapToObj(seed -> red(maker.make(new int[] {0}, seed).images(), 0)))
                .contains(List.of(0, 0, 0, 0));
    }

    @Test
    void imagesOfABatchAreAugmentedIndependently() {
        float[] values = cropping(1).make(new int[] {0, 0, 0, 0, 0, 0, 0, 0}, 3).images();
        assertThat(IntStream.range(0, 8).mapToObj(image -> red(values, image)).distinct())
                .hasSizeGreaterThan(3);
    }

    @Test
    void sameSeedGivesTheSameBatchAndAnotherSeedAnother() {
        BatchMaker maker = cropping(1);
        int[] indices = {0, 1, 0, 0, 1, 0};
        assertThat(maker.make(indices, 42)).isEqualTo(cropping(1).make(indices, 42));
        assertThat(maker.make(indices, 42)).isNotEqualTo(maker.make(indices, 43));
    }

    @Test
    void fillOverwritesWhatWasThereAndNothingBehind() {
        BatchMaker maker = cropping(1);
        for (int seed = 0; seed < 50; seed++) {
            float[] target = new float[15];
            Arrays.fill(target, 77);
            maker.fill(new int[] {0}, seed, target);
            assertThat(Arrays.copyOf(target, 12))
                    .containsExactly(maker.make(new int[] {0}, seed).images());
            assertThat(Arrays.copyOfRange(target, 12, 15)).containsOnly(77f);
        }
    }

    @Test
    void rejectsTargetThatIsTooShort() {
        assertThatThrownBy(() -> cropping(1).fill(new int[] {0, 1}, 0, new float[23]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("24");
    }

    @Test
    void rejectsImagesThatAreNotThere() {
        assertThatThrownBy(() -> cropping(1).make(new int[] {2}, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void rejectsEmptyBatch() {
        assertThatThrownBy(() -> cropping(1).make(new int[0], 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void rejectsNegativePadding() {
        assertThatThrownBy(() -> new Augmentation.CropAndFlip(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("padding -1 is outside 0 to 64");
    }
}
