package dev.sdpoint.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WarmUpTest {
    private final long[] now = {0};
    private final long[] compiled = {0};
    private final WarmUp warmUp = new WarmUp(() -> now[0], () -> compiled[0]);

    @Test
    void endsAfterTheFirstWindowInWhichTheCompilerRested() {
        // windows of 4,000 ms: 1,000, 500, 100 and 40 ms of compiling; 1 % is 40 ms
        long[] perWindow = {1_000, 500, 100, 40};
        int times = warmUp.run(() -> {
            compiled[0] += perWindow[(int) (now[0] / 4_000)] / 4;
            now[0] += 1_000;
        });
        assertThat(times).isEqualTo(16);
    }

    @Test
    void endsEvenIfTheCompilerNeverRests() {
        int times = warmUp.run(() -> {
            compiled[0] += 900;
            now[0] += 1_000;
        });
        assertThat(times).isEqualTo(120);
    }

    @Test
    void workLongerThanAWindowRunsOnce() {
        assertThat(warmUp.run(() -> now[0] += 5_000)).isEqualTo(1);
    }
}
