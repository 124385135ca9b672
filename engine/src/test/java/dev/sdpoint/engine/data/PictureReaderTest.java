package dev.sdpoint.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureReaderTest {
    private static RgbImage read(BufferedImage picture, String format) throws IOException, DataException {
        return PictureReader.read(TestPictures.encode(picture, format), "test." + format);
    }

    private static void assertColour(RgbImage picture, int red, int green, int blue, int tolerance) {
        int row = picture.height() / 2;
        int column = picture.width() / 2;
        assertThat(picture.pixel(row, column, 0)).as("red").isCloseTo(red, within(tolerance));
        assertThat(picture.pixel(row, column, 1)).as("green").isCloseTo(green, within(tolerance));
        assertThat(picture.pixel(row, column, 2)).as("blue").isCloseTo(blue, within(tolerance));
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "bmp", "tiff"})
    void readsEveryPixelOfLosslessFormats(String format) throws IOException, DataException {
        BufferedImage picture = TestPictures.noise(7, 130); // more rows than are converted at once
        RgbImage read = read(picture, format);
        for (int row = 0; row < 130; row++) {
            for (int column = 0; column < 7; column++) {
                Color expected = new Color(picture.getRGB(column, row));
                assertThat(new Color(
                                read.pixel(row, column, 0), read.pixel(row, column, 1), read.pixel(row, column, 2)))
                        .isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "gif", "bmp", "tiff", "jpeg"})
    void keepsColoursInEveryFormat(String format) throws IOException, DataException {
        BufferedImage picture = TestPictures.plain(16, 8, BufferedImage.TYPE_3BYTE_BGR, 0xFFC86432);
        assertColour(read(picture, format), 200, 100, 50, format.equals("jpeg") || format.equals("gif") ? 6 : 0);
    }

    @Test
    void readsFilesByContentWhateverTheirName(@TempDir Path folder) throws IOException, DataException {
        BufferedImage picture = TestPictures.noise(5, 4);
        byte[] png = TestPictures.encode(picture, "png");
        Path file = Files.write(folder.resolve("holiday.txt"), png);
        assertThat(PictureReader.read(file)).isEqualTo(PictureReader.read(png, "memory"));
        Files.delete(file); // on Windows only possible once the reader has let go of it
    }

    @Test
    void readsOnePixel() throws IOException, DataException {
        RgbImage pixel = read(TestPictures.plain(1, 1, BufferedImage.TYPE_INT_RGB, 0xFF010203), "png");
        assertThat(pixel).isEqualTo(new RgbImage(1, 1, new byte[] {1, 2, 3}));
        assertThat(PictureReader.fit(pixel, 32).pixels()).hasSize(32 * 32 * 3).containsOnly(1, 2, 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "tiff", "bmp", "gif"})
    void keepsGreyAsItIs(String format) throws IOException, DataException {
        BufferedImage grey = new BufferedImage(4, 4, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 16; i++) {
            grey.getRaster().setSample(i % 4, i / 4, 0, 100);
        }
        assertColour(read(grey, format), 100, 100, 100, 0);
    }

    @Test
    void keepsGreyOfJpegsAsItIs() throws IOException, DataException {
        BufferedImage grey = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 256; i++) {
            grey.getRaster().setSample(i % 16, i / 16, 0, 100);
        }
        assertColour(read(grey, "jpeg"), 100, 100, 100, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "tiff"})
    void scalesSixteenBitGreyToEight(String format) throws IOException, DataException {
        BufferedImage grey = new BufferedImage(3, 1, BufferedImage.TYPE_USHORT_GRAY);
        grey.getRaster().setSample(0, 0, 0, 0);
        grey.getRaster().setSample(1, 0, 0, 100 * 257);
        grey.getRaster().setSample(2, 0, 0, 65_535);
        assertThat(read(grey, format).pixels()).containsExactly(0, 0, 0, 100, 100, 100, -1, -1, -1);
    }

    @Test
    void scalesSixteenBitColourToEight() throws IOException, DataException {
        ComponentColorModel colors = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB), false, false, Transparency.OPAQUE, DataBuffer.TYPE_USHORT);
        WritableRaster raster = colors.createCompatibleWritableRaster(1, 1);
        raster.setPixel(0, 0, new int[] {10 * 257, 120 * 257, 65_535});
        assertThat(read(new BufferedImage(colors, raster, false, null), "png").pixels())
                .containsExactly(10, 120, -1);
    }

    @Test
    void looksUpPalettes() throws IOException, DataException {
        IndexColorModel palette = new IndexColorModel(
                2, 3, new byte[] {9, 60, 0}, new byte[] {8, 50, 0}, new byte[] {7, 40, 0}, 2 /* is transparent */);
        BufferedImage picture = new BufferedImage(3, 1, BufferedImage.TYPE_BYTE_BINARY, palette);
        picture.getRaster().setSample(1, 0, 0, 1);
        picture.getRaster().setSample(2, 0, 0, 2);
        assertThat(read(picture, "png").pixels()).containsExactly(9, 8, 7, 60, 50, 40, -1, -1, -1);
    }

    @Test
    void laysTransparencyOverWhite() throws IOException, DataException {
        BufferedImage picture = new BufferedImage(3, 1, BufferedImage.TYPE_INT_ARGB);
        picture.setRGB(0, 0, 0x00FF0000); // not there
        picture.setRGB(1, 0, 0xFF010203);
        picture.setRGB(2, 0, 0x66000064); // 0.4 of (0, 0, 100) and 0.6 of white: (153, 153, 193)
        assertThat(read(picture, "png").pixels())
                .containsExactly(-1, -1, -1, 1, 2, 3, (byte) 153, (byte) 153, (byte) 193);
    }

    @Test
    void laysTransparentGreyOverWhite() throws IOException, DataException {
        ComponentColorModel colors = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_GRAY),
                true,
                false,
                Transparency.TRANSLUCENT,
                DataBuffer.TYPE_BYTE);
        WritableRaster raster = colors.createCompatibleWritableRaster(2, 1);
        raster.setPixel(0, 0, new int[] {100, 255});
        raster.setPixel(1, 0, new int[] {100, 102}); // 0.4 of 100 and 0.6 of 255: 193
        assertThat(read(new BufferedImage(colors, raster, false, null), "png").pixels())
                .containsExactly(100, 100, 100, (byte) 193, (byte) 193, (byte) 193);
    }

    @Test
    void readsCmykJpegs() throws IOException, DataException {
        // Adobe stores ink inverted: 0 is full ink, 255 is none.
        assertColour(PictureReader.read(TestPictures.fourComponentJpeg(0, 0, 255, 255, 255), "c"), 0, 255, 255, 30);
        assertColour(PictureReader.read(TestPictures.fourComponentJpeg(0, 255, 0, 255, 255), "m"), 255, 0, 255, 30);
        assertColour(PictureReader.read(TestPictures.fourComponentJpeg(0, 255, 255, 255, 0), "k"), 0, 0, 0, 30);
        assertColour(PictureReader.read(TestPictures.fourComponentJpeg(0, 255, 255, 255, 255), "w"), 255, 255, 255, 5);
    }

    @Test
    void readsYcckJpegs() throws IOException, DataException {
        // Y, Cb, Cr of red stand for the inks (255, 0, 0), that is full cyan; the fourth component is inverted: no
        // black
        assertColour(PictureReader.read(TestPictures.fourComponentJpeg(2, 76, 85, 255, 255), "c"), 0, 255, 255, 30);
    }

    @Test
    void readsTwentyThousandPixelsSquareAtAFractionOfTheSize() throws DataException {
        RgbImage picture = PictureReader.read(TestPictures.blackPng(20_000, 20_000), "poster.png");
        assertThat(picture.width()).isEqualTo(5_000); // every fourth column and row: 25 megapixels
        assertThat(picture.height()).isEqualTo(5_000);
        assertThat(PictureReader.fit(picture, 32).pixels()).containsOnly(0);
    }

    @Test
    void readsVeryWidePicturesWhole() throws DataException {
        RgbImage picture = PictureReader.read(TestPictures.blackPng(20_000, 3), "banner.png");
        assertThat(picture.width()).isEqualTo(20_000);
        assertThat(picture.height()).isEqualTo(3);
    }

    @Test
    void keepsPicturesOfTwentyFiveMegapixelsWhole() throws DataException {
        assertThat(PictureReader.read(TestPictures.blackPng(5_000, 5_000), "photo.png")
                        .width())
                .isEqualTo(5_000);
        assertThat(PictureReader.read(TestPictures.blackPng(5_001, 5_000), "photo.png")
                        .width())
                .isEqualTo(2_501);
    }
}
