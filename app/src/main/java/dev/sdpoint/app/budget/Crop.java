package dev.sdpoint.app.budget;

/**
 * The square of a picture that the model gets, in pixels of the picture as it came. Immutable.
 *
 * @param left its first column
 * @param top its first row
 * @param side its rows and columns, at least 1
 */
record Crop(int left, int top, int side) {
    /** @throws IllegalArgumentException if the side is below 1 or the place negative */
    Crop {
        if (left < 0 || top < 0 || side < 1) {
            throw new IllegalArgumentException(
                    "A crop of side " + side + " at column " + left + ", row " + top + " is not in any picture.");
        }
    }

    /** What the model gets unless a person wants it otherwise: the largest square, from the middle. */
    static Crop standard(int width, int height) {
        int side = Math.min(width, height);
        return new Crop((width - side) / 2, (height - side) / 2, side);
    }

    /** The same square elsewhere, as far as the picture's edges let it go. */
    Crop moved(double columns, double rows, int width, int height) {
        return at(left + columns, top + rows, side, width, height);
    }

    /**
     * A square about the same middle.
     *
     * @param factor larger than 1 to take more of the picture in
     * @param least shortest side
     */
    Crop scaled(double factor, int least, int width, int height) {
        int most = Math.min(width, height);
        int wanted = (int) Math.max(Math.min(least, most), Math.min(most, Math.round(side * factor)));
        double shift = (side - wanted) / 2.0;
        return at(left + shift, top + shift, wanted, width, height);
    }

    /** The same square in a smaller copy of the picture. */
    Crop in(int copyWidth, int copyHeight, int width, int height) {
        if (copyWidth == width && copyHeight == height) {
            return this;
        }
        double scale = Math.min((double) copyWidth / width, (double) copyHeight / height);
        int small = (int) Math.max(1, Math.min(Math.min(copyWidth, copyHeight), Math.round(side * scale)));
        return at(left * scale, top * scale, small, copyWidth, copyHeight);
    }

    private static Crop at(double left, double top, int side, int width, int height) {
        return new Crop(
                (int) Math.max(0, Math.min(width - side, Math.round(left))),
                (int) Math.max(0, Math.min(height - side, Math.round(top))),
                side);
    }
}
