package dev.sdpoint.app.budget;

import dev.sdpoint.engine.sdpoint.Instance;

/** What a person can do with the budget. JavaFX thread; every action returns at once. */
interface BudgetActions {
    /** Selects the best instance within a budget, in the unit of the axis. */
    void chooseBudget(double budget);

    /** Goes some offers dearer, or cheaper if negative. */
    void stepBudget(int offers);

    /** Selects an instance. */
    void chooseInstance(Instance instance);

    /** Counts budgets in another unit. */
    void chooseUnit(BudgetUnit unit);

    /** Goes to the place where a model can be trained or opened. */
    void goToTraining();
}
