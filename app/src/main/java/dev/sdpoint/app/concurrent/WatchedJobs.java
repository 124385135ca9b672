package dev.sdpoint.app.concurrent;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;

/**
 * Runs long work in the background for somebody who shows how far it is, and may end it. A test has jobs that run when it lets them. JavaFX thread
 * only.
 */
public interface WatchedJobs {
    /** A job that runs. */
    interface Job {
        /** How far it is, 0 … 1; negative while it cannot tell. */
        ObservableValue<Number> progress();

        /** What it does now, with the time left. */
        ObservableValue<String> message();

        /** Ends it; its ending is heard of as usual. */
        void cancel();
    }

    /**
     * What is heard of a job, on the JavaFX thread; exactly one of the three.
     *
     * @param done gets the result
     * @param failed gets the exception
     * @param cancelled a person ended it
     */
    record Ending<T>(Consumer<T> done, Consumer<Throwable> failed, Runnable cancelled) {}

    /**
     * Starts a job.
     *
     * @param work looks often whether it was cancelled, and throws an InterruptedException then
     */
    <T> Job start(String title, BackgroundJob.Work<T> work, Ending<T> ending);

    /** Progress of a job that is ended by a signal. */
    record Stoppable(BackgroundJob.Progress told, BooleanSupplier stopped) implements BackgroundJob.Progress {
        @Override
        public boolean cancelled() {
            return stopped.getAsBoolean() || told.cancelled();
        }

        @Override
        public void update(long done, long total, String message) {
            told.update(done, total, message);
        }

        @Override
        public Optional<Duration> left() {
            return told.left();
        }
    }

    /** Jobs that the status bar shows. */
    static WatchedJobs inBackground() {
        return new WatchedJobs() {
            @Override
            public <T> Job start(String title, BackgroundJob.Work<T> work, Ending<T> ending) {
                AtomicBoolean stopped = new AtomicBoolean();
                // By a signal: an interrupt would close files of the run store that the work may be reading.
                BackgroundJob<T> job = new BackgroundJob<>(
                        title, progress -> work.run(new Stoppable(progress, stopped::get)), () -> stopped.set(true));
                job.setOnSucceeded(event -> ending.done().accept(job.getValue()));
                job.setOnFailed(event -> {
                    if (stopped.get() && job.getException() instanceof InterruptedException) {
                        ending.cancelled().run();
                    } else {
                        ending.failed().accept(job.getException());
                    }
                });
                BackgroundJob<T> unused = job.start(); // its callbacks tell the rest
                return new Job() {
                    @Override
                    public ObservableValue<Number> progress() {
                        return job.progressProperty();
                    }

                    @Override
                    public ObservableValue<String> message() {
                        return job.messageProperty();
                    }

                    @Override
                    public void cancel() {
                        job.cancel();
                    }
                };
            }
        };
    }
}
