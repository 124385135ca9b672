package dev.sdpoint.engine.data;

/**
 * Cuts a rectangle out of a picture and scales it, rows and columns one after the other: averaged over areas where it gets
 * smaller, bilinear where it gets larger. Both are weighted sums of neighbouring pixels, written out here so that every machine
 * gets the same bytes.
 */
final class CropScale {
    private static final int CHANNELS = RgbImage.CHANNELS;

    private CropScale() {}

    /**
     * Returns the part of a picture that lies in a region, as {@code height} rows of {@code width} pixels.
     *
     * @param region a part of the picture; its borders may cut through pixels
     */
    static RgbImage of(RgbImage picture, Region region, int width, int height) {
        Share[] columns = shares(region.left(), region.width(), picture.width(), width);
        Share[] rows = shares(region.top(), region.height(), picture.height(), height);
        int firstRow = rows[0].first();
        Share last = rows[height - 1];
        int endRow = last.first() + last.weights().length;
        double[] narrow = narrow(picture, firstRow, endRow, columns);
        return new RgbImage(width, height, flatten(narrow, firstRow, rows, width));
    }

    /** A rectangle in pixels of a picture, the origin at the top left corner of the first one. */
    record Region(double left, double top, double width, double height) {}

    /** Which source pixels make a target pixel: {@code weights.length} of them from {@code first} on; the weights add up to 1. */
    private record Share(int first, double[] weights) {}

    private static Share[] shares(double from, double extent, int source, int target) {
        Share[] shares = new Share[target];
        double scale = extent / target;
        for (int i = 0; i < target; i++) {
            shares[i] = scale >= 1
                    ? area(from + i * scale, from + (i + 1) * scale, source)
                    : bilinear(from + (i + 0.5) * scale - 0.5, source);
        }
        return shares;
    }

    /** Every source pixel counts with the length of it that lies between the two ends. */
    private static Share area(double from, double to, int source) {
        int first = Math.min(source - 1, (int) from);
        int end = Math.min(source, (int) Math.ceil(to));
        double[] weights = new double[end - first];
        double sum = 0;
        for (int i = first; i < end; i++) {
            weights[i - first] = Math.min(to, i + 1) - Math.max(from, i);
            sum += weights[i - first];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return new Share(first, weights);
    }

    /** The two pixels whose centres lie around the place; at the border the last pixel alone. */
    private static Share bilinear(double place, int source) {
        double inside = Math.max(0, Math.min(source - 1, place));
        int first = (int) inside;
        double part = inside - first;
        return new Share(first, part == 0 ? new double[] {1} : new double[] {1 - part, part});
    }

    /** Returns {@code [source row][target column][channel]} for the rows that are needed. */
    private static double[] narrow(RgbImage picture, int firstRow, int endRow, Share[] columns) {
        byte[] pixels = picture.pixels();
        double[] narrow = new double[(endRow - firstRow) * columns.length * CHANNELS];
        int to = 0;
        for (int row = firstRow; row < endRow; row++) {
            for (Share share : columns) {
                int from = (row * picture.width() + share.first()) * CHANNELS;
                for (double weight : share.weights()) {
                    narrow[to] += weight * (pixels[from++] & 0xFF);
                    narrow[to + 1] += weight * (pixels[from++] & 0xFF);
                    narrow[to + 2] += weight * (pixels[from++] & 0xFF);
                }
                to += CHANNELS;
            }
        }
        return narrow;
    }

    /** Scales the columns of what {@link #narrow} returned; rounds to bytes. */
    private static byte[] flatten(double[] narrow, int firstRow, Share[] rows, int width) {
        int rowValues = width * CHANNELS;
        byte[] pixels = new byte[rows.length * rowValues];
        for (int row = 0; row < rows.length; row++) {
            Share share = rows[row];
            for (int i = 0; i < rowValues; i++) {
                double sum = 0;
                int from = (share.first() - firstRow) * rowValues + i;
                for (double weight : share.weights()) {
                    sum += weight * narrow[from];
                    from += rowValues;
                }
                pixels[row * rowValues + i] = (byte) Math.round(sum);
            }
        }
        return pixels;
    }
}
