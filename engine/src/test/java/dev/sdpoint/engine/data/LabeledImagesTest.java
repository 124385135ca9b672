package dev.sdpoint.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LabeledImagesTest {
    /** Two images of 2×2 pixels whose bytes count from 0 to 23. */
    private static LabeledImages counting() {
        byte[] pixels = new byte[24];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) i;
        }
        return new LabeledImages(2, pixels, new int[] {7, 3});
    }

    @Test
    void findsPixelsByImageRowColumnAndChannel() {
        LabeledImages images = counting();
        assertThat(images.pixel(0, 0, 0, 0)).isZero();
        assertThat(images.pixel(0, 0, 1, 2)).isEqualTo(5);
        assertThat(images.pixel(0, 1, 0, 1)).isEqualTo(7);
        assertThat(images.pixel(1, 1, 1, 2)).isEqualTo(23);
    }

    @Test
    void readsBytesAsUnsigned() {
        LabeledImages images = new LabeledImages(1, new byte[] {(byte) 255, (byte) 128, 127}, new int[] {0});
        assertThat(new int[] {images.pixel(0, 0, 0, 0), images.pixel(0, 0, 0, 1), images.pixel(0, 0, 0, 2)})
                .containsExactly(255, 128, 127);
    }

    @Test
    void copiesOneImageToAnyPlace() {
        byte[] target = new byte[15];
        counting().copyPixels(1, target, 2);
        assertThat(target).containsExactly(0, 0, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 0);
    }

    @Test
    void handsOutPixelsThatCanBeChangedSafely() {
        LabeledImages images = counting();
        images.pixels(0)[0] = 99;
        images.image(0).pixels()[1] = 99;
        assertThat(images.image(0)).isEqualTo(new RgbImage(2, 2, new byte[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}));
    }

    @Test
    void copiesLabels() {
        int[] labels = {1};
        LabeledImages images = new LabeledImages(1, new byte[3], labels);
        labels[0] = 2;
        assertThat(images.label(0)).isEqualTo(1);
    }

    @Test
    void subsetKeepsTheOrderAskedForAndMayRepeat() {
        LabeledImages images = counting();
        LabeledImages subset = images.subset(new int[] {1, 0, 1});
        assertThat(subset.size()).isEqualTo(3);
        assertThat(new int[] {subset.label(0), subset.label(1), subset.label(2)})
                .containsExactly(3, 7, 3);
        assertThat(subset.image(0)).isEqualTo(images.image(1));
        assertThat(subset.image(1)).isEqualTo(images.image(0));
        assertThat(subset.image(2)).isEqualTo(images.image(1));
    }

    @Test
    void mayBeEmpty() {
        assertThat(counting().subset(new int[0]).size()).isZero();
    }

    @Test
    void rejectsTooFewPixelsForTheLabels() {
        assertThatThrownBy(() -> new LabeledImages(2, new byte[23], new int[] {0, 1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("need 24 bytes, got 23");
    }

    @Test
    void rejectsNegativeLabels() {
        assertThatThrownBy(() -> new LabeledImages(1, new byte[6], new int[] {0, -1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Image 1 has label -1");
    }

    @Test
    void rejectsIndicesOutsideTheImages() {
        LabeledImages images = counting();
        assertThatThrownBy(() -> images.pixels(2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> images.label(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> images.pixel(0, 0, 2, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> images.subset(new int[] {0, 2})).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
