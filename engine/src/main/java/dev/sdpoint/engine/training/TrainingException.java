package dev.sdpoint.engine.training;

/** A run cannot go on or cannot begin. The message is a sentence and an action for a person. */
public final class TrainingException extends Exception {
    public TrainingException(String message) {
        super(message);
    }

    public TrainingException(String message, Throwable cause) {
        super(message, cause);
    }
}
