package dev.sdpoint.engine.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ParallelTest {
    private static final int MANY = 100_000;

    @Test
    void everyRowIsWorkedOnOnce() {
        for (int rows : new int[] {0, 1, 2, 3, 17, MANY, MANY + 1}) {
            AtomicIntegerArray done = new AtomicIntegerArray(rows);
            Parallel.rows(rows, 1, (part, from, to) -> {
                assertThat(part).isBetween(0, Parallel.THREADS - 1);
                for (long row = from; row < to; row++) {
                    done.incrementAndGet((int) row);
                }
            });
            for (int row = 0; row < rows; row++) {
                assertThat(done.get(row)).isEqualTo(1);
            }
        }
    }

    @Test
    void littleWorkStaysOnTheCallingThread() {
        Thread caller = Thread.currentThread();
        Parallel.rows(100, 100, (part, from, to) -> {
            assertThat(Thread.currentThread()).isSameAs(caller);
            assertThat(part).isZero();
            assertThat(to - from).isEqualTo(100);
        });
    }

    @Test
    void failureOfAnotherPartReachesTheCaller() {
        assumeTrue(Parallel.THREADS > 1);
        assertThatThrownBy(() -> Parallel.rows(MANY, 1, (part, from, to) -> {
                    if (part == Parallel.THREADS - 1) {
                        throw new ArithmeticException("planned");
                    }
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("planned");
    }

    @Test
    void otherPartsHaveEndedWhenTheOwnPartFails() {
        assumeTrue(Parallel.THREADS > 1);
        CountDownLatch started = new CountDownLatch(Parallel.THREADS - 1);
        AtomicBoolean writing = new AtomicBoolean();
        assertThatThrownBy(() -> Parallel.rows(MANY, 1, (part, from, to) -> {
                    if (part == 0) {
                        awaitAll(started);
                        throw new ArithmeticException("planned");
                    }
                    writing.set(true);
                    started.countDown();
                    pause();
                    writing.set(false);
                }))
                .hasMessage("planned");
        assertThat(writing).isFalse();
    }

    private static void awaitAll(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void interruptIsKeptForTheCaller() {
        AtomicIntegerArray done = new AtomicIntegerArray(MANY);
        Thread.currentThread().interrupt();
        Parallel.rows(MANY, 1, (part, from, to) -> {
            for (long row = from; row < to; row++) {
                done.incrementAndGet((int) row);
            }
        });
        assertThat(Thread.interrupted()).isTrue();
        for (int row = 0; row < MANY; row++) {
            assertThat(done.get(row)).isEqualTo(1);
        }
    }
}
