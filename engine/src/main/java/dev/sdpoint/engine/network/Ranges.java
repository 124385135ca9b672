package dev.sdpoint.engine.network;

/** Ranges that all families share. Methods throw IllegalArgumentException with the value, the range and a hint. */
final class Ranges {
    /** Ranks and guesses are kept as shorts. */
    private static final int MOST_CLASSES = Short.MAX_VALUE;

    private Ranges() {}

    static void requireClasses(int classes) {
        if (classes < 2 || classes > MOST_CLASSES) {
            throw new IllegalArgumentException(classes + " classes are outside 2 … 32,767");
        }
    }

    /** Of networks for small images with two strides. */
    static void requireSmallSide(int side) {
        if (side < 16 || side > 512 || side % 4 != 0) {
            throw new IllegalArgumentException(
                    "side " + side + " is not a multiple of 4 in 16 … 512, which the two strides need");
        }
    }

    /** Of networks with five halvings. */
    static void requireLargeSide(int side) {
        if (side < 32 || side > 1024) {
            throw new IllegalArgumentException(
                    "side " + side
                            + " is outside 32 … 1,024; smaller images leave no pixels after five halvings. Try wrn-16-2 for them");
        }
    }
}
