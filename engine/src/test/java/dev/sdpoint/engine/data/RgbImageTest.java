package dev.sdpoint.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RgbImageTest {
    @Test
    void equalsByContent() {
        RgbImage image = new RgbImage(2, 1, new byte[] {1, 2, 3, 4, 5, 6});
        assertThat(image)
                .isEqualTo(new RgbImage(2, 1, new byte[] {1, 2, 3, 4, 5, 6}))
                .hasSameHashCodeAs(new RgbImage(2, 1, new byte[] {1, 2, 3, 4, 5, 6}))
                .isNotEqualTo(new RgbImage(1, 2, new byte[] {1, 2, 3, 4, 5, 6}))
                .isNotEqualTo(new RgbImage(2, 1, new byte[] {1, 2, 3, 4, 5, 7}));
    }

    @Test
    void findsPixelsByRowColumnAndChannel() {
        RgbImage image = new RgbImage(2, 2, new byte[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, (byte) 200});
        assertThat(image.pixel(0, 1, 0)).isEqualTo(3);
        assertThat(image.pixel(1, 0, 1)).isEqualTo(7);
        assertThat(image.pixel(1, 1, 2)).isEqualTo(200);
    }

    @Test
    void rejectsPixelsOutsideThePicture() {
        RgbImage image = new RgbImage(2, 1, new byte[6]);
        assertThatThrownBy(() -> image.pixel(0, 2, 0))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessageContaining("2×1");
    }

    @Test
    void rejectsWrongNumberOfBytes() {
        assertThatThrownBy(() -> new RgbImage(2, 2, new byte[11]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("needs 12 bytes, got 11");
    }

    @Test
    void rejectsSidesWhoseProductOverflows() {
        assertThatThrownBy(() -> new RgbImage(1 << 16, 1 << 16, new byte[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("12884901888");
    }

    @Test
    void rejectsPicturesWithoutPixels() {
        assertThatThrownBy(() -> new RgbImage(0, 1, new byte[0])).isInstanceOf(IllegalArgumentException.class);
    }
}
