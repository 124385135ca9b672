package dev.sdpoint.app.chart;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What somebody else published: one network, its cost and its error.
 *
 * @param label who, or what network
 * @param cost in {@code unit}, above 0
 * @param errorPercent top-1 error, 0 … 100
 */
public record LiteraturePoint(String label, double cost, Unit unit, double errorPercent) {
    /** What a cost is counted in. */
    public enum Unit {
        FLOPS("FLOPs", 1),
        MFLOPS("MFLOPs", 1e6),
        GFLOPS("GFLOPs", 1e9),
        MILLIS("ms", Double.NaN);

        private final String word;
        private final double flops;

        Unit(String word, double flops) {
            this.word = word;
            this.flops = flops;
        }

        /** How it is written. */
        public String word() {
            return word;
        }

        /** The unit of a word, whatever its case. */
        static Optional<Unit> of(String word) {
            for (Unit unit : values()) {
                if (unit.word.toLowerCase(Locale.ROOT).equals(word.toLowerCase(Locale.ROOT))) {
                    return Optional.of(unit);
                }
            }
            return Optional.empty();
        }
    }

    public LiteraturePoint {
        if (!(cost > 0 && Double.isFinite(cost)) || !(errorPercent >= 0 && errorPercent <= 100)) {
            throw new IllegalArgumentException("a network of cost " + cost + " and error " + errorPercent
                    + " % cannot be; costs are above 0 and errors 0 … 100");
        }
    }

    /** Where it stands on an axis; nowhere if its unit is of another kind. */
    public OptionalDouble on(CostUnit axis) {
        if (axis == CostUnit.MILLIS) {
            return unit == Unit.MILLIS ? OptionalDouble.of(cost) : OptionalDouble.empty();
        }
        return axis == CostUnit.GFLOPS && unit != Unit.MILLIS
                ? OptionalDouble.of(cost * unit.flops / 1e9)
                : OptionalDouble.empty();
    }

    /** Operations of one image; empty if the cost is a time. */
    public OptionalDouble flops() {
        return unit == Unit.MILLIS ? OptionalDouble.empty() : OptionalDouble.of(cost * unit.flops);
    }
}
