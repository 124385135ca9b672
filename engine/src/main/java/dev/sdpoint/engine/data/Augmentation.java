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
     * probability one half. The usual ImageNet augmentation: 8 % to 100 % of the area, an aspect ratio of 3:4 to 4:3 (Szegedy
     * et al. 2015, Going Deeper with Convolutions, section 6). Where only square images are known, it cuts those.
     */
    record ResizedCrop() implements Augmentation {}
}
