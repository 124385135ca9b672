package dev.sdpoint.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PictureFitTest {
    /** A picture whose red is given row by row, with green 255 − red and blue 7. */
    private static RgbImage picture(int width, int... red) {
        byte[] pixels = new byte[red.length * 3];
        for (int i = 0; i < red.length; i++) {
            pixels[i * 3] = (byte) red[i];
            pixels[i * 3 + 1] = (byte) (255 - red[i]);
            pixels[i * 3 + 2] = 7;
        }
        return new RgbImage(width, red.length / width, pixels);
    }

    private static RgbImage fit(int side, int width, int... red) {
        return PictureReader.fit(picture(width, red), side);
    }

    @Test
    void leavesPicturesOfTheRightSizeAsTheyAre() {
        RgbImage picture = picture(2, 1, 2, 3, 4);
        assertThat(PictureReader.fit(picture, 2)).isSameAs(picture);
    }

    @Test
    void averagesWholePixels() {
        assertThat(fit(2, 4, 0, 10, 100, 200, 20, 30, 100, 200, 1, 1, 50, 50, 1, 1, 50, 54))
                .isEqualTo(picture(2, 15, 150, 1, 51));
    }

    @Test
    void averagesPartsOfPixels() {
        // two target columns over three: (1·0 + ½·30) / 1½ = 10 and (½·30 + 1·90) / 1½ = 70; rows alike
        assertThat(fit(2, 3, 0, 30, 90, 0, 30, 90, 0, 30, 90)).isEqualTo(picture(2, 10, 70, 10, 70));
        assertThat(fit(2, 3, 0, 0, 0, 30, 30, 30, 90, 90, 90)).isEqualTo(picture(2, 10, 10, 70, 70));
    }

    @Test
    void cutsTheCentreOutOfWidePictures() {
        assertThat(fit(2, 5, 9, 1, 2, 9, 9, 9, 3, 4, 9, 9)).isEqualTo(picture(2, 1, 2, 3, 4));
    }

    @Test
    void cutsTheCentreOutOfTallPictures() {
        assertThat(fit(1, 1, 200, 20, 200)).isEqualTo(picture(1, 20));
    }

    @Test
    void interpolatesBetweenPixelCentresWhenEnlarging() {
        // centres of the target lie at −¼, ¼, ¾ and 1¼ of the source; outside the centres the border counts alone
        assertThat(fit(4, 2, 0, 100, 0, 100))
                .isEqualTo(picture(4, 0, 25, 75, 100, 0, 25, 75, 100, 0, 25, 75, 100, 0, 25, 75, 100));
        assertThat(fit(4, 2, 0, 0, 100, 100))
                .isEqualTo(picture(4, 0, 0, 0, 0, 25, 25, 25, 25, 75, 75, 75, 75, 100, 100, 100, 100));
    }

    @Test
    void keepsBrightAreasBrightAtEveryScale() {
        int[] white = IntStream.range(0, 77 * 77).map(i -> 255).toArray();
        for (int side : new int[] {1, 3, 32, 76, 77, 78, 200}) {
            RgbImage fitted = fit(side, 77, white);
            assertThat(fitted.width()).isEqualTo(side);
            for (int i = 0; i < side; i++) {
                assertThat(fitted.pixel(i, side - 1 - i, 0)).isEqualTo(255);
                assertThat(fitted.pixel(i, side - 1 - i, 1)).isZero();
            }
        }
    }

    @Test
    void rejectsSidesOutsideTheRange() {
        assertThatThrownBy(() -> fit(0, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("side 0 is outside 1 to 4096");
        assertThatThrownBy(() -> fit(4097, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
