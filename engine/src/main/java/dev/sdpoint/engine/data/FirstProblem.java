package dev.sdpoint.engine.data;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Lets a parallel stream end before it throws: by itself it throws while others still decode, and keep on the disk what they have reduced. What
 * has not begun when something fails is left out. Thread-safe.
 */
final class FirstProblem {
    private final AtomicReference<@Nullable RuntimeException> first = new AtomicReference<>();

    /** Runs a part of the work, unless another has failed. */
    void heed(Runnable part) {
        try {
            if (first.get() == null) {
                part.run();
            }
        } catch (RuntimeException e) {
            first.compareAndSet(null, e);
        }
    }

    /** Throws what was thrown first, if anything was. To be called when all parts have ended. */
    void tell() {
        RuntimeException problem = first.get();
        if (problem != null) {
            throw problem;
        }
    }
}
