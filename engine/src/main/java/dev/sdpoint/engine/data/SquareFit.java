package dev.sdpoint.engine.data;

/** Cuts a square out of a picture and scales it. */
final class SquareFit {
    private static final int LARGEST_SIDE = 4096;

    private SquareFit() {}

    /** The largest centred square. */
    static RgbImage fit(RgbImage picture, int side) {
        int square = Math.min(picture.width(), picture.height());
        return crop(picture, (picture.width() - square) / 2, (picture.height() - square) / 2, square, side);
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
        return CropScale.of(picture, new CropScale.Region(left, top, square, square), side, side);
    }
}
