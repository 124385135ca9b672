package dev.sdpoint.app.budget;

import dev.sdpoint.app.budget.stream.AutoBudgetView;

/**
 * What the nodes of the place call.
 *
 * @param askAgain asks the network again after a failure
 * @param times measures milliseconds here
 * @param automatic the budget that follows the load
 */
record BudgetDoors(
        BudgetActions budget,
        PictureActions pictures,
        FindActions find,
        FilmActions film,
        CropActions crop,
        ExportActions export,
        Runnable askAgain,
        TimesInteractor times,
        AutoBudgetView automatic) {}
