package dev.sdpoint.app.shell;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes how long after the start of the Java virtual machine something was reached. {@link #report} writes it to the log; with
 * {@code -Dsdpoint.timing=true} to standard output too. Any thread.
 *
 * <p>The machine's own start time is asked for, not the process's: Linux tells the latter only to the second.
 */
final class Timing {
    private static final ConcurrentLinkedQueue<Mark> MARKS = new ConcurrentLinkedQueue<>();

    private Timing() {}

    /** @param what such as "window shown" */
    static void reached(String what) {
        MARKS.add(new Mark(what, System.nanoTime()));
    }

    /**
     * Writes what was noted since the last report. The first call loads classes for some 25 ms, so it should wait until the start is
     * over, and stay off the JavaFX thread.
     *
     * @return the lines
     */
    static List<String> report() {
        long uptimeMillis = ManagementFactory.getRuntimeMXBean().getUptime();
        long now = System.nanoTime();
        List<String> lines = new ArrayList<>();
        for (Mark mark = MARKS.poll(); mark != null; mark = MARKS.poll()) {
            lines.add(mark.what() + " after " + (uptimeMillis - (now - mark.nanos()) / 1_000_000) + " ms");
        }
        // No logger of the class: the first mark is set before logging is ready.
        Logger log = LoggerFactory.getLogger(Timing.class);
        lines.forEach(log::info);
        if (Boolean.getBoolean("sdpoint.timing")) {
            lines.forEach(System.out::println);
        }
        return lines;
    }

    private record Mark(String what, long nanos) {}
}
