package dev.sdpoint.engine.inference;

import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;

/**
 * Runs a stream of images through a classifier, each under the instance that a strategy chooses, and tells what happened. Used by one thread, which it
 * keeps busy until the stream ends.
 */
public final class StreamRunner {
    private static final int RECENT = 100;

    private final StreamClassifier classifier;
    private final StreamTarget target;
    private final OfferTimes expected;
    private final Pace pace;
    private final StreamClock clock;
    private final DoubleSupplier busy;

    /**
     * How images come.
     *
     * @param framesPerSecond images that come in a second, as from a camera: the next one waits until its time has come, and a late one is not left
     *     out; 0 if the next one is there as soon as the last is done
     * @param width share of all processors that one forward pass keeps busy, above 0 and up to 1
     */
    public record Pace(double framesPerSecond, double width) {
        private static final double MOST = 10_000;

        /** @throws IllegalArgumentException if the rate is outside 0 … 10,000 or the width outside (0, 1] */
        public Pace {
            if (!(framesPerSecond >= 0 && framesPerSecond <= MOST)) {
                throw new IllegalArgumentException("rate " + framesPerSecond
                        + " is outside 0 to 10,000 frames per second; 0 is as fast as possible");
            }
            if (!(width > 0 && width <= 1)) {
                throw new IllegalArgumentException("width " + width + " is outside (0, 1]; 1 is all processors");
            }
        }
    }

    /**
     * @param classifier stays the caller's to close
     * @param target what frames are held against
     * @param expected times against which the load is told
     */
    public StreamRunner(StreamClassifier classifier, StreamTarget target, OfferTimes expected, Pace pace) {
        this(classifier, target, expected, pace, StreamClock.SYSTEM, CpuShare.ofThisMachine());
    }

    StreamRunner(
            StreamClassifier classifier,
            StreamTarget target,
            OfferTimes expected,
            Pace pace,
            StreamClock clock,
            DoubleSupplier busy) {
        this.classifier = classifier;
        this.target = target;
        this.expected = expected;
        this.pace = pace;
        this.clock = clock;
        this.busy = busy;
    }

    /**
     * Runs until the images end, the listener has had enough, or the thread is interrupted.
     *
     * @param images asked for one after the other; the time it takes to give one counts as the frame's
     * @param listener hears each frame on this thread, before the next begins; false ends the stream. Its own time counts for nothing
     * @throws InterruptedException if the thread is interrupted
     */
    public void run(Iterator<StreamImage> images, BudgetStrategy strategy, Predicate<StreamFrame> listener)
            throws InterruptedException {
        Map<Instance, Double> expectedMillis = new HashMap<>();
        for (int i = 0; i < expected.offers().size(); i++) {
            expectedMillis.put(
                    expected.offers().get(i).instance(), expected.millis().get(i));
        }
        Deque<Boolean> recent = new ArrayDeque<>();
        long begin = clock.nanoTime();
        CpuShare cpu = new CpuShare(busy, pace.width(), begin);
        Instance last = strategy.next().instance();
        long due = begin;
        for (long number = 0; ; number++) {
            due = await(due);
            long start = clock.nanoTime();
            if (!images.hasNext()) {
                return;
            }
            InstanceScore score = strategy.next();
            if (!score.instance().equals(last)) {
                cpu.instanceChanges(clock.nanoTime());
                last = score.instance();
            }
            StreamImage image = images.next();
            Prediction prediction = classifier.classify(image.picture(), score.instance());
            long end = clock.nanoTime();
            // No forward pass takes no time, whatever a coarse clock says.
            double latency = Math.max(1e-6, prediction.millis());
            FrameReading reading = cpu.reading(latency, Math.max(latency, (end - start) / 1e6), end);
            strategy.observe(reading);
            double used = target.used(cpu.standing(reading));
            StreamFrame frame = new StreamFrame(
                    number,
                    (end - begin) / 1e6,
                    score,
                    image.label(),
                    prediction,
                    reading,
                    latency / expectedMillis.getOrDefault(score.instance(), Double.NaN),
                    used,
                    used <= target.limit(),
                    accuracy(recent, image.label(), prediction));
            if (!listener.test(frame)) {
                return;
            }
        }
    }

    /** Waits for the next image; one that is late by more than a frame shifts all that follow, instead of making them hurry. */
    private long await(long due) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("the stream was interrupted");
        }
        if (pace.framesPerSecond() == 0) {
            return due;
        }
        long now = clock.nanoTime();
        clock.sleep(due - now);
        long period = Math.round(1e9 / pace.framesPerSecond());
        return Math.max(due, now - period) + period;
    }

    private static double accuracy(Deque<Boolean> recent, int label, Prediction prediction) {
        if (label != StreamImage.UNKNOWN) {
            recent.addLast(prediction.top(1).get(0).classIndex() == label);
            if (recent.size() > RECENT) {
                recent.removeFirst();
            }
        }
        return recent.isEmpty()
                ? Double.NaN
                : (double) recent.stream().filter(right -> right).count() / recent.size();
    }
}
