package dev.sdpoint.engine.download;

import java.io.IOException;
import java.time.Duration;

/** A try that failed in a way that another try may mend. */
final class TryAgain extends IOException {
    private static final long serialVersionUID = 1L;

    private final Duration pause;

    /**
     * @param message what happened, a clause that can follow a colon
     * @param pause that the server asks for; zero if it does not
     */
    TryAgain(String message, Duration pause) {
        super(message);
        this.pause = pause;
    }

    Duration pause() {
        return pause;
    }
}
