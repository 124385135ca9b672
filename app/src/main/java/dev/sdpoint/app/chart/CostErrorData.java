package dev.sdpoint.app.chart;

import dev.sdpoint.engine.evaluation.Sweep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a cost–error chart shows. Immutable.
 *
 * @param latest the newest evaluation
 * @param trail earlier ones, oldest first, at most {@link #TRAIL}
 * @param reference what another model reached
 */
public record CostErrorData(Optional<Labelled> latest, List<Labelled> trail, Optional<Labelled> reference) {
    /** Earlier evaluations that stay in sight; older ones are forgotten, however long a run is. */
    public static final int TRAIL = 8;

    /** Nothing yet. */
    public static final CostErrorData EMPTY = new CostErrorData(Optional.empty(), List.of(), Optional.empty());

    public CostErrorData {
        trail = List.copyOf(trail.subList(Math.max(0, trail.size() - TRAIL), trail.size()));
    }

    /** With a newer evaluation; the one before joins the trail. */
    public CostErrorData plus(Labelled evaluation) {
        List<Labelled> earlier = new ArrayList<>(trail);
        latest.ifPresent(earlier::add);
        return new CostErrorData(Optional.of(evaluation), earlier, reference);
    }

    /** With another reference, or none. */
    public CostErrorData withReference(Optional<Labelled> other) {
        return new CostErrorData(latest, trail, other);
    }

    /** What a click may select and hovering explains: the newest evaluation, or the reference as long as there is none. */
    public Optional<Labelled> front() {
        return latest.or(() -> reference);
    }

    /**
     * @param label for people, such as "epoch 3"
     * @param sweep the scores
     */
    public record Labelled(String label, Sweep sweep) {}
}
