package dev.sdpoint.app.runs;

import dev.sdpoint.app.concurrent.BackgroundJob;
import dev.sdpoint.app.text.Texts;
import java.util.function.Consumer;

/** Runs long work on a thread of its own. */
interface RunJobs {
    /**
     * Starts a job.
     *
     * @param title what a person reads of it
     * @param work tells how far it is
     * @param done gets the result on the JavaFX thread
     * @param failed gets the exception on the JavaFX thread; an InterruptedException if a person cancelled it
     */
    <T> void start(String title, BackgroundJob.Work<T> work, Consumer<T> done, Consumer<Throwable> failed);

    /** As jobs that the status bar shows, and that a person can cancel there. */
    static RunJobs background() {
        return new RunJobs() {
            private static final Texts TEXTS = Texts.of(RunJobs.class);

            @Override
            public <T> void start(
                    String title, BackgroundJob.Work<T> work, Consumer<T> done, Consumer<Throwable> failed) {
                BackgroundJob<T> job = new BackgroundJob<>(title, work);
                job.setOnSucceeded(event -> done.accept(job.getValue()));
                job.setOnFailed(event -> failed.accept(job.getException()));
                job.setOnCancelled(
                        event -> failed.accept(new InterruptedException(TEXTS.get("transfer.cancelled", title))));
                BackgroundJob<T> unused = job.start(); // its callbacks tell the rest
            }
        };
    }
}
