package dev.sdpoint.app.concurrent;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Answers the newest of many requests: while one is computed, only the newest other one waits, and an answer that is no
 * longer wanted is dropped. At most one computation runs at a time. Any thread may ask; there is no toolkit inside.
 *
 * @param <I> request, an immutable value
 * @param <O> answer
 */
public final class LatestTask<I, O> {
    private final Executor worker;
    private final TaskRunner home;
    private final Work<I, O> work;
    private final Consumer<O> success;
    private final Consumer<Exception> failure;

    private final Object lock = new Object();
    private @Nullable Request<I> waiting;
    private boolean scheduled;
    private long newest;

    /**
     * @param worker runs the computations one after the other; usually a {@link SerialWorker}
     * @param home brings answers to the JavaFX thread
     * @param work computes an answer on the worker
     * @param success gets the newest answer on the JavaFX thread
     * @param failure gets the newest request's exception on the JavaFX thread
     */
    public LatestTask(
            Executor worker, TaskRunner home, Work<I, O> work, Consumer<O> success, Consumer<Exception> failure) {
        this.worker = worker;
        this.home = home;
        this.work = work;
        this.success = success;
        this.failure = failure;
    }

    /** Asks for an answer; takes the place of every request that was not answered yet. */
    public void request(I input) {
        synchronized (lock) {
            newest++;
            waiting = new Request<>(input, newest);
            if (scheduled) {
                return;
            }
            scheduled = true;
        }
        worker.execute(this::answerNext);
    }

    /** Forgets every request; what is being computed is not delivered. */
    public void cancel() {
        synchronized (lock) {
            newest++;
            waiting = null;
        }
    }

    private void answerNext() {
        Request<I> request;
        synchronized (lock) {
            request = waiting;
            waiting = null;
            if (request == null) {
                scheduled = false;
                return;
            }
        }
        answer(request);
        synchronized (lock) {
            if (waiting == null) {
                scheduled = false;
                return;
            }
        }
        // Queued anew instead of looped, so that other work of the same thread gets its turn.
        worker.execute(this::answerNext);
    }

    private void answer(Request<I> request) {
        try {
            O output = work.apply(request.input());
            home.onFxThread(() -> deliver(request, success, output));
        } catch (Exception e) {
            home.onFxThread(() -> deliver(request, failure, e));
        } catch (LinkageError | OutOfMemoryError e) {
            // Native libraries that do not load, or too big a picture: told like any other failure.
            home.onFxThread(() -> deliver(request, failure, new ExecutionException(e)));
        }
    }

    private <T> void deliver(Request<I> request, Consumer<T> receiver, T value) {
        boolean wanted;
        synchronized (lock) {
            wanted = request.number() == newest;
        }
        if (wanted) {
            receiver.accept(value);
        }
    }

    /** The computation. */
    @FunctionalInterface
    public interface Work<I, O> {
        /** Computes the answer; runs on the worker. */
        O apply(I input) throws Exception;
    }

    private record Request<I>(I input, long number) {}
}
