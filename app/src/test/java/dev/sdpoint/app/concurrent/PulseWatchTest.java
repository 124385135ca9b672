package dev.sdpoint.app.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class PulseWatchTest {
    @BeforeAll
    static void toolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void noticesABlockedThread() throws Exception {
        PulseWatch watch = new PulseWatch();
        onFx(() -> {
            watch.start();
            return watch;
        });
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> onFx(watch::pulses) > 2);
        onFx(() -> {
            TimeUnit.MILLISECONDS.sleep(300);
            return watch;
        });
        long before = onFx(watch::pulses);
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> onFx(watch::pulses) > before);
        onFx(() -> {
            watch.stop();
            return watch;
        });

        assertThat(onFx(watch::longestGapMillis)).isGreaterThan(290);
    }

    private static <T> T onFx(Callable<T> action) throws Exception {
        return WaitForAsyncUtils.asyncFx(action).get(10, TimeUnit.SECONDS);
    }
}
