package dev.sdpoint.engine.inference;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What each offer would have used in the last frames, whichever offers they ran under. Of what a frame used, one part is in proportion to the time
 * of its offer and the rest is not. The proportions begin as expected and are corrected whenever the offer changes, from the frames before and
 * after.
 */
final class LoadEstimate {
    private static final int FRAMES = 5;
    /** Frames on either side of a change of the offer that its proportion is learned from. */
    private static final int LEARN = 3;
    /** How much of a measured error of a proportion is corrected: half, since the load may have changed in the same moment. */
    private static final double GAIN = 0.5;
    /** Neither is a proportion believed that differs from the expected one by more than this factor. */
    private static final double FARTHEST = 4;

    /** Frames over which the spread is averaged. */
    private static final int MEMORY = 100;
    /** A deviation counts for no more than this: a frame that far off is an accident or a step of the load, no noise. */
    private static final double ACCIDENT = 0.3;

    private record Frame(int offer, double rest, double elastic) {}

    private final double[] expected;
    private final double[] times;
    private final boolean[] ran;
    private final Deque<Frame> frames = new ArrayDeque<>();

    private int current;
    private int framesHere;
    private double levelBefore = Double.NaN;
    private double spread;
    private int seen;

    LoadEstimate(List<Double> expectedTimes) {
        expected = expectedTimes.stream().mapToDouble(Double::doubleValue).toArray();
        times = expected.clone();
        ran = new boolean[expected.length];
    }

    void add(int offer, double rest, double elastic) {
        frames.addLast(new Frame(offer, rest, elastic));
        if (frames.size() > FRAMES) {
            frames.removeFirst();
        }
        ran[offer] = true;
        double deviation = Math.abs(level(1) / level(frames.size()) - 1);
        seen = Math.min(MEMORY, seen + 1);
        spread += (Math.min(ACCIDENT, Double.isNaN(deviation) ? 0 : deviation) - spread) / seen;
        framesHere++;
        if (framesHere == LEARN) {
            learn();
        }
    }

    /** Another offer comes next. */
    void moved(int offer) {
        if (framesHere < LEARN) {
            learn();
        }
        levelBefore = level(Math.min(LEARN, framesHere));
        current = offer;
        framesHere = 0;
    }

    /** Whether the offer was run at all. */
    boolean ran(int offer) {
        return ran[offer];
    }

    /** What the offer would have used in the newest frame. */
    double newest(int offer) {
        return used(frames.getLast(), offer, 1);
    }

    /** The median of what the offer would have used in the last five frames. */
    double median(int offer) {
        return median(offer, 1);
    }

    /** What the offer is likely to use at the most: twice the usual deviation above the median. */
    double likelyMost(int offer) {
        return median(offer, 1 + 2 * spread);
    }

    /** The second largest of what the offer would have used in the last five frames; the only one if there is only one. */
    double secondLargest(int offer) {
        return secondLargest(offer, 1);
    }

    /** As {@link #secondLargest}, with the usual deviation on top. */
    double likelySecondLargest(int offer) {
        return secondLargest(offer, 1 + spread);
    }

    private double median(int offer, double factor) {
        double[] sorted = sorted(offer, factor);
        return sorted[sorted.length / 2];
    }

    private double secondLargest(int offer, double factor) {
        double[] sorted = sorted(offer, factor);
        return sorted[Math.max(0, sorted.length - 2)];
    }

    private double[] sorted(int offer, double factor) {
        return frames.stream()
                .mapToDouble(frame -> used(frame, offer, factor))
                .sorted()
                .toArray();
    }

    private double used(Frame frame, int offer, double factor) {
        return frame.rest() + factor * frame.elastic() * times[offer] / times[frame.offer()];
    }

    /** Median of elastic use per unit of time of the newest frames. */
    private double level(int newest) {
        double[] levels = frames.stream()
                .skip(frames.size() - (long) newest)
                .mapToDouble(frame -> frame.elastic() / times[frame.offer()])
                .sorted()
                .toArray();
        return levels.length == 0 ? Double.NaN : levels[levels.length / 2];
    }

    private void learn() {
        double error = level(framesHere) / levelBefore;
        if (Double.isFinite(error) && error > 0) {
            double corrected = times[current] * Math.pow(error, GAIN);
            times[current] = Math.max(expected[current] / FARTHEST, Math.min(expected[current] * FARTHEST, corrected));
        }
        levelBefore = Double.NaN;
    }
}
