package dev.sdpoint.app.library.models;

/** Where a model of the list is. */
enum Shelf {
    SAMPLE("Comes with the program"),
    OWN("In the library"),
    ELSEWHERE("Opened elsewhere");

    private final String words;

    Shelf(String words) {
        this.words = words;
    }

    /** For people. */
    String words() {
        return words;
    }
}
