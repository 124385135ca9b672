package dev.sdpoint.app.budget;

import dev.sdpoint.engine.data.PictureReader;
import dev.sdpoint.engine.data.RgbImage;

/**
 * A person's own picture, before anything is cut out of it. Immutable.
 *
 * @param title name of the file, or where it came from
 * @param width columns as it came
 * @param height rows as it came
 * @param source what crops are cut from: at most {@value #SOURCE_SIDE} pixels long
 * @param preview what is drawn: at most {@value #PREVIEW_SIDE} pixels long
 * @param usual the standard crop as a model sees it, from every pixel
 */
record Shot(String title, int width, int height, RgbImage source, RgbImage preview, RgbImage usual) {
    private static final int SOURCE_SIDE = 2048;
    private static final int PREVIEW_SIDE = 640;

    /**
     * Prepares a picture; takes a moment, so off the JavaFX thread.
     *
     * @param side of the model's input
     */
    static Shot of(String title, RgbImage original, int side) {
        RgbImage source = Pixels.reduce(original, SOURCE_SIDE);
        return new Shot(
                title,
                original.width(),
                original.height(),
                source,
                Pixels.reduce(source, PREVIEW_SIDE),
                PictureReader.fit(original, side));
    }

    /** The crop that the model gets by itself. */
    Crop standard() {
        return Crop.standard(width, height);
    }

    /** Whether there is anything to choose: the picture is larger than what the model gets. */
    boolean adjustable() {
        return width > usual.width() || height > usual.width();
    }

    /** What a model sees of a crop; off the JavaFX thread. */
    RgbImage see(Crop crop, int side) {
        if (crop.equals(standard()) && usual.width() == side) {
            return usual;
        }
        Crop there = crop.in(source.width(), source.height(), width, height);
        return PictureReader.crop(source, there.left(), there.top(), there.side(), side);
    }
}
