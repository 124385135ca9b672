package dev.sdpoint.app.train;

/** Where a run stands. */
enum RunState {
    /** Nothing was started. */
    READY,
    /** The network is being built, or a checkpoint read. */
    STARTING,
    RUNNING,
    PAUSED,
    /** Asked to stop; the iteration under way is finished and a checkpoint written. */
    STOPPING,
    /** All epochs are done. */
    FINISHED,
    /** Stopped by a person; can go on. */
    STOPPED,
    /** Cannot go on by itself. */
    FAILED;

    /** Whether a training thread is at work. */
    boolean active() {
        return this == STARTING || this == RUNNING || this == PAUSED || this == STOPPING;
    }
}
