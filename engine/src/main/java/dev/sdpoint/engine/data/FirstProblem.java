package dev.sdpoint.engine.data;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Lets a parallel stream end before it throws: by itself it throws while others still decode, and keep on the disk what they have reduced. What
 * has not begun when something fails is left out; only pictures that are damaged do not end the rest, so that all of them are known to the next
 * opening of the folder. Thread-safe.
 */
final class FirstProblem {
    private final AtomicReference<@Nullable RuntimeException> first = new AtomicReference<>();
    private final AtomicReference<@Nullable UnreadableImageException> damaged = new AtomicReference<>();

    /** Sentences instead of exceptions, which hold much more; a picture that comes twice is one. */
    private final Set<String> faults = new HashSet<>();

    /** Runs a part of the work, unless another has failed other than by a damaged picture. */
    void heed(Runnable part) {
        try {
            if (first.get() == null) {
                part.run();
            }
        } catch (UnreadableImageException e) {
            if (e.isLeftOut()) {
                note(e);
            } else {
                first.compareAndSet(null, e);
            }
        } catch (RuntimeException e) {
            first.compareAndSet(null, e);
        }
    }

    private void note(UnreadableImageException e) {
        damaged.compareAndSet(null, e);
        synchronized (faults) {
            faults.add(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Throws what ended the work, or else the first damaged picture with the number of the others, if anything was thrown. To be called when all
     * parts have ended.
     */
    void tell() {
        RuntimeException problem = first.get();
        if (problem != null) {
            throw problem;
        }
        UnreadableImageException picture = damaged.get();
        if (picture != null) {
            synchronized (faults) {
                throw faults.size() == 1 ? picture : picture.with(faults.size() - 1);
            }
        }
    }
}
