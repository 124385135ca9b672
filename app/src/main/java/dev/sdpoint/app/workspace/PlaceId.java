package dev.sdpoint.app.workspace;

/** The places of the sidebar, in order. */
public enum PlaceId {
    TRAIN("Train"),
    BUDGET("Budget"),
    GALLERY("Gallery");

    private final String title;

    PlaceId(String title) {
        this.title = title;
    }

    /** Name in the sidebar. */
    public String title() {
        return title;
    }
}
