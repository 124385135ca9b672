package dev.sdpoint.app.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sdpoint.engine.data.RgbImage;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContactSheetFilesTest {
    private static final RgbImage RED = plain(200, 10, 10);
    private static final RgbImage BLUE = plain(10, 10, 200);
    private static final ContactSheet SHEET = new ContactSheet(
            "Easy to hard",
            "All 5 images by the least cost.",
            8,
            List.of(
                    new ContactSheet.Row(
                            "0.400 GFLOPs",
                            "after block 1 · ×0.5",
                            "3 images · 60.0 %",
                            OptionalDouble.of(0.4),
                            Collections.nCopies(3, RED)),
                    new ContactSheet.Row(
                            "Never",
                            "no instance is right",
                            "2 images · 40.0 %",
                            OptionalDouble.empty(),
                            List.of(BLUE))));

    @TempDir
    private Path folder;

    private static RgbImage plain(int red, int green, int blue) {
        byte[] pixels = new byte[4 * 4 * 3];
        for (int i = 0; i < pixels.length; i += 3) {
            pixels[i] = (byte) red;
            pixels[i + 1] = (byte) green;
            pixels[i + 2] = (byte) blue;
        }
        return new RgbImage(4, 4, pixels);
    }

    /** Colour at a place of the sheet in its middle of an image. */
    private static Color at(BufferedImage picture, int scale, int place, int row) {
        ContactSheetPainter painter = new ContactSheetPainter(SHEET);
        int x = ContactSheetPainter.left(place) + ContactSheetPainter.IMAGE / 2;
        int y = painter.imageTop(row) + ContactSheetPainter.IMAGE / 2;
        return new Color(picture.getRGB(scale * x, scale * y));
    }

    private static void assertImages(BufferedImage picture, int scale) {
        assertThat(at(picture, scale, 0, 0)).isEqualTo(new Color(200, 10, 10));
        assertThat(at(picture, scale, 2, 0)).isEqualTo(new Color(200, 10, 10));
        assertThat(at(picture, scale, 3, 0)).isEqualTo(Color.WHITE);
        assertThat(at(picture, scale, 0, 1)).isEqualTo(new Color(10, 10, 200));
        assertThat(at(picture, scale, 1, 1)).isEqualTo(Color.WHITE);
    }

    @Test
    void pngHasTwiceThePixelsAndTheImagesInTheirRows() throws IOException {
        Path file = folder.resolve("sheet.png");
        ContactSheetFiles.write(file, SHEET);
        BufferedImage picture = ImageIO.read(file.toFile());
        // 8 places of 64 with 4 between them, 32 around.
        assertThat(picture.getWidth()).isEqualTo(2 * (8 * 68 - 4 + 64));
        assertThat(picture.getHeight()).isEqualTo(2 * new ContactSheetPainter(SHEET).height());
        assertImages(picture, 2);
    }

    @Test
    void pdfHasTheSamePageWithWordsThatCanBeFound() throws IOException {
        Path file = folder.resolve("sheet.pdf");
        ContactSheetFiles.write(file, SHEET);
        try (PDDocument document = Loader.loadPDF(Files.readAllBytes(file))) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(document.getPage(0).getMediaBox().getWidth()).isEqualTo(8 * 68 - 4 + 64);
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Easy to hard");
            String words = new PDFTextStripper().getText(document);
            assertThat(words).contains("Easy to hard", "0.400 GFLOPs", "Never", "40.0");
            assertImages(new PDFRenderer(document).renderImage(0), 1);
        }
    }

    @Test
    void keepsThePixelsOfSmallImagesSharp() throws IOException {
        byte[] halves = new byte[2 * 2 * 3];
        halves[0] = halves[1] = halves[2] = (byte) 255; // upper left white, the others black
        RgbImage image = new RgbImage(2, 2, halves);
        ContactSheet sheet = new ContactSheet(
                "t", "s", 8, List.of(new ContactSheet.Row("c", "i", "s", OptionalDouble.of(1), List.of(image))));
        Path file = folder.resolve("sharp.png");
        ContactSheetFiles.write(file, sheet);
        BufferedImage picture = ImageIO.read(file.toFile());
        int top = 2 * new ContactSheetPainter(sheet).imageTop(0);
        int left = 2 * ContactSheetPainter.left(0);
        assertThat(new Color(picture.getRGB(left + 63, top + 63))).isEqualTo(Color.WHITE);
        assertThat(new Color(picture.getRGB(left + 64, top + 63))).isEqualTo(Color.BLACK);
    }

    @Test
    void refusesOtherKindsAndRowsThatAreTooLong() {
        assertThatThrownBy(() -> ContactSheetFiles.write(folder.resolve("sheet.jpg"), SHEET))
                .hasMessageContaining(".png or .pdf");
        assertThatThrownBy(() -> new ContactSheet("t", "s", 2, SHEET.rows())).hasMessageContaining("row of 2");
    }
}
