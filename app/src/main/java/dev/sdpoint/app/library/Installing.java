package dev.sdpoint.app.library;

import dev.sdpoint.app.concurrent.BackgroundJob;
import dev.sdpoint.engine.download.InstallProgress;
import dev.sdpoint.engine.download.InstallWatcher;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What passes between the thread that brings a data set and the one that shows it: progress to the one, the wish to end to the other. */
final class Installing {
    private final AtomicReference<@Nullable InstallProgress> newest = new AtomicReference<>();
    private volatile boolean stopped;

    /** Asks it to end soon. */
    void stop() {
        stopped = true;
    }

    boolean stopped() {
        return stopped;
    }

    /** The newest progress that was not taken yet. */
    Optional<InstallProgress> take() {
        return Optional.ofNullable(newest.getAndSet(null));
    }

    /** For the thread that works. */
    InstallWatcher watcher(BackgroundJob.Progress job) {
        return new InstallWatcher() {
            @Override
            public void at(InstallProgress progress) {
                newest.set(progress);
                job.tell(progress.done(), progress.total(), progress.text());
            }

            @Override
            public boolean cancelled() {
                return stopped;
            }
        };
    }
}
