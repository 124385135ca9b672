package dev.sdpoint.engine.download;

/** Follows the coming of a data set, and can end it. Called on the thread that brings it. */
public interface InstallWatcher {
    /** Watches nothing and never ends it. */
    InstallWatcher NONE = new InstallWatcher() {};

    /** Hears how far it is, a few times a second. */
    default void at(InstallProgress progress) {}

    /** Whether to end soon; what has come is kept. Asked at least ten times a second. */
    default boolean cancelled() {
        return false;
    }

    /** Ends here if that is wanted. */
    default void goOn() throws InterruptedException {
        if (cancelled()) {
            throw new InterruptedException("Cancelled; what has come is kept.");
        }
    }
}
