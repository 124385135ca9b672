package dev.sdpoint.engine.store;

import dev.sdpoint.engine.event.TrainingEvent;
import dev.sdpoint.engine.event.TrainingEvent.IterationDone;
import dev.sdpoint.engine.store.RunWriter.Told;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands between the training thread, which never waits for the disk, and a thread that writes: steps once a second, all else at
 * once. While the disk cannot be written, 65,536 steps wait; what goes beyond is counted and told in a warning. Thread-safe.
 */
final class RunRecorder implements Recording {
    private static final Logger LOG = LoggerFactory.getLogger(RunRecorder.class);
    static final int MOST_WAITING = 1 << 16;
    private static final long INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long SAFETY_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final RunId id;
    private final Sink sink;
    private final Runnable ended;
    private final Thread thread;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final Condition progress = lock.newCondition();
    private final List<Told> waiting = new ArrayList<>();
    private int waitingSteps;
    private long lostSteps;
    /** Of the lost steps, those that a warning in the record tells of. */
    private long toldOfLost;
    /** Iteration of the event that was taken in last, written or not. */
    private long newest;

    private long told;
    private long written;
    private long failures;
    private boolean hurry;
    private boolean closing;
    private boolean done;
    private Optional<String> problem = Optional.empty();

    /** Where batches go. */
    interface Sink {
        /** Writes all of it or nothing. */
        void write(List<Told> batch) throws StoreException;
    }

    /** @param ended runs when the last is written */
    RunRecorder(RunId id, Sink sink, Runnable ended) {
        this.id = id;
        this.sink = sink;
        this.ended = ended;
        thread = new Thread(this::work, "run-recorder");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void accept(TrainingEvent event) {
        lock.lock();
        try {
            if (done || closing) {
                return;
            }
            if (event instanceof TrainingEvent.CheckpointDue) {
                awaitWritten(SAFETY_NANOS);
                return;
            }
            boolean step = event instanceof IterationDone;
            if (step && waitingSteps >= MOST_WAITING) {
                lostSteps++;
                return;
            }
            tellOfLostSteps(event.iteration() - (step ? 1 : 0));
            add(event);
            if (step) {
                waitingSteps++;
            } else {
                hurry = true;
            }
            if (hurry || waiting.size() == 1) {
                work.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    private void add(TrainingEvent event) {
        waiting.add(new Told(event, Instant.now(), System.nanoTime()));
        told++;
        newest = event.iteration();
    }

    private void tellOfLostSteps(long iteration) {
        long untold = lostSteps - toldOfLost;
        if (untold > 0) {
            add(new TrainingEvent.Warned(
                    iteration,
                    untold + " steps before this one are not recorded: the run store could not be written."));
            toldOfLost = lostSteps;
        }
    }

    @Override
    public Optional<RunId> run() {
        return Optional.of(id);
    }

    @Override
    public Optional<String> problem() {
        lock.lock();
        try {
            return problem;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public long lostSteps() {
        lock.lock();
        try {
            return lostSteps;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void flush() {
        lock.lock();
        try {
            awaitWritten(Long.MAX_VALUE);
        } finally {
            lock.unlock();
        }
    }

    /** Until what was told so far is written, or could not be, or it takes too long; a thread that is interrupted goes on. */
    private void awaitWritten(long nanos) {
        long until = told;
        long before = failures;
        long left = nanos;
        try {
            while (written < until && failures == before && !done && left > 0) {
                hurry = true;
                work.signal();
                left = progress.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (!closing) {
                tellOfLostSteps(newest);
            }
            closing = true;
            work.signal();
            while (!done) {
                progress.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Whether everything is written and nothing more will be. */
    boolean ended() {
        lock.lock();
        try {
            return done;
        } finally {
            lock.unlock();
        }
    }

    private void work() {
        try {
            boolean goOn = true;
            while (goOn) {
                goOn = writeNext();
            }
        } catch (InterruptedException e) {
            LOG.warn("The recording of a run was interrupted.", e);
        } finally {
            ended.run();
            lock.lock();
            try {
                done = true;
                progress.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    /** @return whether more may come */
    private boolean writeNext() throws InterruptedException {
        List<Told> batch;
        boolean last;
        lock.lock();
        try {
            awaitWork();
            batch = List.copyOf(waiting);
            last = closing;
            hurry = false;
        } finally {
            lock.unlock();
        }
        Optional<String> failure = write(batch);
        lock.lock();
        try {
            problem = failure;
            if (failure.isEmpty()) {
                waiting.subList(0, batch.size()).clear();
                waitingSteps -= (int) batch.stream()
                        .filter(t -> t.event() instanceof IterationDone)
                        .count();
                written += batch.size();
                progress.signalAll();
                return !last || !waiting.isEmpty();
            }
            failures++;
            progress.signalAll();
            if (!last) {
                awaitBetterTimes();
            }
            return !last;
        } finally {
            lock.unlock();
        }
    }

    /** The sentence of what went wrong, if anything. */
    private Optional<String> write(List<Told> batch) {
        try {
            sink.write(batch);
            return Optional.empty();
        } catch (StoreException | RuntimeException e) {
            LOG.warn("A run is not recorded for the moment.", e);
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (OutOfMemoryError e) {
            LOG.warn("A run is not recorded for the moment.", e);
            return Optional.of("The memory is full: the run is not recorded for the moment. Close other programs.");
        }
    }

    /** Until something is there, and then until steps of a second have come together or somebody waits. */
    private void awaitWork() throws InterruptedException {
        while (waiting.isEmpty() && !closing) {
            work.await();
        }
        long left = INTERVAL_NANOS;
        while (left > 0 && !hurry && !closing) {
            left = work.awaitNanos(left);
        }
    }

    /** A failure is not tried again at once, unless the recording ends. */
    private void awaitBetterTimes() throws InterruptedException {
        long left = RETRY_NANOS;
        while (left > 0 && !closing) {
            left = work.awaitNanos(left);
        }
    }
}
