package dev.sdpoint.engine.data;

/**
 * An image of an open data set cannot be read any more: its file or the whole folder is gone, it changed, or it turned out to be
 * damaged. The message is a sentence for people that names the file and says what to do.
 */
public final class UnreadableImageException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    UnreadableImageException(String message, Throwable cause) {
        super(message, cause);
    }

    UnreadableImageException(String message) {
        super(message);
    }
}
