package dev.sdpoint.app.shell;

/**
 * How large the tour's window is.
 *
 * @param width in points, which are pixels at 100 %
 * @param height in points
 * @param scale pixels a point, 1 to 3: what a person sets for a dense screen. Charts that are canvases are drawn in points and enlarged
 *     here; on a real screen they are as sharp as the rest.
 */
record TourFormat(int width, int height, double scale) {
    /** What a laptop shows. */
    static final TourFormat USUAL = new TourFormat(1440, 900, 1);
}
