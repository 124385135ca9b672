package dev.sdpoint.app.concurrent;

import java.util.function.LongConsumer;
import javafx.animation.AnimationTimer;

/**
 * Moves what other threads produced into a model at a chosen rate, on the JavaFX thread, however fast it is produced. A clock of its own
 * wakes that thread: an animation would have the toolkit pulse at the rate of the screen even where nothing changes. All methods on the
 * JavaFX thread.
 */
public final class FramePump {
    /** A pulse that comes this much early still counts, or 10 Hz would become 8.6 Hz on a 60 Hz screen, and 5 Hz on a hasty clock. */
    private static final double TOLERANCE = 0.9;

    private final long periodNanos;
    private final Runnable drain;
    private final Pulses pulses;
    private boolean running;
    private boolean first;
    private long lastNanos;

    /**
     * @param hertz drains per second, above 0 and at most 60; 10 suits charts
     * @param drain empties the source into the model; must take a few milliseconds at the most
     */
    public FramePump(double hertz, Runnable drain) {
        this(hertz, drain, new ClockPulses(hertz));
    }

    /**
     * Drains as often as the share of one core allows that frames may take on this machine, whatever they cost here.
     *
     * @param hertz drains per second at the most, above 0 and at most 60
     * @param leastHertz drains per second at the least, even if they exceed the share
     * @param share of one core, in (0, 1); counts all that the JavaFX thread and the one that paints do
     */
    public static FramePump frugal(double hertz, double leastHertz, double share, Runnable drain) {
        return new FramePump(
                hertz,
                drain,
                new ClockPulses(
                        new FrameBudget(share, (long) (1e9 / hertz), (long) (1e9 / leastHertz), new DrawingWork())));
    }

    FramePump(double hertz, Runnable drain, Pulses pulses) {
        if (!(hertz > 0 && hertz <= 60)) {
            throw new IllegalArgumentException("rate " + hertz + " Hz is outside (0, 60]. Charts are fine with 10.");
        }
        this.periodNanos = (long) (1e9 / hertz);
        this.drain = drain;
        this.pulses = pulses;
    }

    /** Starts; drains with the next pulse. Harmless when running. */
    public void start() {
        if (!running) {
            running = true;
            first = true;
            pulses.start(this::pulse);
        }
    }

    /** Stops after draining once more, so that nothing stays behind. Harmless when stopped. */
    public void stop() {
        if (running) {
            running = false;
            pulses.stop();
            drain.run();
        }
    }

    /** Whether it drains by itself. */
    public boolean running() {
        return running;
    }

    private void pulse(long nowNanos) {
        if (first || nowNanos - lastNanos >= periodNanos * TOLERANCE) {
            first = false;
            lastNanos = nowNanos;
            drain.run();
        }
    }

    /** Where pulses come from: the screen, or a test's clock. */
    interface Pulses {
        void start(LongConsumer receiver);

        void stop();
    }

    /** The screen's. */
    static final class ScreenPulses implements Pulses {
        private LongConsumer receiver = now -> {};
        private final AnimationTimer timer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                receiver.accept(now);
            }
        };

        @Override
        public void start(LongConsumer newReceiver) {
            receiver = newReceiver;
            timer.start();
        }

        @Override
        public void stop() {
            timer.stop();
        }
    }
}
