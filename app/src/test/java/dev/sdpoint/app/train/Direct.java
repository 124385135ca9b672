package dev.sdpoint.app.train;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Runs jobs at once on the calling thread. */
final class Direct {
    private Direct() {}

    static Background background() {
        return new Background() {
            @Override
            public <T> void start(
                    String title, Callable<T> work, Runnable stopSignal, Consumer<T> done, Consumer<Throwable> failed) {
                T result;
                try {
                    result = work.call();
                } catch (Exception e) {
                    failed.accept(e);
                    return;
                }
                done.accept(result);
            }
        };
    }
}
