package dev.sdpoint.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sdpoint.engine.training.Schedule.Steps;
import dev.sdpoint.engine.training.Schedule.WarmupCosine;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0.05",
        "0.1, 0.525", // halfway up
        "0.2, 1",
        "0.4, 0.8535534", // (1 + cos(π/4)) / 2
        "0.6, 0.5",
        "1, 0",
    })
    void oneCycleRisesInALineAndFallsAlongACosine(double progress, double factor) {
        assertThat(new WarmupCosine(0.2).factor(progress)).isCloseTo(factor, within(1e-6));
    }

    @Test
    void cosineWithoutWarmupStartsAtThePeak() {
        assertThat(new WarmupCosine(0).factor(0)).isEqualTo(1);
        assertThat(new WarmupCosine(0).factor(0.5)).isCloseTo(0.5, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "0.2999, 1", "0.3, 0.2", "0.5999, 0.2", "0.6, 0.04", "0.8, 0.008", "1, 0.008"})
    void wideResNetsDropByAFifthAtEveryMilestone(double progress, double factor) {
        assertThat(Steps.WIDE_RES_NET.factor(progress)).isCloseTo(factor, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"0, 0.05", "0.05, 0.525", "0.1, 1", "0.49, 1", "0.5, 0.1"})
    void stepsMayWarmUpToo(double progress, double factor) {
        assertThat(new Steps(0.1, List.of(0.5), 0.1).factor(progress)).isCloseTo(factor, within(1e-12));
    }

    @Test
    void milestonesMayComeInAnyOrder() {
        assertThat(new Steps(0, List.of(0.8, 0.3), 0.5)).isEqualTo(new Steps(0, List.of(0.3, 0.8), 0.5));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1, 15, Double.NaN})
    void rejectsWarmupThatIsNoShare(double warmup) {
        assertThatThrownBy(() -> new WarmupCosine(warmup))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("warm-up " + warmup + " is outside [0, 1)");
        assertThatThrownBy(() -> new Steps(warmup, List.of(), 0.1)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 30, Double.NaN})
    void rejectsMilestoneThatIsNoShare(double milestone) {
        assertThatThrownBy(() -> new Steps(0, List.of(milestone), 0.1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("milestone " + milestone)
                .hasMessageContaining("0.3 for 30 %");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 5, Double.NaN})
    void rejectsDropThatDoesNotDrop(double drop) {
        assertThatThrownBy(() -> new Steps(0, List.of(0.5), drop))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("drop " + drop + " is outside (0, 1)");
    }
}
