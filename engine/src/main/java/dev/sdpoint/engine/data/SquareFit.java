package dev.sdpoint.engine.data;

/**
 * Cuts a square out of a picture and scales it, rows and columns one after the other. Both ways of scaling
 * are weighted sums of neighbouring pixels, written out here so that every machine gets the same bytes.
 */
final class SquareFit {
    private static final int LARGEST_SIDE = 4096;
    private static final int CHANNELS = RgbImage.CHANNELS;

    private SquareFit() {}

    static RgbImage fit(RgbImage picture, int side) {
        int square = Math.min(picture.width(), picture.height());
        int left = (picture.width() - square) / 2;
        int top = (picture.height() - square) / 2;
        return crop(picture, left, top, square, side);
    }

    static RgbImage crop(RgbImage picture, int left, int top, int square, int side) {
        if (side < 1 || side > LARGEST_SIDE) {
            throw new IllegalArgumentException("side " + side + " is outside 1 to " + LARGEST_SIDE + ".");
        }
        boolean inside = square >= 1
                && left >= 0
                && top >= 0
                && left <= picture.width() - square
                && top <= picture.height() - square;
        if (!inside) {
            throw new IllegalArgumentException("The square of side " + square + " at column " + left + ", row " + top
                    + " is not inside a picture of " + picture.width() + "×" + picture.height() + " pixels.");
        }
        if (square == side && picture.width() == side && picture.height() == side) {
            return picture;
        }
        Share[] shares = shares(square, side);
        double[] narrow = narrow(picture, left, top, square, shares);
        return new RgbImage(side, side, flatten(narrow, shares));
    }

    /** Which source pixels make a target pixel: {@code weights.length} of them from {@code first} on; the weights add up to 1. */
    private record Share(int first, double[] weights) {}

    private static Share[] shares(int source, int target) {
        Share[] shares = new Share[target];
        double scale = (double) source / target;
        for (int i = 0; i < target; i++) {
            shares[i] =
                    scale >= 1 ? area(i * scale, (i + 1) * scale, source) : bilinear((i + 0.5) * scale - 0.5, source);
        }
        return shares;
    }

    /** Every source pixel counts with the length of it that lies between the two ends. */
    private static Share area(double from, double to, int source) {
        int first = (int) from;
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

    /** Returns {@code [source row][target column][channel]}. */
    private static double[] narrow(RgbImage picture, int left, int top, int square, Share[] shares) {
        byte[] pixels = picture.pixels();
        double[] narrow = new double[square * shares.length * CHANNELS];
        int to = 0;
        for (int row = top; row < top + square; row++) {
            for (Share share : shares) {
                int from = (row * picture.width() + left + share.first()) * CHANNELS;
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
    private static byte[] flatten(double[] narrow, Share[] shares) {
        int rowValues = shares.length * CHANNELS;
        byte[] pixels = new byte[shares.length * rowValues];
        for (int row = 0; row < shares.length; row++) {
            Share share = shares[row];
            for (int i = 0; i < rowValues; i++) {
                double sum = 0;
                int from = share.first() * rowValues + i;
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
