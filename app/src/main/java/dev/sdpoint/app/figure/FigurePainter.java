package dev.sdpoint.app.figure;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jfree.data.Range;

/** Lays out and draws a figure: heading, legend, panels in rows, small print. */
final class FigurePainter implements Page {
    private static final double TITLE_LINE = 22;
    private static final double WORDS_LINE = 18;
    private static final double SMALL_LINE = 15;
    private static final double GAP = 12;

    private final Figure figure;
    private final Look look;
    private final Arrangement at;
    private final List<String> title;
    private final List<String> subtitle;
    private final List<String> note;
    private final Legend legend;

    /** A figure on paper. */
    FigurePainter(Figure figure) {
        this(figure, Look.PAPER, Arrangement.onPaper(figure));
    }

    FigurePainter(Figure figure, Look look, Arrangement at) {
        this.figure = figure;
        this.look = look;
        this.at = at;
        double inner = at.width() - 2 * at.margin();
        title = at.titled() ? Sheet.wrap(Sheet.TITLE, figure.title(), inner) : List.of();
        subtitle = at.titled() ? Sheet.wrap(Sheet.WORDS, figure.subtitle(), inner) : List.of();
        note = Sheet.wrap(Sheet.SMALL, figure.note(), inner);
        legend = new Legend(figure, inner);
    }

    @Override
    public int width() {
        return (int) Math.ceil(at.width());
    }

    @Override
    public int height() {
        double noteHeight = note.isEmpty() ? 0 : GAP + note.size() * SMALL_LINE;
        return (int) Math.ceil(top() + at.panelsHeight(figure.panels().size()) + noteHeight + at.margin());
    }

    @Override
    public void paint(Graphics2D g2) {
        draw(g2);
    }

    /** Draws everything, the paper included, and tells what one can point at. */
    List<Spot> draw(Graphics2D g2) {
        g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g2.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g2.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g2.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g2.setPaint(look.paper());
        g2.fill(new Rectangle2D.Double(0, 0, width(), height()));
        double y = at.margin();
        for (String line : title) {
            Sheet.set(g2, Sheet.TITLE, look.text(), line, at.margin(), y + 16);
            y += TITLE_LINE;
        }
        for (String line : subtitle) {
            Sheet.set(g2, Sheet.WORDS, look.muted(), line, at.margin(), y + 13);
            y += WORDS_LINE;
        }
        if (legend.height() > 0) {
            legend.draw(g2, at.margin(), y + GAP / 2, look);
        }
        List<Spot> spots = new ArrayList<>();
        for (int i = 0; i < figure.panels().size(); i++) {
            spots.addAll(draw(g2, figure.panels().get(i), i % at.columns(), i / at.columns()));
        }
        y = top() + at.panelsHeight(figure.panels().size()) + GAP;
        for (String line : note) {
            Sheet.set(g2, Sheet.SMALL, look.muted(), line, at.margin(), y + 11);
            y += SMALL_LINE;
        }
        return spots;
    }

    private List<Spot> draw(Graphics2D g2, Panel panel, int column, int row) {
        Rectangle2D area = new Rectangle2D.Double(
                at.margin() + column * (at.panelWidth() + Arrangement.BETWEEN_PANELS),
                top() + row * (at.rowHeight() + Arrangement.BETWEEN_ROWS),
                at.panelWidth(),
                panel instanceof Panel.Lines && at.titled() ? LinesPainter.HEIGHT : at.rowHeight());
        if (panel instanceof Panel.Lines lines) {
            return LinesPainter.draw(g2, onSharedAxis(lines), area, look);
        }
        return BarsPainter.draw(g2, (Panel.Bars) panel, area, look);
    }

    /** Panels that measure the same upwards show the same range, so that heights can be compared across them. */
    private Panel.Lines onSharedAxis(Panel.Lines panel) {
        List<Series> all = figure.panels().stream()
                .flatMap(p -> p instanceof Panel.Lines other && other.y().equals(panel.y())
                        ? other.series().stream()
                        : Stream.empty())
                .toList();
        Range range = LinesPainter.range(panel.y(), all, true);
        Axis y = panel.y().within(range.getLowerBound(), range.getUpperBound());
        return new Panel.Lines(panel.heading(), panel.x(), y, panel.series());
    }

    /** Where the panels begin. */
    private double top() {
        double legendHeight = legend.height() > 0 ? GAP / 2 + legend.height() : 0;
        return at.margin() + title.size() * TITLE_LINE + subtitle.size() * WORDS_LINE + legendHeight + GAP;
    }
}
