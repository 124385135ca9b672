package dev.sdpoint.app.budget;

import dev.sdpoint.engine.data.RgbImage;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/** What a person can do with pictures. JavaFX thread; every action returns at once. */
interface PictureActions {
    /** Goes some validation images on, or back if negative. */
    void stepImage(int images);

    /** Goes to a validation image. */
    void showImage(int index);

    /** Goes to a validation image drawn at random. */
    void randomImage();

    /** Goes to the next image that is hard. */
    void nextHardImage();

    /** Opens a picture file. */
    void openFile(Path file);

    /**
     * Opens a picture that is not a file.
     *
     * @param title where it came from
     * @param pixels runs off the JavaFX thread
     */
    void openPicture(String title, Callable<RgbImage> pixels);

    /** Says why a drop or paste holds nothing to open. */
    void refusePicture(String reason);

    /** Takes the message about the last picture away. */
    void dismissProblem();
}
