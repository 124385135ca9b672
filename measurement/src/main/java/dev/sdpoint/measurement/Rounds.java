package dev.sdpoint.measurement;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * The one way in which alternatives are timed: in turn in one process, round after round, the first rounds for warming up.
 * What disturbs a machine for longer than a round disturbs all alternatives, so the ratios of a round are what counts. Times
 * are taken on the wall and of the processors, which other programs disturb less.
 */
public final class Rounds {
    private final int warmUp;
    private final int measured;
    private final LongSupplier processorClock;

    /** Processor time is that of all threads of this process, which Java 17 tells in steps of 10 ms. */
    public Rounds(int warmUp, int measured) {
        this(warmUp, measured, Rounds::processTime);
    }

    /**
     * @param warmUp rounds that are not measured, at least 0
     * @param measured rounds that are, at least 1
     * @param processorClock nanoseconds of processor time
     * @throws IllegalArgumentException if a number of rounds is impossible
     */
    public Rounds(int warmUp, int measured, LongSupplier processorClock) {
        if (warmUp < 0 || measured < 1) {
            throw new IllegalArgumentException(
                    warmUp + " rounds for warming up and " + measured + " measured ones; at least 0 and 1 are needed");
        }
        this.warmUp = warmUp;
        this.measured = measured;
        this.processorClock = processorClock;
    }

    /** The same with another number of measured rounds, but never more than these. */
    public Rounds atMost(int warmUpRounds, int rounds) {
        return new Rounds(Math.min(warmUp, warmUpRounds), Math.min(measured, rounds), processorClock);
    }

    /** Number of measured rounds. */
    public int measured() {
        return measured;
    }

    /** Repeats our own work until Java's compiler rests ({@link WarmUp}); does nothing if no round is for warming up. */
    public void warm(Runnable work) {
        if (warmUp > 0) {
            int times = new WarmUp().run(work);
            System.out.printf(Locale.ROOT, "%n%d times before, until Java's compiler rested%n", times);
        }
    }

    /** Runs every alternative once in each round. */
    public Timings time(List<Runnable> alternatives) {
        return time(alternatives, 1);
    }

    /**
     * Runs every alternative several times in a row in each round, for work too short for the clocks. On the wall the median of these
     * runs counts, for the turns of the system's scheduler are as long as such work; of processor time, which is told in steps longer
     * than it, the mean.
     *
     * @param times how often, at least 1; the times that come back are those of one
     */
    public Timings time(List<Runnable> alternatives, int times) {
        List<List<Timings.Span>> rounds = new ArrayList<>();
        for (int round = -warmUp; round < measured; round++) {
            List<Timings.Span> spans = new ArrayList<>();
            for (Runnable alternative : alternatives) {
                spans.add(span(alternative, times));
            }
            if (round >= 0) {
                rounds.add(spans);
            }
        }
        return new Timings(rounds);
    }

    private Timings.Span span(Runnable alternative, int times) {
        long processor = processorClock.getAsLong();
        double[] onWall = new double[times];
        for (int i = 0; i < times; i++) {
            long begin = System.nanoTime();
            alternative.run();
            onWall[i] = System.nanoTime() - begin;
        }
        double ofProcessors = processorClock.getAsLong() - processor;
        return new Timings.Span(Timings.median(onWall) / 1e9, ofProcessors / times / 1e9);
    }

    private static long processTime() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
