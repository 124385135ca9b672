package dev.sdpoint.app.library.models;

/**
 * What the bar above the models says.
 *
 * @param sentence for a person
 * @param kind what can be done about it
 */
record ModelNotice(String sentence, Kind kind) {
    /** What a person can do about it. */
    enum Kind {
        /** Read it. */
        HINT,
        /** Take the last deletion back. */
        UNDO,
        /** Do what it says. */
        PROBLEM
    }

    static ModelNotice hint(String sentence) {
        return new ModelNotice(sentence, Kind.HINT);
    }

    static ModelNotice undo(String sentence) {
        return new ModelNotice(sentence, Kind.UNDO);
    }

    static ModelNotice problem(String sentence) {
        return new ModelNotice(sentence, Kind.PROBLEM);
    }
}
