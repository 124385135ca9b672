package dev.sdpoint.app.train;

import dev.sdpoint.app.concurrent.BackgroundJob;
import java.util.function.Consumer;

/** Runs one long job on a thread of its own. */
interface Background {
    /**
     * Starts a job.
     *
     * @param work tells its progress to the status bar
     * @param stopSignal asks it to end soon
     * @param done gets the result on the JavaFX thread
     * @param failed gets the exception on the JavaFX thread
     */
    <T> void start(
            String title,
            BackgroundJob.Work<T> work,
            Runnable stopSignal,
            Consumer<T> done,
            Consumer<Throwable> failed);

    /** On the program's background threads. */
    static Background jobs() {
        return new Background() {
            @Override
            public <T> void start(
                    String title,
                    BackgroundJob.Work<T> work,
                    Runnable stopSignal,
                    Consumer<T> done,
                    Consumer<Throwable> failed) {
                BackgroundJob<T> job = new BackgroundJob<>(title, work, stopSignal);
                job.setOnSucceeded(event -> done.accept(job.getValue()));
                job.setOnFailed(event -> failed.accept(job.getException()));
                BackgroundJob<T> unused = job.start(); // its callbacks tell the rest
            }
        };
    }
}
