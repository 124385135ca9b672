package dev.sdpoint.engine.compute;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Splits rows over the processors; the calling thread takes the first part. */
final class Parallel {
    static final int THREADS = Math.max(1, Math.min(16, Runtime.getRuntime().availableProcessors()));
    private static final long WORTHWHILE_FLOATS = 32_768;
    private static final ExecutorService POOL = Executors.newFixedThreadPool(Math.max(1, THREADS - 1), task -> {
        Thread thread = new Thread(task, "kernel");
        thread.setDaemon(true);
        return thread;
    });

    private Parallel() {}

    /** Work on the rows {@code from … to − 1} as part {@code part}. */
    interface Body {
        void run(int part, long from, long to);
    }

    /** Runs the body over all rows of {@code floatsPerRow} and returns when all parts are done. */
    static void rows(long rows, int floatsPerRow, Body body) {
        if (THREADS == 1 || rows < THREADS || rows * floatsPerRow < WORTHWHILE_FLOATS) {
            body.run(0, 0, rows);
            return;
        }
        Future<?>[] others = new Future<?>[THREADS - 1];
        for (int part = 1; part < THREADS; part++) {
            int p = part;
            others[part - 1] = POOL.submit(() -> body.run(p, rows * p / THREADS, rows * (p + 1) / THREADS));
        }
        @Nullable Throwable failure;
        try {
            body.run(0, 0, rows / THREADS);
        } finally {
            failure = awaitEnd(others);
        }
        if (failure != null) {
            throw new IllegalStateException("a kernel failed", failure);
        }
    }

    /** The first failure, once all have ended: the parts write into shared memory, so none may outlast the call. */
    private static @Nullable Throwable awaitEnd(Future<?>[] futures) {
        Throwable failure = null;
        boolean interrupted = false;
        for (int i = 0; i < futures.length; ) {
            try {
                futures[i].get();
                i++;
            } catch (InterruptedException e) {
                interrupted = true;
            } catch (ExecutionException e) {
                failure = failure == null ? e.getCause() : failure;
                i++;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return failure;
    }
}
