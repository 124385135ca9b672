package dev.sdpoint.app.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.concurrent.Worker;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class BackgroundJobTest {
    @BeforeAll
    static void toolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void runsOnAThreadWithItsTitleAndSucceeds() throws Exception {
        BackgroundJob<String> job = start(new BackgroundJob<>(
                "Sweeping 13 instances", progress -> Thread.currentThread().getName()));
        assertThat(job.awaitEnd(Duration.ofSeconds(60))).isTrue();

        assertThat(onFx(job::getState)).isEqualTo(Worker.State.SUCCEEDED);
        assertThat(onFx(job::getValue)).isEqualTo("Sweeping 13 instances");
        assertThat(onFx(job::getTitle)).isEqualTo("Sweeping 13 instances");
    }

    @Test
    void showsProgressAndMessage() throws Exception {
        BackgroundJob<Boolean> job = start(new BackgroundJob<>("Download", progress -> {
            progress.update(3, 12, "part 3 of 12");
            return progress.left().isEmpty();
        }));
        assertThat(job.awaitEnd(Duration.ofSeconds(60))).isTrue();

        assertThat(onFx(job::getProgress)).isEqualTo(0.25);
        assertThat(onFx(job::getMessage)).isEqualTo("part 3 of 12");
        assertThat(onFx(job::getValue)).isTrue();
    }

    @Test
    void failsWithTheException() throws Exception {
        BackgroundJob<String> job = start(new BackgroundJob<>("Sweep", progress -> {
            throw new IllegalStateException("no memory");
        }));
        assertThat(job.awaitEnd(Duration.ofSeconds(60))).isTrue();

        assertThat(onFx(job::getState)).isEqualTo(Worker.State.FAILED);
        assertThat(onFx(job::getException)).hasMessage("no memory");
    }

    @Test
    void isInterruptedWhenCancelled() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean();
        BackgroundJob<String> job = start(new BackgroundJob<>("Sleep", progress -> {
            started.countDown();
            try {
                TimeUnit.SECONDS.sleep(30);
            } catch (InterruptedException e) {
                interrupted.set(progress.cancelled());
            }
            return "late";
        }));
        assertThat(started.await(60, TimeUnit.SECONDS)).isTrue();
        onFx(job::cancel);

        assertThat(job.awaitEnd(Duration.ofSeconds(60))).isTrue();
        assertThat(interrupted).isTrue();
        assertThat(onFx(job::getState)).isEqualTo(Worker.State.CANCELLED);
    }

    @Test
    void endsInItsOwnWayWhenItHasAStopSignal() throws Exception {
        CountDownLatch stop = new CountDownLatch(1);
        BackgroundJob<String> job = start(new BackgroundJob<>(
                "Train",
                progress -> stop.await(30, TimeUnit.SECONDS) ? "checkpoint written" : "not told",
                stop::countDown));
        onFx(job::cancel);

        assertThat(BackgroundJob.awaitAll(Duration.ofSeconds(60))).isTrue();
        assertThat(onFx(job::getState)).isEqualTo(Worker.State.SUCCEEDED);
        assertThat(onFx(job::getValue)).isEqualTo("checkpoint written");
    }

    @Test
    void runsOnlyOnce() throws Exception {
        BackgroundJob<String> job = start(new BackgroundJob<>("Once", progress -> "done"));
        assertThat(job.awaitEnd(Duration.ofSeconds(60))).isTrue();

        onFx(() -> assertThatThrownBy(job::start)
                .hasMessage("'Once' was started before; a job runs once. Make a new one."));
    }

    private static <T> BackgroundJob<T> start(BackgroundJob<T> job) throws Exception {
        return onFx(job::start);
    }

    private static <T> T onFx(Callable<T> action) throws Exception {
        WaitForAsyncUtils.waitForFxEvents();
        return WaitForAsyncUtils.asyncFx(action).get(60, TimeUnit.SECONDS);
    }
}
