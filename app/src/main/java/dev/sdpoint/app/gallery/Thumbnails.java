package dev.sdpoint.app.gallery;

import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.engine.data.LabeledImages;
import dev.sdpoint.engine.data.UnreadableImageException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pixels of images for painting. Images in memory are copied at once; those of a folder are decoded in the background, the
 * newest wish first, and a plain grey square stands for them meanwhile. Keeps a bounded number of decoded ones. JavaFX thread
 * only.
 */
final class Thumbnails {
    private static final Logger LOG = LoggerFactory.getLogger(Thumbnails.class);
    private static final byte GREY = (byte) 0x80;
    private static final int BATCH = 16;
    /** Wishes that wait; of a fast scroll through thousands of images only the last are still of interest. */
    private static final int MOST_WISHES = 400;

    private static final int MOST_BYTES = 48 << 20;

    private final TaskRunner tasks;
    private final List<Runnable> listeners = new ArrayList<>();
    private final Map<Integer, byte[]> kept = new LinkedHashMap<>(64, 0.75f, true);
    private final Set<Integer> wishes = new LinkedHashSet<>();
    private final Set<Integer> underWay = new HashSet<>();
    private @Nullable LabeledImages source;
    private TaskRunner.Cancellation reading = () -> {};

    Thumbnails(TaskRunner tasks) {
        this.tasks = tasks;
    }

    /** Calls a painter whenever images have arrived that were asked for. */
    void onArrival(Runnable repaint) {
        listeners.add(repaint);
    }

    /** Reads these from now on and no others; what was read of others is let go. */
    void follow(LabeledImages images) {
        if (!images.equals(source)) {
            reading.cancel();
            source = images;
            kept.clear();
            wishes.clear();
            underWay.clear();
        }
    }

    /**
     * Copies an image, or grey while it is being decoded. One of other images than are followed stays grey: it is about to go from the
     * screen.
     *
     * @param rgb takes {@code images.bytesPerImage()} bytes
     */
    void copy(LabeledImages images, int image, byte[] rgb) {
        if (images.inMemory()) {
            images.copyPixels(image, rgb, 0);
            return;
        }
        boolean followed = images.equals(source);
        if (followed && !kept.containsKey(image)) {
            wish(images, image);
        }
        byte[] known = followed ? kept.get(image) : null;
        if (known == null) {
            Arrays.fill(rgb, GREY);
        } else {
            System.arraycopy(known, 0, rgb, 0, rgb.length);
        }
    }

    private void wish(LabeledImages images, int image) {
        if (underWay.contains(image)) {
            return;
        }
        wishes.remove(image);
        wishes.add(image);
        if (wishes.size() > MOST_WISHES) {
            Iterator<Integer> oldest = wishes.iterator();
            oldest.next();
            oldest.remove();
        }
        readNext(images);
    }

    private void readNext(LabeledImages images) {
        if (!underWay.isEmpty() || wishes.isEmpty()) {
            return;
        }
        List<Integer> newest = new ArrayList<>(wishes);
        List<Integer> batch = List.copyOf(newest.subList(Math.max(0, newest.size() - BATCH), newest.size()));
        batch.forEach(wishes::remove);
        underWay.addAll(batch);
        reading = tasks.run(() -> read(images, batch), pixels -> arrived(images, pixels), problem -> {
            LOG.warn("Images of the gallery could not be read.", problem);
            underWay.clear();
        });
    }

    private void arrived(LabeledImages images, Map<Integer, byte[]> pixels) {
        kept.putAll(pixels);
        int most = Math.max(2 * MOST_WISHES, MOST_BYTES / images.bytesPerImage());
        for (Iterator<Integer> oldest = kept.keySet().iterator(); kept.size() > most && oldest.hasNext(); ) {
            oldest.next();
            oldest.remove();
        }
        underWay.clear();
        listeners.forEach(Runnable::run);
        readNext(images);
    }

    /** One that cannot be read stays grey; what reads it for an answer will say why. */
    private static Map<Integer, byte[]> read(LabeledImages images, List<Integer> batch) {
        Map<Integer, byte[]> pixels = new HashMap<>();
        for (int image : batch) {
            try {
                pixels.put(image, images.pixels(image));
            } catch (UnreadableImageException e) {
                LOG.info("Image {} stays grey in the gallery.", image, e);
                byte[] grey = new byte[images.bytesPerImage()];
                Arrays.fill(grey, GREY);
                pixels.put(image, grey);
            }
        }
        return pixels;
    }
}
