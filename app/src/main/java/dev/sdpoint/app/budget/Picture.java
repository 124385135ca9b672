package dev.sdpoint.app.budget;

import dev.sdpoint.engine.data.PictureReader;
import dev.sdpoint.engine.data.RgbImage;

/** A picture to classify, already as the model sees it. */
sealed interface Picture {
    /** Stands for a class that nobody knows. */
    int UNKNOWN = -1;

    /** The picture cropped to a square and resized to the network's side. */
    RgbImage seen();

    /** What it is called. */
    String title();

    /** Its class as the model counts classes, or {@link #UNKNOWN}. */
    int trueClass();

    /**
     * An image of the open data set's validation part.
     *
     * @param index its position
     * @param count number of validation images
     * @param trueClass its class, or {@link #UNKNOWN} if the model has no class of that name
     */
    record Validation(RgbImage seen, int index, int count, int trueClass) implements Picture {
        @Override
        public String title() {
            return "Validation image " + Figures.exact(index + 1L) + " of " + Figures.exact(count);
        }
    }

    /**
     * A person's own picture.
     *
     * @param original the picture as it came, made smaller if it is large
     * @param title name of the file, or where it came from
     * @param width columns as it came
     * @param height rows as it came
     */
    record Own(RgbImage seen, RgbImage original, String title, int width, int height) implements Picture {
        /** Longest side of the original that is kept, pixels. */
        private static final int PREVIEW_SIDE = 640;

        /**
         * A picture that was just decoded. Takes a moment for a large one.
         *
         * @param original all of it
         * @param side the network's input, pixels
         */
        static Own of(RgbImage original, String title, int side) {
            return new Own(
                    PictureReader.fit(original, side),
                    Pixels.reduce(original, PREVIEW_SIDE),
                    title,
                    original.width(),
                    original.height());
        }

        @Override
        public int trueClass() {
            return UNKNOWN;
        }
    }
}
