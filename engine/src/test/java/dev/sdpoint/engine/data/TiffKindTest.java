package dev.sdpoint.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kinds of TIFF are told apart when a folder is indexed, so that a sound file is never called damaged. */
class TiffKindTest {
    @TempDir
    private Path folder;

    private byte[] read(TestTiff tiff) throws Exception {
        assertThat(PictureHeader.read(Folders.write(folder, "a.tif", tiff.bytes()))
                        .format())
                .isEqualTo(PictureFormat.TIFF);
        return PictureReader.read(tiff.bytes(), "a.tif").pixels();
    }

    @ParameterizedTest
    @CsvSource({
        "16 bits with a predictor,           8,     2, 16, 1, 2, 3",
        "16 bits with a predictor and LZW,   5,     2, 16, 1, 1, 1",
        "floats with their predictor,        8,     3, 32, 3, 2, 3",
        "Zstandard,                          50000, 1,  8, 1, 2, 3",
        "WebP,                               50001, 1,  8, 1, 2, 3",
        "LZMA,                               34925, 1,  8, 1, 2, 3",
        "12 bits,                            1,     1, 12, 1, 1, 1",
        "32-bit whole numbers,               1,     1, 32, 1, 2, 3",
        "16-bit numbers with a sign,         1,     1, 16, 2, 1, 1",
        "16-bit floats,                      1,     1, 16, 3, 1, 1",
        "64-bit floats in colour,            1,     1, 64, 3, 2, 3",
        "complex numbers,                    1,     1, 32, 6, 1, 1",
        "16-bit CMYK,                        1,     1, 16, 1, 5, 4",
        "CMYK with transparency,             1,     1,  8, 1, 5, 5",
        "CMYK as JPEG,                       7,     1,  8, 1, 5, 4",
        "16-bit CIELAB,                      1,     1, 16, 1, 8, 3",
        "YCbCr that is no JPEG,              1,     1,  8, 1, 6, 3",
        "a camera's raw picture,             1,     1, 16, 1, 32803, 1",
        "eleven bands of a satellite,        1,     1, 16, 1, 1, 11"
    })
    void refusesWhatJavaCannotDecodeOrDecodesWrongly(
            String kind, int compression, int predictor, int bits, int format, int photometric, int samples)
            throws Exception {
        byte[] tiff = new TestTiff(2, 2, new byte[200])
                .kind(compression, photometric, bits, format, samples)
                .predictor(predictor)
                .bytes();
        Path file = Folders.write(folder, "a.tif", tiff);
        assertThatThrownBy(() -> PictureHeader.read(file))
                .as(kind)
                .isInstanceOf(DataException.class)
                .hasMessage("It is a kind of TIFF that cannot be read here. Save it as a PNG.");
        assertThatThrownBy(() -> PictureReader.read(tiff, "a.tif"))
                .as(kind)
                .hasMessage("a.tif is a kind of TIFF that cannot be read here. Save it as a PNG.");
    }

    @Test
    void readsGreyOfAnyUsualDepth() throws Exception {
        assertThat(read(new TestTiff(2, 1, (byte) 100, (byte) 255))).containsExactly(100, 100, 100, -1, -1, -1);
        assertThat(read(new TestTiff(8, 1, (byte) 0b1010_0000).kind(1, 1, 1, 1, 1)))
                .startsWith(-1, -1, -1, 0, 0, 0, -1);
        byte[] deep = {0, 0, 100, 100, -1, -1}; // 100 · 257 is 100 in both bytes
        assertThat(read(new TestTiff(3, 1, TestTiff.deflated(deep)).kind(8, 1, 16, 1, 1)))
                .containsExactly(0, 0, 0, 100, 100, 100, -1, -1, -1);
        ByteBuffer floats = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        floats.putFloat(0.4f).putFloat(1f);
        assertThat(read(new TestTiff(2, 1, floats.array()).kind(1, 1, 32, 3, 1)))
                .containsExactly(102, 102, 102, -1, -1, -1);
    }

    @Test
    void readsEightBitColourWithAPredictor() throws Exception {
        byte[] differences = {10, 20, 30, 5, 6, 7};
        TestTiff tiff = new TestTiff(2, 1, TestTiff.deflated(differences)).kind(8, 2, 8, 1, 3);
        assertThat(read(tiff.predictor(2))).containsExactly(10, 20, 30, 15, 26, 37);
    }

    @Test
    void readsInksWithoutAProfileAsSharesOfWhite() throws Exception {
        // 255 · (1 − 11/255) · (1 − 125/255) = 124.4; full magenta leaves no green; 255 · 130/255 = 130
        byte[] inks = {11, -1, 0, 125, 0, 0, 0, 0, 0, 0, 0, -1, 51, 102, 0, 0};
        assertThat(read(new TestTiff(4, 1, inks).kind(1, 5, 8, 1, 4)))
                .containsExactly(124, 0, 130, 255, 255, 255, 0, 0, 0, 204, 153, 255);
    }

    @Test
    void readsInksAsTheirProfileSays() throws Exception {
        byte[] inks = {0, 0, 0, 0, -1, -1, -1, 0, 11, -1, 0, -1};
        byte[] read = read(new TestTiff(3, 1, inks).kind(1, 5, 8, 1, 4).profile(blackInkAlone()));
        assertThat(read).startsWith(-1, -1, -1, -1, -1, -1).endsWith(0, 0, 0);
        assertThat(read(new TestTiff(3, 1, inks).kind(1, 5, 8, 1, 4).profile(new byte[300])))
                .as("a profile that is none")
                .containsExactly(255, 255, 255, 0, 0, 0, 0, 0, 0);
    }

    /** An ICC profile, version 2, in which black ink is black and the others are not seen: a table of 2⁴ places in CIELAB. */
    private static byte[] blackInkAlone() {
        int table = 48 + 4 * 256 + 16 * 3 + 3 * 256;
        ByteBuffer icc = ByteBuffer.allocate(128 + 16 + table);
        icc.putInt(0, icc.capacity()).putInt(8, 0x02100000);
        icc.put(12, latin1("prtrCMYKLab ")).put(36, latin1("acsp"));
        icc.putInt(68, 0xF6D6).putInt(72, 0x10000).putInt(76, 0xD32D); // D50
        icc.position(128);
        icc.putInt(1).put(latin1("A2B0")).putInt(144).putInt(table);
        icc.put(latin1("mft1")).putInt(0).put(new byte[] {4, 3, 2, 0});
        for (int i = 0; i < 9; i++) {
            icc.putInt(i % 4 == 0 ? 0x10000 : 0);
        }
        ramps(icc, 4);
        for (int corner = 0; corner < 16; corner++) {
            icc.put(new byte[] {(byte) (corner % 2 == 0 ? 255 : 0), (byte) 128, (byte) 128});
        }
        ramps(icc, 3);
        return icc.array();
    }

    private static void ramps(ByteBuffer icc, int count) {
        for (int i = 0; i < count * 256; i++) {
            icc.put((byte) i);
        }
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void leavesDamagedOnesToTheDecoder() throws Exception {
        byte[] tiff =
                new TestTiff(2, 1, new byte[] {9, 9, 9}).kind(8, 1, 8, 1, 1).bytes();
        assertThat(PictureHeader.read(Folders.write(folder, "a.tif", tiff)).width())
                .isEqualTo(2);
        assertThatThrownBy(() -> PictureReader.read(tiff, "a.tif"))
                .hasMessageStartingWith("a.tif is damaged or cut short.");
    }
}
