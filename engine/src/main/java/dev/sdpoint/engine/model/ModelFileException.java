package dev.sdpoint.engine.model;

/** A file of this program cannot be read or written. The message is one sentence and an action for a person. */
public final class ModelFileException extends Exception {
    public ModelFileException(String message) {
        super(message);
    }

    public ModelFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
