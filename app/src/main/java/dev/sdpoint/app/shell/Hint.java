package dev.sdpoint.app.shell;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.workspace.PlaceId;

/** One sentence or two for a person who sees a place for the first time: what to do there, and what will be seen then. */
enum Hint {
    TRAIN(PlaceId.TRAIN),
    BUDGET(PlaceId.BUDGET),
    GALLERY(PlaceId.GALLERY),
    ANALYSIS(PlaceId.ANALYSIS),
    LIBRARY(PlaceId.LIBRARY);

    private static final Texts TEXTS = Texts.of(Hint.class);

    private final PlaceId place;

    Hint(PlaceId place) {
        this.place = place;
    }

    /** Where it is given. */
    PlaceId place() {
        return place;
    }

    String text() {
        return switch (this) {
            case TRAIN -> TEXTS.get("hint.train");
            case BUDGET -> TEXTS.get("hint.budget");
            case GALLERY -> TEXTS.get("hint.gallery");
            case ANALYSIS -> TEXTS.get("hint.analysis");
            case LIBRARY -> TEXTS.get("hint.library");
        };
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
