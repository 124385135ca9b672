package dev.sdpoint.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SrgbPixelsTest {
    @Test
    void convertsOtherColourSpaces() {
        ComponentColorModel linear = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_LINEAR_RGB),
                false,
                false,
                Transparency.OPAQUE,
                DataBuffer.TYPE_BYTE);
        WritableRaster raster = linear.createCompatibleWritableRaster(3, 150);
        for (int i = 0; i < 450; i++) {
            raster.setPixel(
                    i % 3, i / 3, new int[] {0, 55, 255}); // 55 / 255 = 0.2157 in linear light is 0.5020 in sRGB
        }
        RgbImage picture = SrgbPixels.of(new BufferedImage(linear, raster, false, null));
        for (int row = 0; row < 150; row++) {
            assertThat(picture.pixel(row, 1, 0)).isCloseTo(0, within(2));
            assertThat(picture.pixel(row, 1, 1)).isCloseTo(128, within(2));
            assertThat(picture.pixel(row, 1, 2)).isCloseTo(255, within(2));
        }
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_3BYTE_BGR,
                BufferedImage.TYPE_4BYTE_ABGR,
                BufferedImage.TYPE_4BYTE_ABGR_PRE,
                BufferedImage.TYPE_INT_RGB,
                BufferedImage.TYPE_INT_BGR,
                BufferedImage.TYPE_INT_ARGB_PRE
            })
    void readsEveryLayoutAlike(int type) {
        BufferedImage picture = TestPictures.plain(2, 70, type, 0xFF0A141E);
        picture.setRGB(1, 69, 0xFFC8B4A0);
        RgbImage read = SrgbPixels.of(picture);
        assertThat(new int[] {read.pixel(69, 0, 0), read.pixel(69, 0, 1), read.pixel(69, 0, 2)})
                .containsExactly(10, 20, 30);
        assertThat(new int[] {read.pixel(69, 1, 0), read.pixel(69, 1, 1), read.pixel(69, 1, 2)})
                .containsExactly(200, 180, 160);
    }
}
