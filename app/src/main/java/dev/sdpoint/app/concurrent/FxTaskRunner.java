package dev.sdpoint.app.concurrent;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs short work on a bounded pool of daemon threads and brings the answers to the JavaFX thread. Any thread may call it.
 * After {@link #close()} nothing is started and nothing is delivered any more.
 */
public final class FxTaskRunner implements TaskRunner, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FxTaskRunner.class);
    /** More than processors: some of the work waits for the disk or for libraries to load, and a filter must not wait behind it. */
    private static final int THREADS =
            Math.max(4, Math.min(8, Runtime.getRuntime().availableProcessors()));

    private final ThreadPoolExecutor pool;
    private final Executor home;

    /** A pool for the running JavaFX toolkit. */
    public FxTaskRunner() {
        this(FxTaskRunner::later);
    }

    /** @param home where answers are delivered */
    FxTaskRunner(Executor home) {
        this.home = home;
        // Work that comes while the pool shuts down is dropped, as close() promises.
        pool = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                30,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                new DaemonThreads("sdpoint-work"),
                new ThreadPoolExecutor.DiscardPolicy());
        pool.allowCoreThreadTimeOut(true);
    }

    @Override
    public <T> Cancellation run(Callable<T> work, Consumer<T> success, Consumer<Exception> failure) {
        AtomicBoolean unwanted = new AtomicBoolean();
        FutureTask<T> task = new FutureTask<>(work) {
            @Override
            protected void done() {
                home.execute(() -> {
                    // Looked at only now: a result may be cancelled on its way here.
                    if (!unwanted.get() && !pool.isShutdown()) {
                        deliver(this, success, failure);
                    }
                });
            }
        };
        pool.execute(task);
        return () -> {
            unwanted.set(true);
            task.cancel(true);
        };
    }

    @Override
    public void onFxThread(Runnable action) {
        if (Platform.isFxApplicationThread()) {
            action.run();
        } else if (!pool.isShutdown()) {
            home.execute(action);
        }
    }

    /** Interrupts what runs and forgets what waits. */
    @Override
    public void close() {
        pool.shutdownNow();
    }

    private <T> void deliver(FutureTask<T> task, Consumer<T> success, Consumer<Exception> failure) {
        T result;
        try {
            result = task.get();
        } catch (CancellationException e) {
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        } catch (ExecutionException e) {
            failure.accept(e.getCause() instanceof Exception cause ? cause : e);
            return;
        }
        success.accept(result);
    }

    private static void later(Runnable action) {
        try {
            Platform.runLater(action);
        } catch (IllegalStateException e) {
            LOG.debug("The toolkit is gone; an answer is dropped.", e);
        }
    }
}
