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
 * @param references what other models and runs reached, the most important first; labels are distinct
 * @param literature what was published elsewhere
 */
public record CostErrorData(
        Optional<Labelled> latest, List<Labelled> trail, List<Labelled> references, List<LiteraturePoint> literature) {
    /** Earlier evaluations that stay in sight; older ones are forgotten, however long a run is. */
    public static final int TRAIL = 8;

    /** Nothing yet. */
    public static final CostErrorData EMPTY = new CostErrorData(Optional.empty(), List.of(), List.of(), List.of());

    public CostErrorData {
        trail = List.copyOf(trail.subList(Math.max(0, trail.size() - TRAIL), trail.size()));
        references = List.copyOf(references);
        literature = List.copyOf(literature);
    }

    /** With a newer evaluation; the one before joins the trail. */
    public CostErrorData plus(Labelled evaluation) {
        List<Labelled> earlier = new ArrayList<>(trail);
        latest.ifPresent(earlier::add);
        return new CostErrorData(Optional.of(evaluation), earlier, references, literature);
    }

    /** Without evaluations; what stands underneath stays. */
    public CostErrorData cleared() {
        return new CostErrorData(Optional.empty(), List.of(), references, literature);
    }

    /** With other references. */
    public CostErrorData withReferences(List<Labelled> others) {
        return new CostErrorData(latest, trail, others, literature);
    }

    /** With other published results. */
    public CostErrorData withLiterature(List<LiteraturePoint> points) {
        return new CostErrorData(latest, trail, references, points);
    }

    /** What a click may select: the newest evaluation, or the first reference as long as there is none. */
    public Optional<Labelled> front() {
        return latest.or(() -> references.stream().findFirst());
    }

    /**
     * @param label for people, such as "epoch 3"
     * @param sweep the scores
     */
    public record Labelled(String label, Sweep sweep) {}
}
