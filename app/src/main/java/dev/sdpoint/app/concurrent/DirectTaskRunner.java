package dev.sdpoint.app.concurrent;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Runs everything at once on the calling thread: for tests without a toolkit. */
public final class DirectTaskRunner implements TaskRunner {
    @Override
    public <T> Cancellation run(Callable<T> work, Consumer<T> success, Consumer<Exception> failure) {
        T result;
        try {
            result = work.call();
        } catch (Exception e) {
            failure.accept(e);
            return () -> {};
        }
        success.accept(result);
        return () -> {};
    }

    @Override
    public void onFxThread(Runnable action) {
        action.run();
    }
}
