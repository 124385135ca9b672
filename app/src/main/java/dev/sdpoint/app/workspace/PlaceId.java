package dev.sdpoint.app.workspace;

import dev.sdpoint.app.text.Texts;

/** The places of the sidebar, in order. */
public enum PlaceId {
    TRAIN(1),
    BUDGET(2),
    GALLERY(3),
    ANALYSIS(4),
    LIBRARY(5);

    private static final Texts TEXTS = Texts.of(PlaceId.class);

    private final int number;

    PlaceId(int number) {
        this.number = number;
    }

    /** Name in the sidebar. */
    public String title() {
        return switch (this) {
            case TRAIN -> TEXTS.get("place.train");
            case BUDGET -> TEXTS.get("place.budget");
            case GALLERY -> TEXTS.get("place.gallery");
            case ANALYSIS -> TEXTS.get("place.analysis");
            case LIBRARY -> TEXTS.get("place.library");
        };
    }

    /** Position in the sidebar and digit of the shortcut, from 1. */
    public int number() {
        return number;
    }
}
