package dev.sdpoint.app.concurrent;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongConsumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/**
 * Pulses at a rate of their own, on the JavaFX thread, of which at most one waits there. Between them that thread sleeps: beside a run
 * on all cores every waking costs the run more than its own time, for one of its threads loses its core and the others wait for it.
 */
final class ClockPulses implements FramePump.Pulses {
    private static final ScheduledThreadPoolExecutor CLOCK =
            new ScheduledThreadPoolExecutor(1, new DaemonThreads("frame-pump"));

    private final long periodNanos;
    private @Nullable Ticking ticking;

    static {
        CLOCK.setRemoveOnCancelPolicy(true);
    }

    /** @param hertz pulses a second, above 0 */
    ClockPulses(double hertz) {
        periodNanos = (long) (1e9 / hertz);
    }

    @Override
    public void start(LongConsumer receiver) {
        stop();
        Ticking started = new Ticking(receiver);
        started.clock = CLOCK.scheduleAtFixedRate(started::tick, 0, periodNanos, TimeUnit.NANOSECONDS);
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
        private final AtomicBoolean waiting = new AtomicBoolean();
        private @Nullable Future<?> clock;
        private boolean stopped;

        Ticking(LongConsumer receiver) {
            this.receiver = receiver;
        }

        /** On the clock's thread. When the toolkit is gone this throws, which ends the clock. */
        void tick() {
            if (waiting.compareAndSet(false, true)) {
                Platform.runLater(this::pulse);
            }
        }

        private void pulse() {
            waiting.set(false);
            if (!stopped) {
                receiver.accept(System.nanoTime());
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
