package dev.sdpoint.app.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SerialWorkerTest {
    @Test
    void cleansUpOnItsThreadAfterWhatRunsAndForgetsWhatWaits() throws Exception {
        List<String> order = new CopyOnWriteArrayList<>();
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CountDownLatch cleaned = new CountDownLatch(1);
        SerialWorker worker = new SerialWorker("budget-inference");
        worker.execute(() -> {
            started.countDown();
            await(goOn);
            order.add("running");
        });
        worker.execute(() -> order.add("waiting"));
        await(started);

        worker.close(() -> {
            order.add("clean-up on " + Thread.currentThread().getName());
            cleaned.countDown();
        });
        worker.execute(() -> order.add("too late"));
        goOn.countDown();
        await(cleaned);

        assertThat(order).containsExactly("running", "clean-up on budget-inference-1");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
