package dev.sdpoint.app.budget;

import dev.sdpoint.app.concurrent.BackgroundJob;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;

/** Runs measurements in the background. JavaFX thread only. */
interface TimesJobs {
    /** A measurement that runs. */
    interface Job {
        /** How far it is, 0 … 1; negative while it cannot tell. */
        ObservableValue<Number> progress();

        /** Asks it to end soon; it is still heard of. */
        void cancel();
    }

    /** Work that looks often whether it shall end. */
    @FunctionalInterface
    interface Work<T> {
        /**
         * Runs on the job's thread.
         *
         * @throws InterruptedException once it was cancelled
         */
        T run(Steps steps) throws Exception;
    }

    /** How far the work is. */
    @FunctionalInterface
    interface Steps {
        /** @throws InterruptedException if the work was cancelled */
        void reached(double share, String what) throws InterruptedException;
    }

    /**
     * Starts a job.
     *
     * @param done gets the result on the JavaFX thread
     * @param failed gets the exception on the JavaFX thread; an InterruptedException if it was cancelled
     */
    <T> Job start(String title, Work<T> work, Consumer<T> done, Consumer<Throwable> failed);

    /** Jobs that the status bar shows. */
    static TimesJobs inBackground() {
        return new TimesJobs() {
            private static final int STEPS = 1000;

            @Override
            public <T> Job start(String title, Work<T> work, Consumer<T> done, Consumer<Throwable> failed) {
                AtomicBoolean stopped = new AtomicBoolean();
                BackgroundJob<T> job = new BackgroundJob<>(
                        title,
                        progress -> work.run((share, what) -> {
                            if (stopped.get() || progress.cancelled()) {
                                throw new InterruptedException("stopped");
                            }
                            progress.update(Math.round(STEPS * share), STEPS, what);
                        }),
                        () -> stopped.set(true));
                job.setOnSucceeded(event -> done.accept(job.getValue()));
                job.setOnFailed(event -> failed.accept(job.getException()));
                BackgroundJob<T> unused = job.start(); // its callbacks tell the rest
                return new Job() {
                    @Override
                    public ObservableValue<Number> progress() {
                        return job.progressProperty();
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
