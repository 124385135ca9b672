package dev.sdpoint.app.gallery;

/** What counts as right. */
enum Criterion {
    /** The first guess is the true class. */
    TOP_1("top-1", 1),
    /** The true class is among the first five guesses. */
    TOP_5("top-5", 5);

    private final String title;
    private final int guesses;

    Criterion(String title, int guesses) {
        this.title = title;
        this.guesses = guesses;
    }

    String title() {
        return title;
    }

    int guesses() {
        return guesses;
    }
}
