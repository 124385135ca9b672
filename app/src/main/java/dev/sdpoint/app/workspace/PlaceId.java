package dev.sdpoint.app.workspace;

/** The places of the sidebar, in order. */
public enum PlaceId {
    TRAIN("Train", 1),
    BUDGET("Budget", 2),
    GALLERY("Gallery", 3),
    ANALYSIS("Analysis", 4),
    LIBRARY("Library", 5);

    private final String title;
    private final int number;

    PlaceId(String title, int number) {
        this.title = title;
        this.number = number;
    }

    /** Name in the sidebar. */
    public String title() {
        return title;
    }

    /** Position in the sidebar and digit of the shortcut, from 1. */
    public int number() {
        return number;
    }
}
