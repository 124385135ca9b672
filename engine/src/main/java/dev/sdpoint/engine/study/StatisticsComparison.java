package dev.sdpoint.engine.study;

import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.evaluation.StatisticsChoice;
import dev.sdpoint.engine.evaluation.Sweep;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The same weights with instance-specific, uniform and uncalibrated batch-norm statistics (paper §3.3).
 *
 * @param sweeps one per choice, of the same instances in the same order
 */
public record StatisticsComparison(Map<StatisticsChoice, Sweep> sweeps) {
    /**
     * @throws IllegalArgumentException if a choice is missing or the instances differ
     */
    public StatisticsComparison {
        sweeps = java.util.Collections.unmodifiableMap(new EnumMap<>(sweeps));
        if (sweeps.size() != StatisticsChoice.values().length
                || sweeps.values().stream()
                                .map(s -> s.scores().stream()
                                        .map(InstanceScore::instance)
                                        .toList())
                                .distinct()
                                .count()
                        != 1) {
            throw new IllegalArgumentException("statistics are compared by a sweep of the same instances for each of "
                    + List.of(StatisticsChoice.values()) + ", not for " + sweeps.keySet());
        }
    }

    /**
     * Top-1 errors of an instance.
     *
     * @param score with its own statistics
     * @param uniform with the running averages of training
     * @param none with the full network's
     */
    public record Row(InstanceScore score, double uniform, double none) {
        /** What its own statistics gain over the running averages. */
        public double gainOverUniform() {
            return uniform - score.top1Error();
        }

        /** What its own statistics gain over the full network's. */
        public double gainOverNone() {
            return none - score.top1Error();
        }
    }

    /** The sweep of a choice. */
    public Sweep sweep(StatisticsChoice choice) {
        Sweep sweep = sweeps.get(choice);
        if (sweep == null) {
            throw new IllegalArgumentException("there is no sweep with " + choice);
        }
        return sweep;
    }

    /** A row per instance, from the cheapest to the dearest. */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (InstanceScore score : sweep(StatisticsChoice.INSTANCE).byCost()) {
            rows.add(new Row(
                    score,
                    sweep(StatisticsChoice.UNIFORM).of(score.instance()).top1Error(),
                    sweep(StatisticsChoice.NONE).of(score.instance()).top1Error()));
        }
        return rows;
    }
}
