package dev.sdpoint.app.gallery;

import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.engine.data.LabeledImages;
import dev.sdpoint.engine.data.RgbImage;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The pixels of the image that is looked at: there at once from memory, read in the background from a disk. JavaFX thread only. */
final class SelectedPicture {
    private static final int NONE = -1;

    private final TaskRunner tasks;
    private final Consumer<RgbImage> arrived;
    private final Consumer<Exception> failed;
    private TaskRunner.Cancellation reading = () -> {};
    private boolean beingRead;
    private @Nullable LabeledImages images;
    private int image = NONE;
    private @Nullable RgbImage pixels;

    /**
     * @param arrived gets the pixels after {@link #read()}
     * @param failed gets the reason why there are none
     */
    SelectedPicture(TaskRunner tasks, Consumer<RgbImage> arrived, Consumer<Exception> failed) {
        this.tasks = tasks;
        this.arrived = arrived;
        this.failed = failed;
    }

    /** Looks at another image, of which nothing is read yet. */
    void choose(LabeledImages newImages, int newImage) {
        stopReading();
        images = newImages;
        image = newImage;
        pixels = null;
    }

    /** Looks at none. */
    void forget() {
        stopReading();
        images = null;
        image = NONE;
        pixels = null;
    }

    /** Whether the image is one of these very ones; they stay while answers to more of them arrive. */
    @SuppressWarnings("ReferenceEquality")
    boolean isOf(LabeledImages those) {
        return images == those;
    }

    /** The number of the image; negative if none is looked at. */
    int image() {
        return image;
    }

    /** Empty until they were read. */
    Optional<RgbImage> pixels() {
        return Optional.ofNullable(pixels);
    }

    /** Reads the pixels; harmless while that is done. */
    void read() {
        LabeledImages from = images;
        int wanted = image;
        if (from == null || beingRead) {
            return;
        }
        if (from.inMemory()) {
            arrive(from.image(wanted));
            return;
        }
        beingRead = true;
        reading = tasks.run(() -> from.image(wanted), this::arrive, reason -> {
            beingRead = false;
            failed.accept(reason);
        });
    }

    private void arrive(RgbImage read) {
        beingRead = false;
        pixels = read;
        arrived.accept(read);
    }

    /** Reads no further; what was read stays. */
    void stopReading() {
        reading.cancel();
        beingRead = false;
    }
}
