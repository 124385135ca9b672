package dev.sdpoint.app.workspace;

import dev.sdpoint.engine.evaluation.Outcomes;
import java.util.Optional;

/**
 * How far the open model's answers on the open data set are, as long as they are not all there, or why there will be none.
 *
 * @param phase whether somebody works on them
 * @param soFar answers on the first images, all instances of each; empty before the first
 * @param images how many there are in all
 * @param instances that answer
 * @param begin starts, or goes on behind {@code soFar}; without effect while it runs
 * @param refusal a sentence on why there will be no answers; blank in all phases but {@link Phase#REFUSED}
 */
public record Sorting(
        Phase phase, Optional<Outcomes> soFar, int images, int instances, Runnable begin, String refusal) {
    /** Nothing is to be done: there is nothing open, or all answers are known. */
    public static final Sorting NONE = new Sorting(Phase.NONE, Optional.empty(), 0, 0, () -> {});

    /** Whether somebody works on the answers. */
    public enum Phase {
        NONE,
        OFFERED,
        RUNNING,
        STOPPED,
        REFUSED
    }

    /** Work that can be done, of which nothing is to be said but how far it is. */
    public Sorting(Phase phase, Optional<Outcomes> soFar, int images, int instances, Runnable begin) {
        this(phase, soFar, images, instances, begin, "");
    }

    /**
     * No answers can be had.
     *
     * @param why a sentence for people, and what to do
     */
    public static Sorting refused(String why) {
        return new Sorting(Phase.REFUSED, Optional.empty(), 0, 0, () -> {}, why);
    }

    /** Images that are answered. */
    public int done() {
        return soFar.map(Outcomes::images).orElse(0);
    }

    /** The same work in another phase. */
    public Sorting in(Phase now) {
        return new Sorting(now, soFar, images, instances, begin, refusal);
    }

    /** The same work, further. */
    public Sorting with(Outcomes known) {
        return new Sorting(phase, Optional.of(known), images, instances, begin, refusal);
    }
}
