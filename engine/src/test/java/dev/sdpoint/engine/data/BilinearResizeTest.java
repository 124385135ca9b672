package dev.sdpoint.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Output pixel i samples the input at (i + ½) · in / out − ½, as PyTorch's interpolate with align_corners=False. */
class BilinearResizeTest {
    private static final Offset<Float> CLOSE = within(1e-6f);

    /** A square image whose rows are alike, resized; its first row. */
    private static float[] row(int out, float... pixels) {
        int in = pixels.length;
        float[] image = new float[in * in];
        for (int i = 0; i < image.length; i++) {
            image[i] = pixels[i % in];
        }
        float[] resized = BilinearResize.of(in, out).apply(image, 1);
        float[] row = new float[out];
        for (int i = 0; i < resized.length; i++) {
            assertThat(resized[i]).as("row %d", i / out).isEqualTo(resized[i % out], CLOSE);
            row[i % out] = resized[i];
        }
        return row;
    }

    @Test
    void twoToFourSamplesQuartersAndHoldsTheBorders() {
        // at −¼ (held at 0), ¼, ¾, 1¼ (held at 1)
        assertThat(row(4, 0, 4)).containsExactly(new float[] {0, 1, 3, 4}, CLOSE);
    }

    @Test
    void fourToTwoSamplesBetweenPairs() {
        // at ½ and 2½
        assertThat(row(2, 1, 3, 10, 20)).containsExactly(new float[] {2, 15}, CLOSE);
    }

    @Test
    void threeToTwoSamplesAtQuarters() {
        // at ¼ and 1¾
        assertThat(row(2, 0, 4, 12)).containsExactly(new float[] {1, 10}, CLOSE);
    }

    @Test
    void fourToThreeSamplesAtSixths() {
        // at 1/6, 1½ and 2 5/6
        assertThat(row(3, 0, 6, 12, 30)).containsExactly(new float[] {1, 9, 27}, CLOSE);
    }

    @Test
    void aQuarterLeavesPixelsOutForThereIsNoAntiAliasing() {
        // at 1½: the outer two of four have no weight
        assertThat(row(1, 100, 2, 4, 100)).containsExactly(new float[] {3}, CLOSE);
        assertThat(row(3, 5)).containsExactly(new float[] {5, 5, 5}, CLOSE);
    }

    @Test
    void rowsAndColumnsMixIndependently() {
        // 2 · 2 to 3 · 3: at −1/6 (held at 0), ½ and 1 1/6 (held at 1)
        float[] resized = BilinearResize.of(2, 3).apply(new float[] {0, 2, 4, 10}, 1);
        assertThat(resized).containsExactly(new float[] {0, 1, 2, 2, 4, 6, 4, 7, 10}, CLOSE);
    }

    @Test
    void channelsAndImagesStayApart() {
        // two images of 2 · 2 pixels with two channels, to one pixel: the mean of four
        float[] images = {0, 10, 2, 20, 4, 30, 6, 40, 100, 1, 100, 1, 100, 1, 300, 5};
        assertThat(BilinearResize.of(2, 1).apply(images, 2)).containsExactly(new float[] {3, 25, 150, 2}, CLOSE);
    }

    @ParameterizedTest
    @CsvSource({"1", "7", "32"})
    void sameSideChangesNothing(int side) {
        float[] images = new float[2 * side * side * 3];
        Random random = new Random(side);
        for (int i = 0; i < images.length; i++) {
            images[i] = random.nextFloat();
        }
        assertThat(BilinearResize.of(side, side).apply(images, 2)).isEqualTo(images);
    }

    @ParameterizedTest
    @CsvSource({"32, 16", "32, 17", "32, 24", "32, 31", "16, 32", "33, 20", "224, 112"})
    void aSlopeStaysASlopeWithinTheBorders(int in, int out) {
        float[] slope = new float[in];
        for (int i = 0; i < in; i++) {
            slope[i] = i;
        }
        float[] resized = row(out, slope);
        for (int i = 0; i < out; i++) {
            double at = Math.min(in - 1, Math.max(0, (i + 0.5) * in / out - 0.5));
            assertThat((double) resized[i]).isCloseTo(at, within(1e-4));
        }
    }

    @Test
    void refusesSidesAndArraysThatAreNoImages() {
        assertThatThrownBy(() -> BilinearResize.of(0, 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sides 0 and 4");
        assertThatThrownBy(() -> BilinearResize.of(4, 0)).isInstanceOf(IllegalArgumentException.class);
        for (int count : new int[] {0, -1, 3}) {
            assertThatThrownBy(() -> BilinearResize.of(2, 4).apply(new float[8], count))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("8 values are not " + count + " images of side 2");
        }
    }
}
