package dev.sdpoint.app.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class ClockPulsesTest {
    private final ClockPulses pulses = new ClockPulses(50);
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicInteger elsewhere = new AtomicInteger();

    @BeforeAll
    static void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void pulsesOnTheJavaFxThreadUntilStopped() throws Exception {
        CountDownLatch five = new CountDownLatch(5);
        onFx(() -> pulses.start(now -> {
            five.countDown();
            count(now);
        }));
        assertThat(five.await(60, TimeUnit.SECONDS)).isTrue();
        onFx(pulses::stop);
        int before = count.get();
        TimeUnit.MILLISECONDS.sleep(100);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(count).hasValue(before);
        assertThat(elsewhere).hasValue(0);
    }

    /** A JavaFX thread that was held up gets one pulse then, not all that it missed. */
    @Test
    @Timeout(120)
    void atMostOneWaits() throws Exception {
        while (count.get() == 0) { // or the clock came late
            onFx(() -> {
                pulses.start(this::count);
                sleep(400);
                // Comes after the pulse that waits by now.
                Platform.runLater(pulses::stop);
            });
            WaitForAsyncUtils.waitForFxEvents();
        }

        assertThat(count.get()).isBetween(1, 2);
    }

    private void count(long now) {
        count.incrementAndGet();
        if (!Platform.isFxApplicationThread()) {
            elsewhere.incrementAndGet();
        }
    }

    private static void sleep(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void onFx(Runnable action) throws Exception {
        WaitForAsyncUtils.asyncFx(action).get(60, TimeUnit.SECONDS);
    }
}
