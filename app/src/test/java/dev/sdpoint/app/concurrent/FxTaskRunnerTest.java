package dev.sdpoint.app.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FxTaskRunnerTest {
    private final HandQueue home = new HandQueue();
    private final FxTaskRunner runner = new FxTaskRunner(home);
    private final List<String> results = new ArrayList<>();
    private final List<Exception> failures = new ArrayList<>();

    @AfterEach
    void close() {
        runner.close();
    }

    @Test
    void deliversTheResultAtHome() throws Exception {
        runner.run(() -> Thread.currentThread().getName(), results::add, failures::add);
        until(() -> home.size() == 1);
        assertThat(results).isEmpty();
        home.runAll();

        assertThat(results).singleElement().asString().startsWith("sdpoint-work-");
        assertThat(failures).isEmpty();
    }

    @Test
    void deliversTheExceptionAtHome() throws Exception {
        runner.run(
                () -> {
                    throw new IOException("disk full");
                },
                result -> results.add("never"),
                failures::add);
        until(() -> home.size() == 1);
        home.runAll();

        assertThat(results).isEmpty();
        assertThat(failures).singleElement().isInstanceOf(IOException.class);
    }

    @Test
    void deliversAnErrorAsAFailure() throws Exception {
        runner.run(
                () -> {
                    throw new UnsatisfiedLinkError("no native library");
                },
                result -> results.add("never"),
                failures::add);
        until(() -> home.size() == 1);
        home.runAll();

        assertThat(failures).singleElement().isInstanceOf(ExecutionException.class);
    }

    @Test
    void interruptsCancelledWorkAndDeliversNothing() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        TaskRunner.Cancellation cancellation = runner.run(
                () -> {
                    started.countDown();
                    try {
                        TimeUnit.SECONDS.sleep(30);
                    } catch (InterruptedException e) {
                        interrupted.countDown();
                        throw e;
                    }
                    return "slept";
                },
                results::add,
                failures::add);
        assertThat(started.await(60, TimeUnit.SECONDS)).isTrue();
        cancellation.cancel();

        assertThat(interrupted.await(60, TimeUnit.SECONDS)).isTrue();
        home.runAll();
        assertThat(results).isEmpty();
        assertThat(failures).isEmpty();
    }

    @Test
    void deliversNothingThatIsCancelledOnItsWayHome() throws Exception {
        TaskRunner.Cancellation cancellation = runner.run(() -> "done", results::add, failures::add);
        until(() -> home.size() == 1);
        cancellation.cancel();
        home.runAll();

        assertThat(results).isEmpty();
    }

    @Test
    void startsAndDeliversNothingAfterClose() throws Exception {
        runner.run(() -> "before", results::add, failures::add);
        until(() -> home.size() == 1);
        runner.close();
        runner.run(() -> "after", results::add, failures::add);
        home.runAll();

        assertThat(results).isEmpty();
        assertThat(failures).isEmpty();
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }
}
