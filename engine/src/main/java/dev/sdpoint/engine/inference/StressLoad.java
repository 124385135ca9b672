package dev.sdpoint.engine.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Burns a share of the time of every processor, so that it can be seen how a stream reacts to a loaded machine. One daemon thread a processor
 * computes for that share of every twenty milliseconds and sleeps for the rest; where others compute too, it gets no more than the system gives
 * it. Thread-safe; burning ends with {@link #close()}, which waits for the threads.
 */
public final class StressLoad implements AutoCloseable {
    private static final long PERIOD_NANOS = 20_000_000;
    private static final int UNLOOKED_STEPS = 1000;

    private final List<Thread> threads = new ArrayList<>();
    private volatile double share;
    private volatile boolean closed;
    private volatile double sink;

    /**
     * Begins to burn.
     *
     * @param share of each processor's time, 0 … 1; at 0 the threads sleep
     */
    public StressLoad(double share) {
        setShare(share);
        for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
            Thread thread = new Thread(this::burn, "stress-" + i);
            thread.setDaemon(true);
            threads.add(thread);
        }
        threads.forEach(Thread::start);
    }

    /** The share of each processor's time. */
    public double share() {
        return share;
    }

    /**
     * Burns more or less, from the next period on.
     *
     * @throws IllegalArgumentException if the share is outside 0 … 1
     */
    public void setShare(double wanted) {
        requireShare(wanted);
        share = wanted;
    }

    /**
     * Refuses what is no share.
     *
     * @throws IllegalArgumentException if it is outside 0 … 1
     */
    public static void requireShare(double wanted) {
        if (!(wanted >= 0 && wanted <= 1)) {
            throw new IllegalArgumentException(
                    "share " + wanted + " of the processors' time is outside 0 to 1; give 0.5 for half");
        }
    }

    private void burn() {
        long begin = System.nanoTime();
        while (!closed) {
            double busy = share * PERIOD_NANOS;
            while (!closed && System.nanoTime() - begin < busy) {
                compute();
            }
            long next = begin + PERIOD_NANOS;
            for (long rest = next - System.nanoTime(); rest > 0 && !closed; rest = next - System.nanoTime()) {
                LockSupport.parkNanos(rest);
            }
            // Time that was lost to others is not made up for.
            long now = System.nanoTime();
            begin = now - next > PERIOD_NANOS ? now : next;
        }
    }

    private void compute() {
        double x = 1;
        for (int i = 1; i <= UNLOOKED_STEPS; i++) {
            x += Math.sqrt(x + i);
        }
        sink = x;
    }

    /** Ends the burning; no thread is left when this returns. */
    @Override
    public void close() {
        closed = true;
        boolean interrupted = false;
        for (Thread thread : threads) {
            LockSupport.unpark(thread);
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** What was computed last, so that it cannot be left out as useless. */
    double lastResult() {
        return sink;
    }
}
