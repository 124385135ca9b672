package dev.sdpoint.app.library.models;

import dev.sdpoint.app.text.Texts;

/** Where a model of the list is. */
enum Shelf {
    SAMPLE,
    OWN,
    ELSEWHERE;

    private static final Texts TEXTS = Texts.of(Shelf.class);

    /** For people. */
    String words() {
        return switch (this) {
            case SAMPLE -> TEXTS.get("shelf.sample");
            case OWN -> TEXTS.get("shelf.own");
            case ELSEWHERE -> TEXTS.get("shelf.elsewhere");
        };
    }
}
