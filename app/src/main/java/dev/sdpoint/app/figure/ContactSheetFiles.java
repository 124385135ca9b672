package dev.sdpoint.app.figure;

import dev.sdpoint.engine.model.WholeFile;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** Writes contact sheets as PNG or PDF, with or without a screen, from any thread. */
public final class ContactSheetFiles {
    private ContactSheetFiles() {}

    /**
     * Writes a sheet whole or not at all: a PNG with {@link FigureFiles#PNG_SCALE} pixels for each of the sheet, or a PDF of one
     * page in which words can be searched.
     *
     * @param file ends with {@code .pdf} or {@code .png}; an existing one is replaced
     * @throws IllegalArgumentException if the name ends otherwise
     * @throws IOException if it cannot be written
     */
    public static void write(Path file, ContactSheet sheet) throws IOException {
        Page page = new ContactSheetPainter(sheet);
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".pdf")) {
            WholeFile.write(file, PdfFile.of(page, sheet.title(), sheet.subtitle()));
        } else if (name.endsWith(".png")) {
            FigureFiles.writePng(file, png(page));
        } else {
            throw new IllegalArgumentException(
                    "a contact sheet is written as .png or .pdf, and " + file.getFileName() + " is neither");
        }
    }

    private static BufferedImage png(Page page) {
        int scale = FigureFiles.PNG_SCALE;
        BufferedImage image =
                new BufferedImage(scale * page.width(), scale * page.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g2 = image.createGraphics();
        try {
            g2.scale(scale, scale);
            page.paint(g2);
        } finally {
            g2.dispose();
        }
        return image;
    }
}
