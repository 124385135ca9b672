package dev.sdpoint.app.shell;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;

/** Processor time of threads by their names. */
final class ThreadTimes {
    /** Cores that this process may use. */
    static final double CORES = Runtime.getRuntime().availableProcessors();

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private ThreadTimes() {}

    /** Seconds of the threads of JavaFX, which lay out, draw and paint. */
    static double drawing() {
        return seconds("JavaFX.*|Quantum.*|Prism.*|InvokeLater.*");
    }

    /** Seconds that the live threads whose names match a pattern have used so far. */
    static double seconds(String names) {
        double nanos = 0;
        for (ThreadInfo thread : THREADS.getThreadInfo(THREADS.getAllThreadIds())) {
            if (thread != null && thread.getThreadName().matches(names)) {
                nanos += Math.max(0, THREADS.getThreadCpuTime(thread.getThreadId()));
            }
        }
        return nanos / 1e9;
    }
}
