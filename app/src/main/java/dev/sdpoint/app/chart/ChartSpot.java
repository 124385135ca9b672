package dev.sdpoint.app.chart;

import dev.sdpoint.engine.sdpoint.Instance;
import java.util.Optional;

/** Something in a cost–error chart that a person can point at. */
sealed interface ChartSpot {
    /** Cost on the axis. */
    double x();

    /** Error in per cent. */
    double error();

    /** What a click selects. */
    Optional<Instance> instance();

    /** An instance of an evaluation. */
    record OfInstance(PlottedSweep plotted, PlottedSweep.Spot spot) implements ChartSpot {
        @Override
        public double x() {
            return spot.x();
        }

        @Override
        public double error() {
            return spot.error();
        }

        @Override
        public Optional<Instance> instance() {
            return Optional.of(spot.score().instance());
        }
    }

    /** A published result. */
    record OfLiterature(LiteraturePoint point, double x) implements ChartSpot {
        @Override
        public double error() {
            return point.errorPercent();
        }

        @Override
        public Optional<Instance> instance() {
            return Optional.empty();
        }
    }
}
