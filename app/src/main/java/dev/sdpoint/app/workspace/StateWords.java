package dev.sdpoint.app.workspace;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.store.RecordedState;

/** What states of runs are called, wherever a run is told of. */
public final class StateWords {
    private static final Texts TEXTS = Texts.of(StateWords.class);

    private StateWords() {}

    /** In one word, within a sentence. */
    public static String of(RecordedState state) {
        return switch (state) {
            case RUNNING -> TEXTS.get("state.running");
            case PAUSED -> TEXTS.get("state.paused");
            case FINISHED -> TEXTS.get("state.finished");
            case STOPPED -> TEXTS.get("state.stopped");
            case FAILED -> TEXTS.get("state.failed");
            case INTERRUPTED -> TEXTS.get("state.interrupted");
        };
    }
}
