package dev.sdpoint.measurement;

import java.util.List;
import java.util.function.Supplier;

/**
 * The gate before every comparison: a ratio of times means something only if all ways did the same work, that is, the same
 * number of operations and the same answers.
 */
public final class EqualWork {
    private EqualWork() {}

    /**
     * One way to do a piece of work.
     *
     * @param name for messages
     * @param flops operations of an image, counted from what this way has in its hands, not from what it should have
     * @param answers runs it and gives what it found, such as probabilities {@code [image][class]}
     * @param timed what is timed
     */
    public record Way(String name, long flops, Supplier<float[]> answers, Runnable timed) {}

    /**
     * Requires the same work of all ways.
     *
     * @param ways the first is what the others are compared with
     * @return the same ways
     * @throws IllegalStateException if one does another number of operations, or its answers differ by more than {@link
     *     Answers#TOLERANCE}
     */
    public static List<Way> require(List<Way> ways) {
        Way first = ways.get(0);
        float[] answers = first.answers().get();
        for (Way way : ways.subList(1, ways.size())) {
            requireFlops(way.name(), first.flops(), way.flops());
            Answers.requireAlike(way.name(), answers, way.answers().get(), Answers.TOLERANCE);
        }
        return ways;
    }

    /**
     * Requires the same number of operations.
     *
     * @param who the other way, for the message
     * @throws IllegalStateException if not
     */
    public static void requireFlops(String who, long ours, long theirs) {
        if (ours != theirs) {
            throw new IllegalStateException(who + ": " + theirs + " operations an image, ours are " + ours
                    + ". Nothing is timed: it would compare unequal work");
        }
    }

    /**
     * Times the ways in turn, after {@link #require}.
     *
     * @throws IllegalStateException if they are not the same work; nothing is timed then
     */
    public static Timings time(Rounds rounds, List<Way> ways) {
        return rounds.time(require(ways).stream().map(Way::timed).toList());
    }
}
