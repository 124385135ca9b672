package dev.sdpoint.app.concurrent;

import java.util.function.Consumer;

/** Runs one long job on a thread of its own. A test has one that runs at once. JavaFX thread only. */
public interface LongJobs {
    /**
     * Starts a job.
     *
     * @param work tells its progress to the status bar
     * @param stopSignal asks it to end soon
     * @param done gets the result on the JavaFX thread
     * @param failed gets the exception on the JavaFX thread; what the work throws when it was asked to end is one too
     */
    <T> void start(
            String title,
            BackgroundJob.Work<T> work,
            Runnable stopSignal,
            Consumer<T> done,
            Consumer<Throwable> failed);

    /** As jobs that the status bar shows, and that a person can cancel there. */
    static LongJobs inBackground() {
        return new LongJobs() {
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
