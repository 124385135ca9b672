package dev.sdpoint.app.figure;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import dev.sdpoint.app.text.Texts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Calendar;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;

/**
 * A figure as a PDF of one page, a point for a pixel; one that is larger than readers show is reduced. Words are outlines, as in an SVG, and lie unseen over them as text too, so that they
 * can be found and copied.
 */
final class PdfFile {
    private static final Texts TEXTS = Texts.of(PdfFile.class);
    /** Points; what a page has beyond that is cut or refused by readers. */
    private static final float LONGEST_SIDE = 14_400;

    private PdfFile() {}

    /** The bytes of a figure's file. */
    static byte[] of(Figure figure) throws IOException {
        return of(new FigurePainter(figure), figure.title(), figure.subtitle());
    }

    /** The bytes of a page's file. */
    static byte[] of(Page painter, String title, String subject) throws IOException {
        try (PDDocument document = new PDDocument()) {
            float scale = Math.min(1, LONGEST_SIDE / Math.max(painter.width(), painter.height()));
            PDPage page = new PDPage(new PDRectangle(scale * painter.width(), scale * painter.height()));
            document.addPage(page);
            PdfBoxGraphics2D g2 = new PdfBoxGraphics2D(document, painter.width(), painter.height());
            g2.setFontTextDrawer(new PdfWords());
            painter.paint(g2);
            g2.dispose();
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.transform(Matrix.getScaleInstance(scale, scale));
                content.drawForm(g2.getXFormObject());
            }
            document.setDocumentInformation(information(title, subject));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static PDDocumentInformation information(String title, String subject) {
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(title);
        information.setSubject(subject);
        information.setCreator(TEXTS.get("file.creator"));
        information.setCreationDate(Calendar.getInstance(TimeZone.getDefault()));
        return information;
    }
}
