package dev.sdpoint.app.concurrent;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * One dedicated daemon thread that does one thing after the other: the owner of what only a single thread may touch, such as
 * a network with native memory. Any thread may give it work.
 */
public final class SerialWorker implements Executor, AutoCloseable {
    private final ThreadPoolExecutor thread;

    /** @param name of the thread, such as {@code budget-inference} */
    public SerialWorker(String name) {
        thread = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                new DaemonThreads(name),
                new ThreadPoolExecutor.DiscardPolicy());
    }

    /** Runs the work after all that was given before; after {@link #close()} it is dropped. */
    @Override
    public void execute(Runnable work) {
        thread.execute(work);
    }

    /**
     * Forgets what waits, runs the clean-up on the thread as its last work, and returns at once.
     *
     * @param cleanUp such as closing the network
     */
    public void close(Runnable cleanUp) {
        thread.getQueue().clear();
        execute(cleanUp);
        thread.shutdown();
    }

    /** Forgets what waits and returns at once; what runs ends by itself. */
    @Override
    public void close() {
        close(() -> {});
    }
}
