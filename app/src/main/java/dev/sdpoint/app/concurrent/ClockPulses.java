package dev.sdpoint.app.concurrent;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/**
 * Pulses at a pace of their own, on the JavaFX thread, of which at most one waits there. Between them that thread sleeps: beside a run
 * on all cores every waking costs the run more than its own time, for one of its threads loses its core and the others wait for it.
 */
final class ClockPulses implements FramePump.Pulses {
    private static final ScheduledThreadPoolExecutor CLOCK =
            new ScheduledThreadPoolExecutor(1, new DaemonThreads("frame-pump"));

    private final LongSupplier pauseNanos;
    private @Nullable Ticking ticking;

    static {
        CLOCK.setRemoveOnCancelPolicy(true);
    }

    /** @param hertz pulses a second, above 0 */
    ClockPulses(double hertz) {
        this(() -> (long) (1e9 / hertz));
    }

    /** @param pauseNanos asked after each pulse, on the JavaFX thread, for the time from it to the next */
    ClockPulses(LongSupplier pauseNanos) {
        this.pauseNanos = pauseNanos;
    }

    @Override
    public void start(LongConsumer receiver) {
        stop();
        Ticking started = new Ticking(receiver, pauseNanos);
        started.next(0);
        ticking = started;
    }

    @Override
    public void stop() {
        if (ticking != null) {
            ticking.stop();
            ticking = null;
        }
    }

    /** From one start to the stop that follows it. */
    private static final class Ticking {
        private final LongConsumer receiver;
        private final LongSupplier pauseNanos;
        private @Nullable Future<?> clock;
        private boolean stopped;

        Ticking(LongConsumer receiver, LongSupplier pauseNanos) {
            this.receiver = receiver;
            this.pauseNanos = pauseNanos;
        }

        /** When the toolkit is gone the clock's thread cannot hand the pulse on, and there is no other. */
        void next(long nanos) {
            clock = CLOCK.schedule(() -> Platform.runLater(this::pulse), nanos, TimeUnit.NANOSECONDS);
        }

        private void pulse() {
            if (!stopped) {
                long now = System.nanoTime();
                receiver.accept(now);
                next(Math.max(0, pauseNanos.getAsLong() - (System.nanoTime() - now)));
            }
        }

        void stop() {
            stopped = true;
            if (clock != null) {
                clock.cancel(false);
            }
        }
    }
}
