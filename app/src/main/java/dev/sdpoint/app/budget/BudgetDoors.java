package dev.sdpoint.app.budget;

/**
 * What the nodes of the place call.
 *
 * @param askAgain asks the network again after a failure
 */
record BudgetDoors(
        BudgetActions budget,
        PictureActions pictures,
        FilmActions film,
        CropActions crop,
        ExportActions export,
        Runnable askAgain) {}
