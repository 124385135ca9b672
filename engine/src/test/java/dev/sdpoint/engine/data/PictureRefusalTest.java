package dev.sdpoint.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureRefusalTest {
    private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(byte[] bytes) {
        return assertThatThrownBy(() -> PictureReader.read(bytes, "mine.png"))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("mine.png ");
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void rejectsMissingFile(@TempDir Path folder) {
        assertThatThrownBy(() -> PictureReader.read(folder.resolve("gone.png")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("There is no file")
                .hasMessageContaining("gone.png");
    }

    @Test
    void rejectsFolder(@TempDir Path folder) {
        assertThatThrownBy(() -> PictureReader.read(folder))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("is a folder, not a picture");
    }

    @Test
    void rejectsEmptyFile(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("empty.png"));
        assertThatThrownBy(() -> PictureReader.read(file))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("is empty (0 bytes)");
    }

    @Test
    void rejectsText() {
        assertRefused(latin1("Dear reader, this is a letter."))
                .hasMessageContaining("not a picture")
                .hasMessageContaining("Choose a JPEG, PNG, GIF, BMP, TIFF or WebP");
    }

    @Test
    void rejectsASingleByte() {
        assertRefused(new byte[] {(byte) 0xFF}).hasMessageContaining("not a picture");
    }

    @Test
    void namesFormatsThatItDoesNotKnow() {
        assertRefused(latin1("\0\0\0\u0018ftypheic"))
                .hasMessageContaining("HEIC")
                .hasMessageContaining("save it as one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif", "bmp", "tiff"})
    void rejectsFilesCutShortAnywhere(String format) throws IOException {
        byte[] whole = TestPictures.encode(TestPictures.noise(60, 40), format);
        for (double part : new double[] {0.02, 0.3, 0.6, 0.95}) {
            assertRefused(Arrays.copyOf(whole, (int) Math.max(12, whole.length * part)))
                    .hasMessageContaining("damaged or cut short")
                    .hasCauseInstanceOf(Exception.class);
        }
    }

    @Test
    void rejectsFilesThatAreOnlyAMagicNumber() {
        assertRefused(latin1("BM")).hasMessageContaining("damaged");
        assertRefused(latin1("GIF89a")).hasMessageContaining("damaged");
        assertRefused(latin1("\u00FF\u00D8\u00FF")).hasMessageContaining("damaged");
        assertRefused(latin1("\u0089PNG\r\n\u001A\n")).hasMessageContaining("damaged");
        assertRefused(latin1("II*\0")).hasMessageContaining("damaged");
        assertRefused(latin1("RIFF\0\0\0\0WEBPVP8 ")).hasMessageContaining("damaged");
    }

    @Test
    void rejectsAbsurdSizesByTheHeaderAlone() {
        assertRefused(TestPictures.headerOnlyPng(50_000, 50_000))
                .hasMessageContaining("50,000 × 50,000 pixels")
                .hasMessageContaining("1,000 megapixels");
        assertRefused(TestPictures.headerOnlyPng(100_001, 1)).hasMessageContaining("100,001 × 1 pixels");
        assertRefused(TestPictures.headerOnlyPng(1, 100_001)).hasMessageContaining("1 × 100,001 pixels");
        assertRefused(TestPictures.headerOnlyPng(Integer.MAX_VALUE, Integer.MAX_VALUE))
                .hasMessageContaining("megapixels");
    }

    @Test
    void acceptsWhatItsMessagesSuggest() throws IOException, DataException {
        byte[] whole = TestPictures.encode(TestPictures.noise(60, 40), "jpeg");
        assertThat(PictureReader.read(whole, "mine.png").width()).isEqualTo(60);
    }
}
