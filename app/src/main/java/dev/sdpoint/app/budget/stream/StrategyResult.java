package dev.sdpoint.app.budget.stream;

import dev.sdpoint.app.text.Texts;
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
 * @param target what frames were held against
 * @param summary of all its frames
 */
record StrategyResult(Strategy strategy, StreamTarget target, StreamTrace.Summary summary) {
    private static final Texts TEXTS = Texts.of(StrategyResult.class);

    /** The ways that are compared. */
    enum Strategy {
        AUTO,
        CHEAPEST,
        FULL,
        RANDOM;

        private static final long SEED = 1;

        String title() {
            return switch (this) {
                case AUTO -> TEXTS.get("strategy.auto");
                case CHEAPEST -> TEXTS.get("strategy.cheapest");
                case FULL -> TEXTS.get("strategy.dearest");
                case RANDOM -> TEXTS.get("strategy.random");
            };
        }

        BudgetStrategy make(StreamTarget target, OfferTimes times) {
            return switch (this) {
                case AUTO -> new AutoBudget(target, times);
                case CHEAPEST -> new FixedInstance(times.offers().get(0));
                case FULL -> new FixedInstance(times.offers().get(times.offers().size() - 1));
                case RANDOM -> new RandomInstance(times.offers(), SEED);
            };
        }
    }
}
