package dev.sdpoint.engine.data;

/**
 * Says why data could not be read, in one sentence that a person can act upon; the cause, if any, carries the details for
 * the log.
 */
public final class DataException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * @param message what is wrong, with the file or value, and what to do about it
     */
    public DataException(String message) {
        super(message);
    }

    /**
     * @param message what is wrong, with the file or value, and what to do about it
     * @param cause the technical reason
     */
    public DataException(String message, Throwable cause) {
        super(message, cause);
    }
}
