package dev.sdpoint.engine.download;

/** Says why a data set could not be brought here, or is not sound, and what a person can do about it. */
public final class DownloadException extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param message what is wrong and what to do about it */
    public DownloadException(String message) {
        super(message);
    }

    /**
     * @param message what is wrong and what to do about it
     * @param cause the technical reason, for the log
     */
    public DownloadException(String message, Throwable cause) {
        super(message, cause);
    }
}
