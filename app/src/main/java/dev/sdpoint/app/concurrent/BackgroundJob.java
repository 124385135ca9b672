package dev.sdpoint.app.concurrent;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.concurrent.Task;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A long job (training, a sweep, a download) on its own named thread, with title, message, progress and cancel as {@code
 * TaskProgressView} shows them. Made and started on the JavaFX thread; set handlers such as {@code setOnSucceeded} before
 * {@link #start()}.
 *
 * @param <T> result
 */
public final class BackgroundJob<T> extends Task<T> {
    private static final Logger LOG = LoggerFactory.getLogger(BackgroundJob.class);
    private static final Set<BackgroundJob<?>> RUNNING = ConcurrentHashMap.newKeySet();
    private static final ObservableList<BackgroundJob<?>> SHOWN = FXCollections.observableArrayList();
    private static final ObservableList<BackgroundJob<?>> SHOWN_VIEW = FXCollections.unmodifiableObservableList(SHOWN);

    private final String name;
    private final Work<T> work;
    private final @Nullable Runnable stopSignal;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean dropped;

    /**
     * A job that is cancelled by interruption; what it returns afterwards is dropped.
     *
     * @param title what a person reads, such as "Sweeping 13 instances"
     */
    public BackgroundJob(String title, Work<T> work) {
        this(title, work, null);
    }

    /**
     * A job that must end in its own way, such as by writing a checkpoint: {@link #cancel()} only gives the signal, and the
     * job still succeeds or fails by what the work does then.
     *
     * @param stopSignal asks the work to end soon; called on the cancelling thread, returns at once
     */
    public BackgroundJob(String title, Work<T> work, @Nullable Runnable stopSignal) {
        this.name = title;
        this.work = work;
        this.stopSignal = stopSignal;
        updateTitle(title);
    }

    /**
     * Starts the job on a thread of its own; it shows in {@link #allRunning()} until it is done.
     *
     * @throws IllegalStateException if it was started before
     */
    public BackgroundJob<T> start() {
        if (getState() != State.READY || !RUNNING.add(this)) {
            throw new IllegalStateException("'" + name + "' was started before; a job runs once. Make a new one.");
        }
        SHOWN.add(this);
        runningProperty().addListener((property, before, now) -> {
            if (!now) {
                SHOWN.remove(this);
            }
        });
        Thread thread = new Thread(this::runToTheEnd, name);
        thread.setDaemon(true);
        thread.start();
        return this;
    }

    /** The jobs that run now, for a status bar; unmodifiable, JavaFX thread only. */
    public static ObservableList<BackgroundJob<?>> allRunning() {
        return SHOWN_VIEW;
    }

    @Override
    protected T call() throws Exception {
        return work.run(new Steps());
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        if (stopSignal != null && RUNNING.contains(this)) {
            stopSignal.run();
            return false;
        }
        return super.cancel(mayInterruptIfRunning);
    }

    /** Cancels it, and nobody hears of it any more, also where it has ended already and its end only waits to be heard. JavaFX thread. */
    public void drop() {
        dropped = true;
        setOnSucceeded(null);
        setOnFailed(null);
        setOnCancelled(null);
        cancel();
    }

    /**
     * Waits until the work has left its thread. Never on the JavaFX thread.
     *
     * @return whether it ended in time
     */
    public boolean awaitEnd(Duration atMost) throws InterruptedException {
        return ended.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Waits until no job runs any more: the program's last act, so that checkpoints get written. Never on the JavaFX thread.
     *
     * @return whether all ended in time
     */
    public static boolean awaitAll(Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        for (BackgroundJob<?> job : RUNNING) {
            long left = Math.max(0, deadline - System.nanoTime());
            if (!job.awaitEnd(Duration.ofNanos(left))) {
                return false;
            }
        }
        return true;
    }

    private void runToTheEnd() {
        try {
            run();
        } finally {
            RUNNING.remove(this);
            ended.countDown();
            LOG.debug("'{}' has left its thread.", name);
        }
    }

    /** The long work. */
    @FunctionalInterface
    public interface Work<T> {
        /** Runs on the job's thread; should look at {@link Progress#cancelled()} often. */
        T run(Progress progress) throws Exception;
    }

    /** How far the work is. For the job's thread. */
    public interface Progress {
        /** Whether the work should end now. */
        boolean cancelled();

        /**
         * Says how far the work is; the message gets an estimate of the time left.
         *
         * @param message what is done now, such as "epoch 3 of 12"
         */
        void update(long done, long total, String message);

        /** Says the same with a message as it is, from work that knows better how long it takes. */
        default void tell(long done, long total, String message) {
            update(done, total, message);
        }

        /** The time left, judged by the pace so far; empty in the first two seconds. */
        Optional<Duration> left();
    }

    private final class Steps implements Progress {
        private final long startNanos = System.nanoTime();
        private long firstDone = -1;
        private long done;
        private long total;

        @Override
        public boolean cancelled() {
            return dropped || isCancelled();
        }

        @Override
        public void update(long newDone, long newTotal, String message) {
            if (firstDone < 0) {
                // A resumed job does not start at nought: its pace is that of the steps done here.
                firstDone = newDone;
            }
            done = newDone;
            total = newTotal;
            updateProgress(newDone, newTotal);
            updateMessage(
                    left().map(time -> message + " · " + TimeLeft.words(time)).orElse(message));
        }

        @Override
        public void tell(long newDone, long newTotal, String message) {
            updateProgress(newDone, newTotal);
            updateMessage(message);
        }

        @Override
        public Optional<Duration> left() {
            long elapsed = System.nanoTime() - startNanos;
            return TimeLeft.estimate(done - Math.max(0, firstDone), total - done, elapsed);
        }
    }
}
