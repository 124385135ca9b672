package dev.sdpoint.app.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.util.ArrayList;
import java.util.List;

/** The sheet that figures are drawn on: its fonts, strokes, and how words are measured and set. */
final class Sheet {
    static final Font TITLE = ChartFonts.headings(17);
    static final Font HEADING = ChartFonts.headings(13);
    static final Font WORDS = ChartFonts.words(12);
    static final Font SMALL = ChartFonts.words(11);
    static final Font FIGURES = ChartFonts.figures(11);

    static final BasicStroke HAIR = new BasicStroke(1);
    static final BasicStroke LINE = new BasicStroke(2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    static final BasicStroke DASHED =
            new BasicStroke(1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {5, 4}, 0);
    static final double DOT = 4.6;
    static final double SMALL_DOT = 3;

    /** The same on every machine and for every kind of file: outlines are not fitted to pixels. */
    private static final FontRenderContext UNFITTED = new FontRenderContext(null, true, true);

    private Sheet() {}

    /** Width of a line of words. */
    static double width(Font font, String words) {
        return words.isEmpty() ? 0 : font.getStringBounds(words, UNFITTED).getWidth();
    }

    /** Breaks words into lines of at most a width; a single longer word stands alone. */
    static List<String> wrap(Font font, String words, double width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words.strip().split(" +", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(font, longer) > width) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(word);
            } else {
                line.setLength(0);
                line.append(longer);
            }
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    /** Sets words with their baseline beginning at a place. */
    static void set(Graphics2D g2, Font font, Color color, String words, double x, double baseline) {
        g2.setFont(font);
        g2.setPaint(color);
        g2.drawString(words, (float) x, (float) baseline);
    }

    /** Sets words that end at a place. */
    static void setRight(Graphics2D g2, Font font, Color color, String words, double right, double baseline) {
        set(g2, font, color, words, right - width(font, words), baseline);
    }
}
