package dev.sdpoint.app.shell;

/** The tour cannot go on; the message is a sentence that says where it stands. */
final class TourException extends Exception {
    TourException(String message) {
        super(message);
    }

    TourException(String message, Throwable cause) {
        super(message, cause);
    }
}
