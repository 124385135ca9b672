package dev.sdpoint.app.runs;

/**
 * What the bar above the list says.
 *
 * @param kind what a person can do about it
 */
record Notice(String sentence, Kind kind) {
    /** What a person can do about it. */
    enum Kind {
        /** Read it. */
        HINT,
        /** Take the last deletion back. */
        UNDO,
        /** Find out what went wrong. */
        PROBLEM
    }

    static Notice hint(String sentence) {
        return new Notice(sentence, Kind.HINT);
    }

    static Notice undo(String sentence) {
        return new Notice(sentence, Kind.UNDO);
    }

    static Notice problem(String sentence) {
        return new Notice(sentence, Kind.PROBLEM);
    }
}
