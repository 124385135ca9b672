package dev.sdpoint.app.train;

import java.util.List;

/**
 * A sentence for a person, with what to do.
 *
 * @param problem whether something went wrong
 * @param actions what a person can do with a click
 */
record Notice(boolean problem, String sentence, List<Action> actions) {
    /**
     * One button.
     *
     * @param id of its node
     * @param label a verb
     * @param run on the JavaFX thread
     */
    record Action(String id, String label, Runnable run) {}

    Notice {
        actions = List.copyOf(actions);
    }

    Notice(boolean problem, String sentence) {
        this(problem, sentence, List.of());
    }

    static Notice problem(String sentence, Action... actions) {
        return new Notice(true, sentence, List.of(actions));
    }

    static Notice hint(String sentence, Action... actions) {
        return new Notice(false, sentence, List.of(actions));
    }
}
