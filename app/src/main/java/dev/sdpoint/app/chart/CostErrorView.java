package dev.sdpoint.app.chart;

import dev.sdpoint.app.chart.CostErrorData.Labelled;
import dev.sdpoint.engine.evaluation.LatencyProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a cost–error chart draws, on the screen and in every file alike. Immutable.
 *
 * @param unit of the cost axis
 * @param logarithmic whether that axis is
 * @param latest the newest evaluation
 * @param trail earlier ones, oldest first
 * @param references others, in their order
 * @param literature published results that have a place on the axis
 * @param left evaluations and published results that have none
 */
public record CostErrorView(
        CostUnit unit,
        boolean logarithmic,
        Optional<PlottedSweep> latest,
        List<PlottedSweep> trail,
        List<Reference> references,
        List<LiteraturePoint> literature,
        int left) {
    /** Nothing. */
    static final CostErrorView EMPTY =
            new CostErrorView(CostUnit.GFLOPS, false, Optional.empty(), List.of(), List.of(), List.of(), 0);

    public CostErrorView {
        trail = List.copyOf(trail);
        references = List.copyOf(references);
        literature = List.copyOf(literature);
    }

    /**
     * What another model or run reached.
     *
     * @param position among all references, hidden ones counted, from 0: its colour
     */
    record Reference(int position, PlottedSweep plotted) {}

    /**
     * Works out what to draw.
     *
     * @param latencies what was measured here, for an axis of milliseconds
     * @param hidden labels of references that a person has hidden; the first is shown all the same as long as there is nothing else
     */
    static CostErrorView of(
            CostErrorData data,
            CostUnit unit,
            boolean logarithmic,
            List<LatencyProfile> latencies,
            Set<String> hidden) {
        Placing placing = new Placing(unit, latencies);
        Optional<PlottedSweep> latest = data.latest().flatMap(placing::place);
        List<PlottedSweep> trail =
                data.trail().stream().flatMap(e -> placing.place(e).stream()).toList();
        List<Reference> references = new ArrayList<>();
        for (int i = 0; i < data.references().size(); i++) {
            Labelled reference = data.references().get(i);
            boolean alone = i == 0 && data.latest().isEmpty();
            if (alone || !hidden.contains(reference.label())) {
                int position = i;
                placing.place(reference).ifPresent(plotted -> references.add(new Reference(position, plotted)));
            }
        }
        List<LiteraturePoint> literature = data.literature().stream()
                .filter(point -> point.on(unit).isPresent())
                .toList();
        int left = placing.left + data.literature().size() - literature.size();
        return new CostErrorView(unit, logarithmic, latest, trail, references, literature, left);
    }

    /** Whether there is no evaluation to draw. */
    public boolean empty() {
        return front().isEmpty();
    }

    /** Whether any instance of the front is dominated. */
    public boolean anyDominated() {
        return front().stream().flatMap(f -> f.spots().stream()).anyMatch(PlottedSweep.Spot::dominated);
    }

    /** What is drawn with a dot in its cost colour for every instance. */
    Optional<PlottedSweep> front() {
        return latest.or(() -> references.stream().findFirst().map(Reference::plotted));
    }

    /** Finds a place for evaluations on the axis. */
    private static final class Placing {
        private final CostUnit unit;
        private final List<LatencyProfile> latencies;
        private int left;

        Placing(CostUnit unit, List<LatencyProfile> latencies) {
            this.unit = unit;
            this.latencies = latencies;
        }

        Optional<PlottedSweep> place(Labelled evaluation) {
            if (unit != CostUnit.MILLIS) {
                return Optional.of(PlottedSweep.of(evaluation, unit));
            }
            Optional<PlottedSweep> placed = latencies.stream()
                    .flatMap(latency -> latency.on(evaluation.sweep()).stream())
                    .findFirst()
                    .map(timed -> PlottedSweep.of(new Labelled(evaluation.label(), timed), unit));
            left += placed.isPresent() ? 0 : 1;
            return placed;
        }
    }
}
