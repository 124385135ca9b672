package dev.sdpoint.app.guide;

/** How columns of text share a width. */
final class ColumnWidths {
    private ColumnWidths() {}

    /**
     * Columns that need less than an equal share get what they need; the others share the rest. What nobody needs goes to the last one.
     *
     * @param needed width of each column without a line break, in pixels
     * @param width of all together
     */
    static double[] share(double[] needed, double width) {
        double[] widths = new double[needed.length];
        boolean[] given = new boolean[needed.length];
        double rest = width;
        int open = needed.length;
        for (boolean more = true; more && open > 0; ) {
            more = false;
            double share = rest / open;
            for (int i = 0; i < needed.length; i++) {
                if (!given[i] && needed[i] <= share) {
                    given[i] = true;
                    widths[i] = needed[i];
                    rest -= needed[i];
                    open--;
                    more = true;
                }
            }
        }
        for (int i = 0; i < needed.length; i++) {
            if (!given[i]) {
                widths[i] = rest / open;
            }
        }
        if (open == 0 && needed.length > 0) {
            widths[needed.length - 1] += rest;
        }
        return widths;
    }
}
