package dev.sdpoint.app.workspace;

/**
 * What the bar above a list says: of recorded runs, of models.
 *
 * @param sentence for a person
 * @param kind what a person can do about it
 */
public record Notice(String sentence, Kind kind) {
    /** What a person can do about it. */
    public enum Kind {
        /** Read it. */
        HINT,
        /** Take the last deletion back. */
        UNDO,
        /** Find out what went wrong. */
        PROBLEM
    }

    /** Something to know. */
    public static Notice hint(String sentence) {
        return new Notice(sentence, Kind.HINT);
    }

    /** Something that can be taken back. */
    public static Notice undo(String sentence) {
        return new Notice(sentence, Kind.UNDO);
    }

    /** Something that went wrong. */
    public static Notice problem(String sentence) {
        return new Notice(sentence, Kind.PROBLEM);
    }
}
