package dev.sdpoint.app.library;

import dev.sdpoint.app.concurrent.BackgroundJob;
import java.util.function.Consumer;

/** Runs one long job on a thread of its own. */
interface LibraryJobs {
    /**
     * Starts a job.
     *
     * @param work tells its progress to the status bar
     * @param stopSignal asks it to end soon
     * @param done gets the result on the JavaFX thread
     * @param failed gets the exception on the JavaFX thread; an InterruptedException if it was asked to end
     */
    <T> void start(
            String title,
            BackgroundJob.Work<T> work,
            Runnable stopSignal,
            Consumer<T> done,
            Consumer<Throwable> failed);

    /** As jobs that the status bar shows, and that a person can cancel there. */
    static LibraryJobs background() {
        return new LibraryJobs() {
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
