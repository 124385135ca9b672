package dev.sdpoint.app.budget.stream;

import dev.sdpoint.engine.inference.AutoBudget;
import dev.sdpoint.engine.inference.BudgetStrategy;
import dev.sdpoint.engine.inference.FixedInstance;
import dev.sdpoint.engine.inference.OfferTimes;
import dev.sdpoint.engine.inference.RandomInstance;
import dev.sdpoint.engine.inference.StreamTarget;
import dev.sdpoint.engine.inference.StreamTrace;

/**
 * How one way to choose instances did on a stream.
 *
 * @param strategy the way
 * @param summary of all its frames
 */
record StrategyResult(Strategy strategy, StreamTrace.Summary summary) {
    /** The ways that are compared. */
    enum Strategy {
        AUTO("Auto budget"),
        CHEAPEST("Always the cheapest"),
        FULL("Always the dearest"),
        RANDOM("At random");

        private static final long SEED = 1;

        private final String title;

        Strategy(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }

        BudgetStrategy make(StreamTarget target, OfferTimes times) {
            return switch (this) {
                case AUTO -> new AutoBudget(target, times);
                case CHEAPEST -> new FixedInstance(times.offers().get(0));
                case FULL -> new FixedInstance(
                        times.offers().get(times.offers().size() - 1));
                case RANDOM -> new RandomInstance(times.offers(), SEED);
            };
        }
    }
}
