package dev.sdpoint.app.budget;

import dev.sdpoint.app.text.Texts;
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
     * @param index its position, from 0; its number for people too
     * @param count number of validation images
     * @param trueClass its class, or {@link #UNKNOWN} if the model has no class of that name
     */
    record Validation(RgbImage seen, int index, int count, int trueClass) implements Picture {
        private static final Texts TEXTS = Texts.of(Picture.class);

        @Override
        public String title() {
            return TEXTS.get("picture.validation", Integer.toString(index), Figures.exact(count));
        }
    }

    /**
     * A person's own picture.
     *
     * @param shot the picture before anything was cut out of it
     * @param crop what was cut out
     */
    record Own(RgbImage seen, Shot shot, Crop crop) implements Picture {
        @Override
        public String title() {
            return shot.title();
        }

        @Override
        public int trueClass() {
            return UNKNOWN;
        }
    }
}
