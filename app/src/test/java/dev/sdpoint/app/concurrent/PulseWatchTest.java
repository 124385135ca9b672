package dev.sdpoint.app.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
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
        double least = Double.MAX_VALUE;
        for (int i = 0; i < 3; i++) { // what other tests have left to the thread it does once
            PulseWatch watch = watched(() -> TimeUnit.MILLISECONDS.sleep(300));
            assertThat(onFx(watch::longestGapMillis)).isGreaterThan(290);
            least = Math.min(least, onFx(watch::mostWorkMillis));
        }
        assertThat(least).as("a sleeping thread does not work").isLessThan(200);
    }

    @Test
    void tellsHowLongTheThreadWorked() throws Exception {
        PulseWatch watch = watched(() -> {
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            long end = threads.getCurrentThreadCpuTime() + 300_000_000;
            while (threads.getCurrentThreadCpuTime() < end) {
                Thread.onSpinWait();
            }
        });

        assertThat(onFx(watch::mostWorkMillis)).isGreaterThan(290);
    }

    private interface Work {
        void run() throws Exception;
    }

    private static PulseWatch watched(Work work) throws Exception {
        PulseWatch watch = new PulseWatch();
        onFx(() -> {
            watch.start();
            return watch;
        });
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> onFx(watch::pulses) > 2);
        onFx(() -> {
            work.run();
            return watch;
        });
        long before = onFx(watch::pulses);
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> onFx(watch::pulses) > before);
        onFx(() -> {
            watch.stop();
            return watch;
        });
        return watch;
    }

    private static <T> T onFx(Callable<T> action) throws Exception {
        return WaitForAsyncUtils.asyncFx(action).get(60, TimeUnit.SECONDS);
    }
}
