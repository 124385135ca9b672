package dev.sdpoint.app.gallery;

import dev.sdpoint.app.workspace.Sentence;
import dev.sdpoint.engine.data.LabeledImages;
import dev.sdpoint.engine.data.RgbImage;
import dev.sdpoint.engine.data.UnreadableImageException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads pictures for an export, which goes on without those that are gone or damaged, and counts them. For one thread. */
final class ReadPictures {
    private static final Logger LOG = LoggerFactory.getLogger(ReadPictures.class);
    private static final byte GREY = (byte) 0x80;

    private final LabeledImages images;
    private int wanted;
    private int unread;
    private Optional<UnreadableImageException> first = Optional.empty();

    ReadPictures(LabeledImages images) {
        this.images = images;
    }

    /** The pixels of an image, three bytes each; empty if they cannot be read. */
    Optional<byte[]> pixels(int image) {
        wanted++;
        try {
            return Optional.of(images.pixels(image));
        } catch (UnreadableImageException e) {
            if (first.isEmpty()) {
                // One trace is enough where a whole disk is gone.
                LOG.warn("The image {} is left out of the export.", image, e);
                first = Optional.of(e);
            }
            unread++;
            return Optional.empty();
        }
    }

    /** An image, or a grey square if it cannot be read. */
    RgbImage imageOrGrey(int image) {
        byte[] pixels = pixels(image).orElseGet(() -> {
            byte[] grey = new byte[images.bytesPerImage()];
            Arrays.fill(grey, GREY);
            return grey;
        });
        return new RgbImage(images.side(), images.side(), pixels);
    }

    /**
     * Refuses an export in which there would be nothing.
     *
     * @throws UnreadableImageException if images were asked for and none could be read
     */
    void requireSome() {
        if (unread == wanted && first.isPresent()) {
            throw first.get();
        }
    }

    /** What is told of the export. */
    Written written(Path path) {
        return new Written(path, unread, first.map(Sentence::of).orElse(""));
    }

    /**
     * What came of an export.
     *
     * @param path the file or folder
     * @param unread images that could not be read
     * @param why a sentence about the first of them; blank if there is none
     */
    record Written(Path path, int unread, String why) {
        /** Of an export without pictures. */
        static Written whole(Path path) {
            return new Written(path, 0, "");
        }
    }
}
