package dev.sdpoint.app.theme;

/** What a person may choose. */
public enum Theme {
    LIGHT("Light"),
    DARK("Dark"),
    /** As the operating system is set at the moment. */
    SYSTEM("Follow system");

    private final String title;

    Theme(String title) {
        this.title = title;
    }

    /** Name for people. */
    public String title() {
        return title;
    }
}
