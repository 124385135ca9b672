package dev.sdpoint.engine.inference;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What each offer would use under the present load, whichever offers ran. Of what a frame used, one part is in proportion to the time of its offer and
 * the rest is not.
 *
 * <p>It looks at the last {@value #FRAMES} frames, and forgets those before a step of the load: two frames in a row that differ from the ones before
 * by more than the usual noise, in the same direction. A step that is too small to be seen like this has left the window after as many frames.
 */
final class LoadEstimate {
    /** Frames that are looked at. */
    static final int FRAMES = 8;
    /** Frames on either side of a change of the offer that its proportion is learned from. */
    private static final int LEARN = 3;
    /** Frames that must be known before a step can be told. */
    private static final int KNOWN = 3;
    /** Frames that make a step. */
    private static final int STEP = 2;
    /** A step is more than this many times the usual deviation, */
    private static final double UNUSUAL = 3;
    /** and more than this share. */
    private static final double LEAST_STEP = 0.02;
    /** As long as so few deviations are known, a step is more than {@link #LEAST_STEP_AT_FIRST}. */
    private static final int FEW = 10;

    private static final double LEAST_STEP_AT_FIRST = 0.2;
    /** Frames over which the deviation is averaged. */
    private static final int MEMORY = 100;
    /** A deviation counts for no more than this if it is unusual: a frame that far off is an accident, no noise. */
    private static final double ACCIDENT = 0.05;

    private record Frame(int offer, double rest, double elastic) {}

    private final OfferProportions proportions;
    private final Deque<Frame> frames = new ArrayDeque<>();

    private int current;
    private int framesHere;
    private double levelBefore = Double.NaN;
    private double deviation;
    private int deviations;
    private double suspected = Double.NaN;

    LoadEstimate(OfferTimes expected) {
        proportions = new OfferProportions(expected);
    }

    /**
     * Hears of a frame.
     *
     * @return whether it is the second of a step of the load
     */
    boolean add(int offer, double rest, double elastic) {
        boolean stepped = isStep(new Frame(offer, rest, elastic));
        if (stepped) {
            while (frames.size() >= STEP) {
                frames.removeFirst();
            }
            suspected = Double.NaN;
        }
        deviate(suspected);
        suspected = frames.size() >= KNOWN ? Math.abs((rest + elastic) / typical(offer) - 1) : Double.NaN;
        frames.addLast(new Frame(offer, rest, elastic));
        if (frames.size() > FRAMES) {
            frames.removeFirst();
        }
        proportions.run(offer);
        framesHere++;
        if (framesHere == LEARN) {
            learn();
        }
        return stepped;
    }

    /** Learns from a deviation that was no step: the frame after it tells. */
    private void deviate(double share) {
        if (!Double.isNaN(share)) {
            deviations = Math.min(MEMORY, deviations + 1);
            deviation += (Math.min(share, Math.max(ACCIDENT, UNUSUAL * deviation)) - deviation) / deviations;
        }
    }

    /** Whether a frame and those just before it are off in the same direction. */
    private boolean isStep(Frame newest) {
        int before = frames.size() - (STEP - 1);
        if (before < KNOWN) {
            return false;
        }
        double usual = typical(current, before);
        double least = deviations < FEW ? LEAST_STEP_AT_FIRST : LEAST_STEP;
        double most = usual * Math.max(least, UNUSUAL * deviation);
        double last = used(frames.getLast(), current) - usual;
        double now = used(newest, current) - usual;
        return Math.abs(now) > most && Math.abs(last) > most && Math.signum(now) == Math.signum(last);
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
        return proportions.ran(offer);
    }

    /** Frames since the last step of the load that are known, up to {@link #FRAMES}. */
    int known() {
        return frames.size();
    }

    /** What the offer uses under the present load: the mean of the known frames but the largest and the smallest. */
    double typical(int offer) {
        return typical(offer, frames.size());
    }

    /** The same of the oldest frames only; of one or two, the mean of all. */
    private double typical(int offer, int oldest) {
        double sum = 0;
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        int count = 0;
        for (Frame frame : frames) {
            if (count == oldest) {
                break;
            }
            double used = used(frame, offer);
            sum += used;
            least = Math.min(least, used);
            most = Math.max(most, used);
            count++;
        }
        return count > 2 ? (sum - least - most) / (count - 2) : sum / count;
    }

    /** Half the width of the noise, as a share of what is used: twice the mean deviation of a frame from what is usual. */
    double noise() {
        return 2 * deviation;
    }

    private double used(Frame frame, int offer) {
        return frame.rest() + frame.elastic() * proportions.of(offer, frame.offer());
    }

    /** Median of elastic use per unit of time of the newest frames. */
    private double level(int newest) {
        double[] levels = frames.stream()
                .skip(Math.max(0, frames.size() - (long) newest))
                .mapToDouble(frame -> proportions.level(frame.offer(), frame.elastic()))
                .sorted()
                .toArray();
        return levels.length == 0 ? Double.NaN : levels[levels.length / 2];
    }

    private void learn() {
        proportions.learn(current, level(framesHere) / levelBefore);
        levelBefore = Double.NaN;
    }
}
