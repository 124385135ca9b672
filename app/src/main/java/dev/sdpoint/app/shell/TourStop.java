package dev.sdpoint.app.shell;

import dev.sdpoint.app.workspace.PlaceId;

/** What the tour does in one place before it takes pictures. Runs on the tour's own thread. */
interface TourStop {
    /** Where. */
    PlaceId place();

    /**
     * Brings the place into a state worth a picture, as a person would: with the mouse, the keyboard and its controls.
     *
     * @throws TourException if the place does not become ready
     */
    void walk(TourGuide guide) throws TourException, InterruptedException;
}
