package dev.sdpoint.engine.data;

import dev.sdpoint.engine.sdpoint.SplitMix64;

/**
 * How a square image is made of a picture of any shape in the usual recipe for ImageNet (He et al. 2016, Deep Residual Learning,
 * section 3.4; Szegedy et al. 2015, Going Deeper with Convolutions, section 6), and how a picture is kept.
 */
final class ImageNetCrops {
    /** The image is this share of the resized picture's shorter side: 224 of 256. */
    private static final double CENTRE = 0.875;

    /** A picture is kept with a shorter side of at most this many sides of the images, so that small crops stay sharp. */
    private static final int KEPT_SIDES = 2;

    private static final double LEAST_SHARE = 0.08;
    private static final double LEAST_ASPECT = 3.0 / 4;
    private static final double MOST_ASPECT = 4.0 / 3;
    private static final int ATTEMPTS = 10;

    private ImageNetCrops() {}

    /** The shorter side that pictures are reduced to before they are kept. */
    static int keptSide(int side) {
        return KEPT_SIDES * side;
    }

    /** A picture whose shorter side is at most {@link #keptSide}; it keeps its shape, and is never enlarged. */
    static RgbImage kept(RgbImage picture, int side) {
        int shorter = Math.min(picture.width(), picture.height());
        int wanted = keptSide(side);
        if (shorter <= wanted) {
            return picture;
        }
        int width = (int) Math.round((double) picture.width() * wanted / shorter);
        int height = (int) Math.round((double) picture.height() * wanted / shorter);
        return CropScale.of(picture, new CropScale.Region(0, 0, picture.width(), picture.height()), width, height);
    }

    /**
     * The image for validation: what is left when the shorter side is scaled to {@code side / 0.875}, rounded, and the centre is
     * cut out. Done in one step, so that nothing is rounded in between. A picture that has the size of the images already is
     * left alone, since it was cut before.
     */
    static RgbImage centre(RgbImage picture, int side) {
        if (picture.width() == side && picture.height() == side) {
            return picture;
        }
        double square = Math.min(picture.width(), picture.height()) * ((double) side / Math.round(side / CENTRE));
        double left = (picture.width() - square) / 2;
        double top = (picture.height() - square) / 2;
        return CropScale.of(picture, new CropScale.Region(left, top, square, square), side, side);
    }

    /**
     * A random rectangle of 8 % to 100 % of the picture's area and a random aspect ratio, uniform in area and in the logarithm
     * of the ratio (3:4 to 4:3). After ten rectangles that do not fit, the largest centred one of an allowed ratio.
     */
    static CropScale.Region random(int width, int height, SplitMix64 random) {
        double area = (double) width * height;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            double share = LEAST_SHARE + (1 - LEAST_SHARE) * random.nextDouble();
            double low = StrictMath.log(LEAST_ASPECT);
            double high = StrictMath.log(MOST_ASPECT);
            double aspect = StrictMath.exp(low + (high - low) * random.nextDouble());
            long w = Math.round(Math.sqrt(area * share * aspect));
            long h = Math.round(Math.sqrt(area * share / aspect));
            if (w >= 1 && w <= width && h >= 1 && h <= height) {
                int left = random.nextInt((int) (width - w + 1));
                int top = random.nextInt((int) (height - h + 1));
                return new CropScale.Region(left, top, w, h);
            }
        }
        double aspect = (double) width / height;
        long w = aspect > MOST_ASPECT ? Math.max(1, Math.round(height * MOST_ASPECT)) : width;
        long h = aspect < LEAST_ASPECT ? Math.max(1, Math.round(width / LEAST_ASPECT)) : height;
        return new CropScale.Region(Math.floor((width - w) / 2.0), Math.floor((height - h) / 2.0), w, h);
    }
}
