package dev.sdpoint.engine.compute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class NativeGarbageTest {
    @Test
    void isCollectedEvery512Steps() {
        AtomicInteger collections = new AtomicInteger();
        NativeGarbage garbage = new NativeGarbage(collections::incrementAndGet);
        for (int step = 0; step < 511; step++) {
            garbage.stepDone();
        }
        assertThat(collections).hasValue(0);
        for (int step = 511; step < 1024; step++) {
            garbage.stepDone();
        }
        assertThat(collections).hasValue(2);
    }
}
