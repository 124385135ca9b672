package dev.sdpoint.engine.compute;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

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
        body.run(0, 0, rows / THREADS);
        for (Future<?> other : others) {
            await(other);
        }
    }

    private static void await(Future<?> future) {
        boolean interrupted = false;
        while (true) {
            try {
                future.get();
                break;
            } catch (InterruptedException e) {
                interrupted = true; // the part writes into shared memory: it must end before we leave
            } catch (ExecutionException e) {
                throw new IllegalStateException("a kernel failed", e.getCause());
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
