package dev.sdpoint.app.figure;

/**
 * How the panels of a figure stand: on paper of a width that follows from them, in a window within what it gives.
 *
 * @param width of the figure in pixels
 * @param margin around it
 * @param columns panels side by side
 * @param panelWidth of each panel
 * @param rowHeight of each row of panels
 * @param titled whether title and subtitle are drawn
 */
record Arrangement(double width, double margin, int columns, double panelWidth, double rowHeight, boolean titled) {
    static final double BETWEEN_PANELS = 36;
    static final double BETWEEN_ROWS = 28;
    private static final double MARGIN = 24;
    private static final double SINGLE = 720;
    private static final double EACH_OF_TWO = 500;
    private static final double EACH_OF_MORE = 430;
    private static final double NARROWEST = 300;
    /** Half of the last number along an axis, which stands out. */
    private static final double RIGHT = 20;

    private static final double LOWEST = 200;

    /** As in a file. */
    static Arrangement onPaper(Figure figure) {
        int columns = columns(figure.panels().size());
        double panelWidth = columns == 1 ? SINGLE - 2 * MARGIN : columns == 2 ? EACH_OF_TWO : EACH_OF_MORE;
        double width = columns * panelWidth + (columns - 1) * BETWEEN_PANELS + 2 * MARGIN;
        return new Arrangement(width, MARGIN, columns, panelWidth, tallest(figure, LinesPainter.HEIGHT), true);
    }

    /** Within a width, as low as can be read; {@link #rising} gives it the height that there is. */
    static Arrangement inWindow(Figure figure, double width) {
        int columns = columns(figure.panels().size());
        double inner = width - RIGHT;
        while (columns > 1 && (inner - (columns - 1) * BETWEEN_PANELS) / columns < NARROWEST) {
            columns--;
        }
        double panelWidth = Math.max(1, (inner - (columns - 1) * BETWEEN_PANELS) / columns);
        return new Arrangement(width, 0, columns, panelWidth, tallest(figure, LOWEST), false);
    }

    /** The same with rows that are higher by equal parts of what is left over. */
    Arrangement rising(double leftOver, int panels) {
        double more = Math.max(0, leftOver) / rows(panels);
        return new Arrangement(width, margin, columns, panelWidth, rowHeight + more, titled);
    }

    int rows(int panels) {
        return (panels + columns - 1) / columns;
    }

    double panelsHeight(int panels) {
        return rows(panels) * rowHeight + (rows(panels) - 1) * BETWEEN_ROWS;
    }

    /** As many as stand side by side: up to three, and four as two and two. */
    private static int columns(int panels) {
        return panels == 4 ? 2 : Math.min(3, panels);
    }

    private static double tallest(Figure figure, double lines) {
        return figure.panels().stream()
                .mapToDouble(panel -> panel instanceof Panel.Bars bars ? BarsPainter.height(bars) : lines)
                .max()
                .orElse(0);
    }
}
