package dev.sdpoint.engine.inference;

import dev.sdpoint.engine.evaluation.InstanceScore;

/**
 * Always the same instance, whatever the load: what {@link AutoBudget} is compared with.
 *
 * @param next the instance
 */
public record FixedInstance(InstanceScore next) implements BudgetStrategy {
    @Override
    public void observe(FrameReading reading) {
        // fixed: nothing is learned
    }
}
