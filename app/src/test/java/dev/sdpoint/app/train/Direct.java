package dev.sdpoint.app.train;

import dev.sdpoint.app.concurrent.BackgroundJob;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs jobs at once on the calling thread. */
final class Direct {
    private Direct() {}

    static Background background() {
        return new Background() {
            @Override
            public <T> void start(
                    String title,
                    BackgroundJob.Work<T> work,
                    Runnable stopSignal,
                    Consumer<T> done,
                    Consumer<Throwable> failed) {
                T result;
                try {
                    result = work.run(new Unwatched());
                } catch (Exception e) {
                    failed.accept(e);
                    return;
                }
                done.accept(result);
            }
        };
    }

    private static final class Unwatched implements BackgroundJob.Progress {
        @Override
        public boolean cancelled() {
            return false;
        }

        @Override
        public void update(long done, long total, String message) {}

        @Override
        public Optional<Duration> left() {
            return Optional.empty();
        }
    }
}
