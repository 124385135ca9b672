package dev.sdpoint.app.concurrent;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.function.LongSupplier;

/**
 * Nanoseconds of processor time that JavaFX's own thread and the one that paints have used so far; 0 where the virtual machine does not
 * tell. Not thread-safe.
 */
final class DrawingWork implements LongSupplier {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private long[] ids = {};

    @Override
    public long getAsLong() {
        if (!THREADS.isThreadCpuTimeSupported() || !THREADS.isThreadCpuTimeEnabled()) {
            return 0;
        }
        if (ids.length == 0) {
            ids = find();
        }
        return Arrays.stream(ids)
                .map(id -> Math.max(0, THREADS.getThreadCpuTime(id)))
                .sum();
    }

    private static long[] find() {
        return Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
                .filter(thread -> thread != null && draws(thread))
                .mapToLong(ThreadInfo::getThreadId)
                .toArray();
    }

    private static boolean draws(ThreadInfo thread) {
        String name = thread.getThreadName();
        return name.startsWith("JavaFX Application") || name.startsWith("Quantum") || name.startsWith("Prism");
    }
}
