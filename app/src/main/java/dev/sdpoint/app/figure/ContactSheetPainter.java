package dev.sdpoint.app.figure;

import dev.sdpoint.engine.data.RgbImage;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** Lays out and draws a contact sheet. Small images keep their pixels as sharp squares. */
final class ContactSheetPainter implements Page {
    /** Side of an image on the page. */
    static final int IMAGE = 64;
    /** Distance from one image to the next. */
    static final int PITCH = 68;
    /** Free space around everything. */
    static final int MARGIN = 32;

    private static final int ROW_HEADING = 24;
    private static final int BETWEEN_ROWS = 16;
    private static final int TITLE_LINE = 24;
    private static final int WORDS_LINE = 18;
    private static final int LEAST_PLACES = 8;
    private static final int SWATCH = 12;

    private final ContactSheet sheet;
    private final Look look = Look.PAPER;
    private final List<String> title;
    private final List<String> subtitle;

    ContactSheetPainter(ContactSheet sheet) {
        this.sheet = sheet;
        title = Sheet.wrap(Sheet.TITLE, sheet.title(), inner());
        subtitle = Sheet.wrap(Sheet.WORDS, sheet.subtitle(), inner());
    }

    private int inner() {
        return Math.max(LEAST_PLACES, sheet.perRow()) * PITCH - (PITCH - IMAGE);
    }

    @Override
    public int width() {
        return inner() + 2 * MARGIN;
    }

    @Override
    public int height() {
        return top(sheet.rows().size()) - BETWEEN_ROWS + MARGIN;
    }

    /** Where the heading of a row begins. */
    int top(int row) {
        return MARGIN
                + title.size() * TITLE_LINE
                + subtitle.size() * WORDS_LINE
                + BETWEEN_ROWS
                + row * (ROW_HEADING + IMAGE + BETWEEN_ROWS);
    }

    /** Left edge of an image. */
    static int left(int place) {
        return MARGIN + place * PITCH;
    }

    /** Upper edge of the images of a row. */
    int imageTop(int row) {
        return top(row) + ROW_HEADING;
    }

    @Override
    public void paint(Graphics2D g2) {
        g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g2.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g2.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g2.setPaint(look.paper());
        g2.fill(new Rectangle2D.Double(0, 0, width(), height()));
        double y = MARGIN;
        for (String line : title) {
            Sheet.set(g2, Sheet.TITLE, look.text(), line, MARGIN, y + 16);
            y += TITLE_LINE;
        }
        for (String line : subtitle) {
            Sheet.set(g2, Sheet.WORDS, look.muted(), line, MARGIN, y + 13);
            y += WORDS_LINE;
        }
        for (int row = 0; row < sheet.rows().size(); row++) {
            paint(g2, sheet.rows().get(row), row);
        }
    }

    private void paint(Graphics2D g2, ContactSheet.Row row, int number) {
        double baseline = top(number) + 14;
        Rectangle2D swatch = new Rectangle2D.Double(MARGIN, baseline - 10, SWATCH, SWATCH);
        if (row.relativeCost().isPresent()) {
            g2.setPaint(CostScale.of(row.relativeCost().getAsDouble()));
            g2.fill(swatch);
            g2.setPaint(CostScale.edge(row.relativeCost().getAsDouble()));
            g2.setStroke(Sheet.HAIR);
            g2.draw(new Rectangle2D.Double(MARGIN + 0.5, baseline - 9.5, SWATCH - 1.0, SWATCH - 1.0));
        } else {
            g2.setPaint(look.muted());
            g2.setStroke(Sheet.HAIR);
            g2.draw(new Rectangle2D.Double(MARGIN + 0.5, baseline - 9.5, SWATCH - 1.0, SWATCH - 1.0));
        }
        double x = MARGIN + SWATCH + 8;
        Sheet.set(g2, Sheet.HEADING, look.text(), row.cost(), x, baseline);
        x += Sheet.width(Sheet.HEADING, row.cost()) + 8;
        Sheet.set(g2, Sheet.WORDS, look.muted(), row.instance(), x, baseline);
        Sheet.setRight(g2, Sheet.FIGURES, look.muted(), row.share(), (double) MARGIN + inner(), baseline);
        for (int place = 0; place < row.images().size(); place++) {
            draw(g2, row.images().get(place), left(place), imageTop(number));
        }
    }

    private static void draw(Graphics2D g2, RgbImage image, int x, int y) {
        boolean enlarged = image.width() <= IMAGE;
        g2.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION,
                enlarged
                        ? RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR
                        : RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        g2.drawImage(pixels(image), x, y, IMAGE, IMAGE, null);
    }

    private static BufferedImage pixels(RgbImage image) {
        BufferedImage pixels = new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < image.height(); row++) {
            for (int column = 0; column < image.width(); column++) {
                Color color = new Color(
                        image.pixel(row, column, 0), image.pixel(row, column, 1), image.pixel(row, column, 2));
                pixels.setRGB(column, row, color.getRGB());
            }
        }
        return pixels;
    }
}
