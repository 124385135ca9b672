package dev.sdpoint.app.figure;

import de.rototor.pdfbox.graphics2d.IPdfBoxGraphics2DFontTextDrawer;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Shape;
import java.awt.font.TextLayout;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.text.AttributedCharacterIterator;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;

/**
 * Writes words into a PDF as outlines, for the bundled typeface is of a kind that the library cannot embed, and as unseen text of the same
 * width above them.
 */
final class PdfWords implements IPdfBoxGraphics2DFontTextDrawer {
    private static final float UNITS = 1000f;
    private final PDFont unseen = new PDType1Font(Standard14Fonts.FontName.HELVETICA);

    @Override
    public boolean canDrawText(AttributedCharacterIterator words, IFontTextDrawerEnv where) {
        return true;
    }

    @Override
    public void drawText(AttributedCharacterIterator words, IFontTextDrawerEnv where) throws IOException {
        String text = text(words);
        if (text.isBlank()) {
            return;
        }
        words.first();
        TextLayout layout = new TextLayout(words, where.getFontRenderContext());
        Shape outline = layout.getOutline(null);
        PDPageContentStream content = where.getContentStream();
        where.applyPaint(where.getPaint(), outline);
        trace(outline, content);
        content.fill();
        layUnseen(text, where.getFont(), layout.getAdvance(), content);
    }

    @Override
    public FontMetrics getFontMetrics(Font font, IFontTextDrawerEnv where) {
        return where.getCalculationGraphics().getFontMetrics(font);
    }

    private void layUnseen(String text, Font font, float width, PDPageContentStream content) throws IOException {
        String known = encodable(text);
        float natural = unseen.getStringWidth(known) / UNITS * font.getSize2D();
        float stretch = natural > 0 ? width / natural : 1;
        content.beginText();
        content.setFont(unseen, font.getSize2D());
        content.setRenderingMode(RenderingMode.NEITHER);
        // Graphics count downwards, text upwards.
        content.setTextMatrix(new Matrix(stretch, 0, 0, -1, 0, 0));
        content.showText(known);
        content.endText();
    }

    /** Letters that no standard font of PDF has are left out of what can be searched, never out of the picture. */
    private String encodable(String text) {
        StringBuilder known = new StringBuilder();
        text.codePoints().forEach(point -> {
            String letter = Character.toString(point);
            try {
                unseen.encode(letter);
                known.append(letter);
            } catch (IOException | IllegalArgumentException e) {
                known.append('?');
            }
        });
        return known.toString();
    }

    private static String text(AttributedCharacterIterator words) {
        StringBuilder text = new StringBuilder();
        for (char c = words.first(); c != AttributedCharacterIterator.DONE; c = words.next()) {
            text.append(c);
        }
        return text.toString();
    }

    private static void trace(Shape outline, PDPageContentStream content) throws IOException {
        float[] to = new float[6];
        float x = 0;
        float y = 0;
        for (PathIterator path = outline.getPathIterator(null); !path.isDone(); path.next()) {
            int kind = path.currentSegment(to);
            switch (kind) {
                case PathIterator.SEG_MOVETO -> content.moveTo(to[0], to[1]);
                case PathIterator.SEG_LINETO -> content.lineTo(to[0], to[1]);
                case PathIterator.SEG_QUADTO ->
                    // the same curve with two handles
                    content.curveTo(
                            x + (to[0] - x) * 2 / 3,
                            y + (to[1] - y) * 2 / 3,
                            to[2] + (to[0] - to[2]) * 2 / 3,
                            to[3] + (to[1] - to[3]) * 2 / 3,
                            to[2],
                            to[3]);
                case PathIterator.SEG_CUBICTO -> content.curveTo(to[0], to[1], to[2], to[3], to[4], to[5]);
                default -> content.closePath();
            }
            int last = kind == PathIterator.SEG_CUBICTO ? 4 : kind == PathIterator.SEG_QUADTO ? 2 : 0;
            if (kind != PathIterator.SEG_CLOSE) {
                x = to[last];
                y = to[last + 1];
            }
        }
    }
}
