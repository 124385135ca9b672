package dev.sdpoint.app.shell;

import java.util.ArrayList;
import java.util.List;

/**
 * What the window tells the person above the place.
 *
 * @param kind how grave it is
 * @param sentence what happened, and what to do
 * @param actions what the person can do about it with a click
 */
record Message(Kind kind, String sentence, List<Action> actions) {
    Message {
        actions = List.copyOf(actions);
    }

    enum Kind {
        NOTICE,
        PROBLEM
    }

    /**
     * One button.
     *
     * @param label a verb
     * @param run on the JavaFX thread
     */
    record Action(String label, Runnable run) {}

    /** Both in one, as grave as the other, whose actions come first. */
    Message followedBy(Message other) {
        List<Action> both = new ArrayList<>(other.actions());
        both.addAll(actions);
        return new Message(other.kind(), sentence + " " + other.sentence(), both);
    }

    static Message problem(String sentence, Action... actions) {
        return new Message(Kind.PROBLEM, sentence, List.of(actions));
    }

    static Message notice(String sentence, Action... actions) {
        return new Message(Kind.NOTICE, sentence, List.of(actions));
    }
}
