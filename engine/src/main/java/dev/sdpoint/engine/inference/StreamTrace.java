package dev.sdpoint.engine.inference;

import dev.sdpoint.engine.sdpoint.Instance;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The last frames of a stream, and sums over all of them. Bounded in memory however long the stream is. Thread-safe: one thread adds and another
 * looks.
 */
public final class StreamTrace {
    private final int most;
    private final Deque<StreamFrame> frames = new ArrayDeque<>();
    private final Map<Instance, Long> uses = new LinkedHashMap<>();

    private long count;
    private long judged;
    private long within;
    private long switches;
    private long labelled;
    private long right;
    private long labelledAndJudged;
    private long rightInTime;
    private double cost;
    private @Nullable Instance last;

    /**
     * Sums over a whole stream.
     *
     * @param frames how many there were
     * @param judged of how many it is known whether they kept to the target
     * @param withinBudget how many kept to the target
     * @param switches how often the instance changed from one frame to the next
     * @param labelled how many were of known class
     * @param right how many of these were right
     * @param labelledAndJudged how many were of known class, and are known to have kept to the target or not
     * @param rightInTime how many of these were right and kept to the target
     * @param meanCost mean share of the full network's FLOPs, 0 … 1; NaN without frames
     * @param uses frames of each instance that was used
     */
    public record Summary(
            long frames,
            long judged,
            long withinBudget,
            long switches,
            long labelled,
            long right,
            long labelledAndJudged,
            long rightInTime,
            double meanCost,
            Map<Instance, Long> uses) {
        public Summary {
            uses = Map.copyOf(uses);
        }

        /** Share of the judged frames that kept to the target, 0 … 1; NaN without any. */
        public double withinShare() {
            return (double) withinBudget / judged;
        }

        /** Share of the judged images of known class that were right and kept to the target, 0 … 1; NaN without any. */
        public double rightInTimeShare() {
            return (double) rightInTime / labelledAndJudged;
        }

        /** Share of the images of known class that were right, 0 … 1; NaN without any. */
        public double accuracy() {
            return (double) right / labelled;
        }
    }

    /**
     * @param most frames that are kept, at least 1
     */
    public StreamTrace(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("a trace cannot keep " + most + " frames; at least 1");
        }
        this.most = most;
    }

    /** Adds the newest frame; the oldest leaves if there are too many. */
    public synchronized void add(StreamFrame frame) {
        frames.addLast(frame);
        if (frames.size() > most) {
            frames.removeFirst();
        }
        count++;
        cost += frame.score().relativeCost();
        judged += frame.judged() ? 1 : 0;
        within += frame.withinBudget() ? 1 : 0;
        labelled += frame.labelled() ? 1 : 0;
        right += frame.right() ? 1 : 0;
        labelledAndJudged += frame.labelled() && frame.judged() ? 1 : 0;
        rightInTime += frame.right() && frame.withinBudget() ? 1 : 0;
        switches += last == null || last.equals(frame.instance()) ? 0 : 1;
        last = frame.instance();
        uses.merge(frame.instance(), 1L, Long::sum);
    }

    /** A copy of the frames that are kept, the oldest first. */
    public synchronized List<StreamFrame> frames() {
        return List.copyOf(frames);
    }

    /** Sums over all frames that were ever added. */
    public synchronized Summary summary() {
        return new Summary(
                count, judged, within, switches, labelled, right, labelledAndJudged, rightInTime, cost / count, uses);
    }
}
