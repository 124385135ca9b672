package dev.sdpoint.app.shell;

import dev.sdpoint.app.workspace.PlaceId;

/** One sentence or two for a person who sees a place for the first time: what to do there, and what will be seen then. */
enum Hint {
    TRAIN(
            PlaceId.TRAIN,
            "Start trains the recipe on the left for real, while you look around. After every epoch the chart shows what every"
                    + " instance costs and how often it errs."),
    BUDGET(
            PlaceId.BUDGET,
            "Drag the budget: one set of weights becomes a cheaper or a dearer network, and its answer about the picture"
                    + " follows at once."),
    GALLERY(
            PlaceId.GALLERY,
            "Easy images come first, and each group needs a dearer network than the one before. Choose an image to see what"
                    + " every instance says of it."),
    ANALYSIS(
            PlaceId.ANALYSIS,
            "Each page asks a trained network one question, and says beforehand how long the answer takes. Nothing is"
                    + " computed until you want it."),
    LIBRARY(
            PlaceId.LIBRARY,
            "A folder of your own pictures, one folder a class, is a data set: drop it on the window. Models can be dropped"
                    + " too.");

    private final PlaceId place;
    private final String text;

    Hint(PlaceId place, String text) {
        this.place = place;
        this.text = text;
    }

    /** Where it is given. */
    PlaceId place() {
        return place;
    }

    String text() {
        return text;
    }

    /** The hint of a place. */
    static Hint of(PlaceId place) {
        for (Hint hint : values()) {
            if (hint.place == place) {
                return hint;
            }
        }
        throw new IllegalArgumentException("no hint for " + place + "; add one.");
    }
}
