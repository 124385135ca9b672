package dev.sdpoint.engine.data;

/** What happens to a training image before it enters a batch. */
public sealed interface Augmentation {
    /** Leaves images as they are; the choice for validation. */
    record None() implements Augmentation {}

    /**
     * Pads the normalised image with zeros on all four sides, cuts out a window of the original size at a random position and
     * mirrors it left to right with probability one half. The usual CIFAR augmentation with a padding of 4 (He et al. 2016,
     * Deep Residual Learning, section 4.2). Padding is exactly 0 <em>after</em> normalisation, that is the mean colour.
     *
     * @param padding pixels on each side, 0 to 64; 0 only mirrors
     */
    record CropAndFlip(int padding) implements Augmentation {
        private static final int LARGEST_PADDING = 64;

        /**
         * @throws IllegalArgumentException if the padding is outside 0 to 64
         */
        public CropAndFlip {
            if (padding < 0 || padding > LARGEST_PADDING) {
                throw new IllegalArgumentException(
                        "padding " + padding + " is outside 0 to 64 pixels; 4 is usual for images of 32×32.");
            }
        }
    }

    /**
     * Cuts a random rectangle out of the whole picture, scales it to the size of the images and mirrors it left to right with
     * probability one half. The usual ImageNet augmentation: a random share of the area, an aspect ratio of 3:4 to 4:3 (Szegedy
     * et al. 2015, Going Deeper with Convolutions, section 6). Where only square images are known, it cuts those.
     *
     * @param least the smallest share of the picture's area, above 0 and at most 1; 0.08 is usual
     */
    record ResizedCrop(double least) implements Augmentation {
        /** With at least 8 % of the area. */
        public static final ResizedCrop STANDARD = new ResizedCrop(0.08);

        /**
         * @throws IllegalArgumentException if the share is outside (0, 1]
         */
        public ResizedCrop {
            if (!(least > 0 && least <= 1)) {
                throw new IllegalArgumentException("least share " + least
                        + " of the area is outside (0, 1]; 0.08 is usual. Was a percentage meant?");
            }
        }
    }
}
