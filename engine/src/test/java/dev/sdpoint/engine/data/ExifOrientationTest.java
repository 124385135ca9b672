package dev.sdpoint.engine.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExifOrientationTest {
    private static final int WIDTH = 48;
    private static final int HEIGHT = 32;

    /** Stored as: red R top left, green G top right, blue B bottom left, white W bottom right. */
    private static byte[] jpeg;

    @BeforeAll
    static void drawQuarters() throws IOException {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        int[] colours = {0xFF0000, 0x00FF00, 0x0000FF, 0xFFFFFF};
        for (int row = 0; row < HEIGHT; row++) {
            for (int column = 0; column < WIDTH; column++) {
                picture.setRGB(column, row, colours[row / (HEIGHT / 2) * 2 + column / (WIDTH / 2)]);
            }
        }
        jpeg = TestPictures.encode(picture, "jpeg");
    }

    /** An APP1 segment with one directory of two entries, the second of them the orientation. */
    static byte[] exif(int orientation, ByteOrder order) {
        ByteBuffer segment = ByteBuffer.allocate(10 + 8 + 2 + 24 + 4);
        segment.putShort((short) 0xFFE1).putShort((short) (segment.capacity() - 2));
        segment.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        segment.putShort((short) (order == ByteOrder.LITTLE_ENDIAN ? 0x4949 : 0x4D4D));
        segment.order(order).putShort((short) 42).putInt(8).putShort((short) 2);
        segment.putShort((short) 0x0100).putShort((short) 3).putInt(1).putInt(7);
        segment.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        return segment.putInt(0).array();
    }

    private static String corners(RgbImage picture) {
        int right = picture.width() - 4;
        int bottom = picture.height() - 4;
        return "" + colour(picture, 3, 3) + colour(picture, 3, right) + colour(picture, bottom, 3)
                + colour(picture, bottom, right);
    }

    private static char colour(RgbImage picture, int row, int column) {
        boolean red = picture.pixel(row, column, 0) > 128;
        boolean green = picture.pixel(row, column, 1) > 128;
        boolean blue = picture.pixel(row, column, 2) > 128;
        return red && green && blue ? 'W' : red ? 'R' : green ? 'G' : blue ? 'B' : '?';
    }

    /** Corners top left, top right, bottom left, bottom right, by the definitions of CIPA DC-008, 4.6.4 A. */
    @ParameterizedTest
    @CsvSource({"1,RGBW", "2,GRWB", "3,WBGR", "4,BWRG", "5,RBGW", "6,BRWG", "7,WGBR", "8,GWRB"})
    void turnsPicturesUpright(int orientation, String expected) throws DataException {
        for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            RgbImage picture = PictureReader.read(TestPictures.insert(jpeg, 2, exif(orientation, order)), "photo.jpg");
            assertThat(corners(picture)).isEqualTo(expected);
            assertThat(picture.width()).isEqualTo(orientation < 5 ? WIDTH : HEIGHT);
            assertThat(picture.height()).isEqualTo(orientation < 5 ? HEIGHT : WIDTH);
        }
    }

    @Test
    void leavesPicturesWithoutExifAlone() throws DataException {
        assertThat(corners(PictureReader.read(jpeg, "photo.jpg"))).isEqualTo("RGBW");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 65_535})
    void ignoresOrientationsThatDoNotExist(int orientation) throws DataException {
        byte[] odd = TestPictures.insert(jpeg, 2, exif(orientation, ByteOrder.BIG_ENDIAN));
        assertThat(corners(PictureReader.read(odd, "photo.jpg"))).isEqualTo("RGBW");
    }

    @Test
    void showsPicturesWhoseExifIsDamaged() throws DataException {
        byte[] exif = exif(6, ByteOrder.BIG_ENDIAN);
        for (int at = 10; at < exif.length; at++) {
            for (int value : new int[] {0x00, 0x7F, 0xFF}) {
                byte[] damaged = exif.clone();
                damaged[at] = (byte) value;
                RgbImage picture = PictureReader.read(TestPictures.insert(jpeg, 2, damaged), "photo.jpg");
                assertThat(corners(picture)).doesNotContain("?").hasSize(4);
            }
        }
    }

    @Test
    void passesOverOtherSegments() throws DataException {
        byte[] comment = {(byte) 0xFF, (byte) 0xE1, 0, 6, 'h', 't', 't', 'p'};
        byte[] both = TestPictures.insert(TestPictures.insert(jpeg, 2, exif(3, ByteOrder.LITTLE_ENDIAN)), 2, comment);
        assertThat(corners(PictureReader.read(both, "photo.jpg"))).isEqualTo("WBGR");
    }
}
