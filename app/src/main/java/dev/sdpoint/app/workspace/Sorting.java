package dev.sdpoint.app.workspace;

import dev.sdpoint.engine.evaluation.Outcomes;
import java.util.Optional;

/**
 * How far the open model's answers on the open data set are, as long as they are not all there.
 *
 * @param phase whether somebody works on them
 * @param soFar answers on the first images, all instances of each; empty before the first
 * @param images how many there are in all
 * @param instances that answer
 * @param begin starts, or goes on behind {@code soFar}; without effect while it runs
 */
public record Sorting(Phase phase, Optional<Outcomes> soFar, int images, int instances, Runnable begin) {
    /** Nothing is to be done: there is nothing open, or all answers are known. */
    public static final Sorting NONE = new Sorting(Phase.NONE, Optional.empty(), 0, 0, () -> {});

    /** Whether somebody works on the answers. */
    public enum Phase {
        NONE,
        OFFERED,
        RUNNING,
        STOPPED
    }

    /** Images that are answered. */
    public int done() {
        return soFar.map(Outcomes::images).orElse(0);
    }

    /** The same work in another phase. */
    public Sorting in(Phase now) {
        return new Sorting(now, soFar, images, instances, begin);
    }

    /** The same work, further. */
    public Sorting with(Outcomes known) {
        return new Sorting(phase, Optional.of(known), images, instances, begin);
    }
}
