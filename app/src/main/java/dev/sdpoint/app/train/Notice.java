package dev.sdpoint.app.train;

/**
 * A sentence for a person, with what to do.
 *
 * @param problem whether something went wrong
 */
record Notice(boolean problem, String sentence) {
    static Notice problem(String sentence) {
        return new Notice(true, sentence);
    }

    static Notice hint(String sentence) {
        return new Notice(false, sentence);
    }
}
