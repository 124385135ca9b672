package dev.sdpoint.engine.store;

import dev.sdpoint.engine.event.TrainingEvent;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Takes down one session of a run as its trainer tells it. {@link #accept} never throws and returns at once; a thread of the
 * recording's own writes. Only before a checkpoint, when the trainer waits for the disk anyway, it waits up to a second until
 * all is written, so that a run that goes on from the checkpoint lacks nothing.
 */
public interface Recording extends Consumer<TrainingEvent>, AutoCloseable {
    /** The run that is written, if there is one. */
    Optional<RunId> run();

    /** What kept or keeps this recording from the disk, as a sentence for a person. */
    Optional<String> problem();

    /** How many steps of this session could not be kept until the disk could be written again; never becomes smaller. */
    long lostSteps();

    /** Writes what was told so far, and waits until it is on the disk or cannot be brought there. */
    void flush();

    /** Writes what is left, waits until it is on the disk or cannot be brought there, and ends. */
    @Override
    void close();

    /** A recording that keeps nothing, for a reason. */
    static Recording none(String why) {
        return new Recording() {
            @Override
            public void accept(TrainingEvent event) {}

            @Override
            public Optional<RunId> run() {
                return Optional.empty();
            }

            @Override
            public Optional<String> problem() {
                return Optional.of(why);
            }

            @Override
            public long lostSteps() {
                return 0; // none is waited for
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}
