package dev.sdpoint.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NormalizationTest {
    @Test
    void computesMeanAndDeviationByHand() {
        // red 0 and 255: mean 1/2, deviation 1/2; green 51 and 153: mean 0.4, deviation 0.2; blue always 255
        LabeledImages images = new LabeledImages(1, new byte[] {0, 51, -1, -1, (byte) 153, -1}, new int[] {0, 0});
        Normalization found = Normalization.of(images);
        assertThat(found.mean()).containsExactly(0.5f, 0.4f, 1f);
        assertThat(found.deviation()).containsExactly(0.5f, 0.2f, 1 / 255f);
    }

    @Test
    void channelThatNeverVariesBecomesZero() {
        LabeledImages white = new LabeledImages(1, new byte[] {-1, -1, -1}, new int[] {0});
        assertThat(Normalization.of(white).apply(white.image(0))).containsExactly(0f, 0f, 0f);
    }

    @Test
    void staysExactOverManyPixels() {
        byte[] pixels = new byte[3 * 1000 * 1000];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i % 2 == 0 ? 100 : 101); // mean 100.5, deviation 0.5
        }
        Normalization found = Normalization.of(new LabeledImages(1000, pixels, new int[] {0}));
        assertThat(found.mean()).containsOnly((float) (100.5 / 255));
        assertThat(found.deviation()).containsOnly((float) (0.5 / 255));
    }

    @Test
    void normalizesEachChannelWithItsOwnValues() {
        Normalization normalization = new Normalization(new float[] {0, 0.5f, 1}, new float[] {1, 0.5f, 0.25f});
        RgbImage picture = new RgbImage(2, 1, new byte[] {51, 0, 0, -1, -1, -1});
        assertThat(normalization.apply(picture)).containsExactly(0.2f, -1f, -4f, 1f, 1f, 0f);
    }

    @Test
    void knowsTheValuesOfCifar10() {
        float[] black = Normalization.CIFAR10.apply(new RgbImage(1, 1, new byte[3]));
        assertThat(black[0]).isCloseTo(-1.98947f, within(1e-5f));
        assertThat(black[1]).isCloseTo(-1.98029f, within(1e-5f));
        assertThat(black[2]).isCloseTo(-1.70680f, within(1e-5f));
    }

    @Test
    void cannotBeChangedThroughItsArrays() {
        float[] mean = {0, 0, 0};
        Normalization normalization = new Normalization(mean, new float[] {1, 1, 1});
        mean[0] = 5;
        normalization.mean()[1] = 5;
        normalization.deviation()[2] = 5;
        assertThat(normalization).isEqualTo(new Normalization(new float[] {0, 0, 0}, new float[] {1, 1, 1}));
    }

    @Test
    void rejectsDeviationThatCannotDivide() {
        for (float wrong : new float[] {0, -1, Float.NaN, Float.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> new Normalization(new float[3], new float[] {1, wrong, 1}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("deviation[1] = " + wrong);
        }
    }

    @Test
    void rejectsWrongNumberOfChannels() {
        assertThatThrownBy(() -> new Normalization(new float[3], new float[] {1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("got 3 and 1");
    }

    @Test
    void rejectsNoImages() {
        assertThatThrownBy(() -> Normalization.of(new LabeledImages(1, new byte[0], new int[0])))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
