package dev.sdpoint.app.concurrent;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work for the JavaFX thread that is cut into slices: in a pulse as many as begin within a few milliseconds, and none while somebody
 * uses the window, unless they wait for it. All methods on the JavaFX thread.
 */
public final class Slices {
    private static final Logger LOG = LoggerFactory.getLogger(Slices.class);
    private static final long BUDGET_NANOS = 4_000_000;
    private static final long QUIET_NANOS = 250_000_000;

    private final Deque<Runnable> left = new ArrayDeque<>();
    private final FramePump.Pulses pulses;
    private final LongSupplier clock;
    private boolean running;
    private boolean used;
    private long usedNanos;
    private boolean urgent;
    private Runnable failed = () -> {};

    /** Nothing to do yet. */
    public Slices() {
        this(new FramePump.ScreenPulses(), System::nanoTime);
    }

    Slices(FramePump.Pulses pulses, LongSupplier clock) {
        this.pulses = pulses;
        this.clock = clock;
    }

    /** Adds slices behind those that are left; works from the next pulse on. */
    public void add(List<? extends Runnable> slices) {
        left.addAll(slices);
        if (!running && !left.isEmpty()) {
            running = true;
            pulses.start(now -> pulse());
        }
    }

    /** Adds slices before those that are left; for a slice that finds out what comes next. */
    public void addNext(List<? extends Runnable> slices) {
        for (int i = slices.size() - 1; i >= 0; i--) {
            left.addFirst(slices.get(i));
        }
        add(List.of());
    }

    /** Somebody uses the window: the next slice waits until that was a moment ago. */
    public void giveWay() {
        used = true;
        usedNanos = clock.getAsLong();
    }

    /** Whether somebody waits for it: then it goes on while they use the window. */
    public void setUrgent(boolean urgent) {
        this.urgent = urgent;
    }

    /** Hears that a slice failed, after which the rest is forgotten. */
    public void onFailure(Runnable action) {
        failed = action;
    }

    /** Whether nothing is left. */
    public boolean done() {
        return left.isEmpty();
    }

    /** Forgets what is left. */
    public void stop() {
        left.clear();
        if (running) {
            running = false;
            pulses.stop();
        }
    }

    private void pulse() {
        long start = clock.getAsLong();
        if (!urgent && used && start - usedNanos < QUIET_NANOS) {
            return;
        }
        try {
            for (Runnable slice = left.poll(); slice != null; slice = next(start)) {
                slice.run();
            }
        } catch (RuntimeException e) {
            // Whoever needs it does it, and hears of the problem then.
            LOG.error("Work ahead of its time failed; the rest of it is left undone.", e);
            left.clear();
            failed.run();
        }
        if (left.isEmpty()) {
            stop();
        }
    }

    private @Nullable Runnable next(long start) {
        return clock.getAsLong() - start < BUDGET_NANOS ? left.poll() : null;
    }
}
