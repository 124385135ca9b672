package dev.sdpoint.engine.data;

/** Cuts the largest centred square out of a picture and scales it. */
final class SquareFit {
    private static final int LARGEST_SIDE = 4096;

    private SquareFit() {}

    static RgbImage fit(RgbImage picture, int side) {
        if (side < 1 || side > LARGEST_SIDE) {
            throw new IllegalArgumentException("side " + side + " is outside 1 to " + LARGEST_SIDE + ".");
        }
        if (picture.width() == side && picture.height() == side) {
            return picture;
        }
        int square = Math.min(picture.width(), picture.height());
        int left = (picture.width() - square) / 2;
        int top = (picture.height() - square) / 2;
        return CropScale.of(picture, new CropScale.Region(left, top, square, square), side, side);
    }
}
