package dev.sdpoint.app.theme;

import dev.sdpoint.app.text.Texts;

/** What a person may choose. */
public enum Theme {
    LIGHT,
    DARK,
    /** As the operating system is set at the moment. */
    SYSTEM;

    private static final Texts TEXTS = Texts.of(Theme.class);

    /** Name for people. */
    public String title() {
        return switch (this) {
            case LIGHT -> TEXTS.get("theme.light");
            case DARK -> TEXTS.get("theme.dark");
            case SYSTEM -> TEXTS.get("theme.system");
        };
    }
}
