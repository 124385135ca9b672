package dev.sdpoint.app.concurrent;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * Runs work off the JavaFX thread and brings the answer back to it. Interactors depend on this interface; tests use {@link
 * DirectTaskRunner}.
 */
public interface TaskRunner {
    /**
     * Runs short work (well under a second to a few seconds) on a pool.
     *
     * @param work runs off the JavaFX thread; should honour interruption
     * @param success gets the result on the JavaFX thread, unless cancelled
     * @param failure gets the exception on the JavaFX thread, unless cancelled
     * @return cancels the work
     */
    <T> Cancellation run(Callable<T> work, Consumer<T> success, Consumer<Exception> failure);

    /** Runs something on the JavaFX thread as soon as it is free; at once if already there. */
    void onFxThread(Runnable action);

    /** Stops work; harmless when it is done. */
    @FunctionalInterface
    interface Cancellation {
        void cancel();
    }
}
