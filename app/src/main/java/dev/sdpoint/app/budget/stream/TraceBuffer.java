package dev.sdpoint.app.budget.stream;

import dev.sdpoint.engine.inference.StreamFrame;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The last minute of a stream in tenths of seconds, however many frames there are in one. Bounded; thread-safe: the stream adds, the JavaFX
 * thread looks.
 */
final class TraceBuffer {
    /** How much is kept. */
    static final int SECONDS = 60;

    private static final double WIDTH_MILLIS = 100;
    private static final int MOST = (int) (1000 * SECONDS / WIDTH_MILLIS);

    private final Deque<TracePoint> points = new ArrayDeque<>();
    private @Nullable TracePoint open;
    private long tenth;
    private double slowdowns;

    /** Adds a frame. */
    synchronized void add(StreamFrame frame, double stress) {
        double seconds = frame.atMillis() / 1000;
        TracePoint now = open;
        long newTenth = (long) (frame.atMillis() / WIDTH_MILLIS);
        if (now != null && newTenth != tenth) {
            points.addLast(now);
            if (points.size() > MOST) {
                points.removeFirst();
            }
            now = null;
        }
        tenth = newTenth;
        // A share of the processors is known from some frame of the tenth on, if not from its first.
        double before = now == null || Double.isNaN(now.used()) ? Double.NEGATIVE_INFINITY : now.used();
        slowdowns = (now == null ? 0 : slowdowns) + frame.slowdown();
        int frames = now == null ? 1 : now.frames() + 1;
        open = new TracePoint(
                seconds,
                frame.score().relativeCost(),
                Math.max(before, frame.used()),
                slowdowns / frames,
                stress,
                frame.recentAccuracy(),
                frames,
                (now == null ? 0 : now.within()) + (frame.withinBudget() ? 1 : 0));
    }

    /** A copy, the oldest first; the newest tenth may still grow. */
    synchronized List<TracePoint> points() {
        List<TracePoint> all = new ArrayList<>(points);
        if (open != null) {
            all.add(open);
        }
        return all;
    }
}
