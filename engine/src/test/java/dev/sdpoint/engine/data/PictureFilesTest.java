package dev.sdpoint.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Small files as another program (Pillow) wrote them: 16×8 pixels. */
class PictureFilesTest {
    private static RgbImage read(String file) throws IOException, DataException {
        try (InputStream in = Objects.requireNonNull(PictureFilesTest.class.getResourceAsStream(file))) {
            return PictureReader.read(in.readAllBytes(), file);
        }
    }

    private static void assertColour(RgbImage picture, int row, int column, int... rgb) {
        for (int channel = 0; channel < 3; channel++) {
            assertThat(picture.pixel(row, column, channel)).isCloseTo(rgb[channel], within(12));
        }
    }

    @ParameterizedTest
    @CsvSource({"plain-lossy.webp", "plain-lossless.webp", "cmyk.jpg"})
    void readsPlainPictures(String file) throws IOException, DataException {
        RgbImage picture = read(file);
        assertThat(picture.width()).isEqualTo(16);
        assertThat(picture.height()).isEqualTo(8);
        assertColour(picture, 4, 8, 200, 100, 50);
    }

    @Test
    void laysTransparentWebpOverWhite() throws IOException, DataException {
        assertColour(read("transparent.webp"), 4, 8, 255, 255, 255);
    }

    @Test
    void readsPackedTiff() throws IOException, DataException {
        RgbImage picture = read("plain.tif");
        assertColour(picture, 4, 2, 10, 20, 30);
        assertColour(picture, 4, 13, 200, 100, 50);
    }

    @ParameterizedTest
    @CsvSource({"turned.webp", "turned.jpg"})
    void turnsPicturesUpright(String file) throws IOException, DataException {
        RgbImage picture = read(file); // stored dark at the left; to be turned by a quarter to the right
        assertThat(picture.width()).isEqualTo(8);
        assertThat(picture.height()).isEqualTo(16);
        assertColour(picture, 2, 4, 10, 20, 30);
        assertColour(picture, 13, 4, 200, 100, 50);
    }

    @Test
    void cutsASquareOut() {
        byte[] pixels = new byte[4 * 3 * 3];
        for (int i = 0; i < 12; i++) {
            pixels[3 * i] = (byte) (10 * i);
        }
        RgbImage picture = new RgbImage(4, 3, pixels);
        RgbImage cut = PictureReader.crop(picture, 2, 1, 2, 2);
        assertThat(cut.pixel(0, 0, 0)).isEqualTo(60);
        assertThat(cut.pixel(1, 1, 0)).isEqualTo(110);
        assertThat(PictureReader.crop(picture, 2, 1, 2, 1).pixel(0, 0, 0)).isEqualTo(85); // mean of 60, 70, 100, 110
        assertThat(PictureReader.crop(picture, 0, 0, 3, 2)).isEqualTo(PictureReader.fit(picture, 2));
        assertThatThrownBy(() -> PictureReader.crop(picture, 3, 0, 2, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not inside");
    }
}
