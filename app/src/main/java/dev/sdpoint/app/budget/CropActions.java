package dev.sdpoint.app.budget;

/** What a person can do with the crop. JavaFX thread; every action returns at once. */
interface CropActions {
    /** Takes another square of the picture; one that is the same does nothing. */
    void choose(Crop crop);

    /** Takes the model's standard crop again. */
    void reset();
}
