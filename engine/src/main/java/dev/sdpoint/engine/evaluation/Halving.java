package dev.sdpoint.engine.evaluation;

import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done when the memory of a device does not suffice for a batch: halves of it are computed from that moment on. It happens once and is
 * said; if a half does not fit either, {@link OutOfDeviceMemory} goes to the caller. One thread at a time.
 */
final class Halving {
    private static final Logger LOG = LoggerFactory.getLogger(Halving.class);

    private final Consumer<String> notes;
    private final String whatNow;
    private boolean halved;

    /** Computes a batch, whole or in halves. */
    @FunctionalInterface
    interface Work<T, E extends Exception> {
        T run() throws E;
    }

    /**
     * @param notes hears the sentences for a person when batches are halved; on the computing thread
     * @param whatNow the sentence that says what is done from there on, and what to do to have batches whole
     */
    Halving(Consumer<String> notes, String whatNow) {
        this.notes = notes;
        this.whatNow = whatNow;
    }

    /** Images of a batch's first half, which is the larger by one if they are odd in number. */
    static int firstOf(int count) {
        return (count + 1) / 2;
    }

    /** Whether batches are halved by now. */
    boolean halved() {
        return halved;
    }

    /**
     * Computes a batch whole, or by halves if that has become necessary.
     *
     * @param size images of the batch
     * @param least images that a half must have
     * @param whole computes it at once; it may have told nobody anything when it runs out of memory
     * @param halves computes it with so many images at once as a half has
     * @throws E if the work does
     */
    <T, E extends Exception> T compute(int size, int least, Work<T, E> whole, Work<T, E> halves) throws E {
        if (size < 2 * least) {
            return whole.run();
        }
        if (!halved) {
            try {
                return whole.run();
            } catch (OutOfDeviceMemory e) {
                LOG.warn(
                        "A batch of {} images does not fit the memory of the {}; batches are halved.",
                        size,
                        e.device(),
                        e);
                halved = true;
                notes.accept("The memory of the " + e.device() + " does not suffice for " + size + " images at once. "
                        + whatNow);
            }
        }
        return halves.run();
    }
}
