package dev.sdpoint.engine.store;

/** How far a recorded run has come. */
public enum RecordedState {
    /** It learns, here or in another instance of the program. */
    RUNNING,
    /** It waits for a person to go on. */
    PAUSED,
    /** All epochs are done. */
    FINISHED,
    /** A person stopped it. */
    STOPPED,
    /** It could not go on; its last event has the reason. */
    FAILED,
    /** Its process ended without a word, as when it is killed. Never written: found out when a run is read. */
    INTERRUPTED;

    /** Whether somebody is at work on it. */
    public boolean live() {
        return this == RUNNING || this == PAUSED;
    }
}
