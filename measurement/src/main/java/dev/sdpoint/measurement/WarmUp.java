package dev.sdpoint.measurement;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Brings Java's compiler to rest before times are taken: for the first three hundred training steps it uses a core that the step wants too, which a
 * run of hours never notices and a measurement of seconds does.
 */
public final class WarmUp {
    private static final long WINDOW_MS = 4_000;
    private static final long LONGEST_MS = 120_000;
    /** Milliseconds of compiling in a thousand that disturb no more than the machine does. */
    private static final long RESTING = 10;

    private final LongSupplier clock;
    private final LongSupplier compiling;

    /** Goes by the compiler of this virtual machine. */
    public WarmUp() {
        this(() -> System.nanoTime() / 1_000_000, WarmUp::compilation);
    }

    /**
     * @param clock milliseconds
     * @param compiling milliseconds that the compiler's threads have worked until now
     */
    WarmUp(LongSupplier clock, LongSupplier compiling) {
        this.clock = clock;
        this.compiling = compiling;
    }

    /**
     * Repeats work until the compiler rests, or for two minutes.
     *
     * @return how often it ran, at least once
     */
    public int run(Runnable work) {
        long begin = clock.getAsLong();
        int times = 0;
        while (true) {
            long from = clock.getAsLong();
            long compiledBefore = compiling.getAsLong();
            do {
                work.run();
                times++;
            } while (clock.getAsLong() - from < WINDOW_MS);
            long window = clock.getAsLong() - from;
            long compiled = compiling.getAsLong() - compiledBefore;
            if (compiled * 1_000 <= RESTING * window || clock.getAsLong() - begin >= LONGEST_MS) {
                return times;
            }
        }
    }

    private static long compilation() {
        @Nullable CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        return compiler != null && compiler.isCompilationTimeMonitoringSupported()
                ? compiler.getTotalCompilationTime()
                : 0;
    }
}
