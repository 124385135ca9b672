package dev.sdpoint.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SlopeTest {
    @Test
    void steadyGrowthIsFoundUnderNoise() {
        Slope slope = new Slope();
        for (int i = 0; i < 60; i++) {
            slope.add(i * 0.05, 700 + 4 * i * 0.05 + (i % 3 - 1));
        }
        assertThat(slope.median()).isCloseTo(4, within(0.3));
    }

    @Test
    void oneStepIsNoGrowth() {
        Slope slope = new Slope();
        for (int i = 0; i < 60; i++) {
            slope.add(i, i < 50 ? 700 : 760);
        }
        assertThat(slope.median()).isZero();
    }

    @Test
    void medianOfAnEvenNumberOfSlopesLiesBetweenTheMiddleTwo() {
        Slope slope = new Slope();
        slope.add(0, 0);
        slope.add(1, 1);
        slope.add(1, 3); // the two at one place have no slope between them
        assertThat(slope.median()).isEqualTo(2);
    }

    @Test
    void onePlaceHasNoSlope() {
        Slope slope = new Slope();
        slope.add(1, 1);
        slope.add(1, 2);
        assertThatThrownBy(slope::median)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("are 2");
    }

    @Test
    void residentMemoryIsReadInMegabytes() {
        List<String> status = List.of("Name:\tjava", "VmHWM:\t  524288 kB", "VmRSS:\t  262144 kB");
        assertThat(ResidentMemory.megabytes(status, "VmRSS")).isEqualTo(256);
        assertThat(ResidentMemory.megabytes(status, "VmHWM")).isEqualTo(512);
        assertThatThrownBy(() -> ResidentMemory.megabytes(status, "VmSwap")).hasMessageContaining("no VmSwap");
    }
}
