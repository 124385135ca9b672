package dev.sdpoint.engine.inference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.engine.inference.LoadSteps.Kind;
import dev.sdpoint.engine.inference.LoadSteps.Phase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@link AutoBudget} promises, word by word, for each kind of target: {@value #SEEDS} streams of twelve steps of load under each noise. */
class AutoBudgetStepsTest {
    private static final int SEEDS = 100;
    private static final int SETTLED = 10;

    private static List<List<Phase>> streams(Kind kind, double noise) {
        List<List<Phase>> streams = new ArrayList<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            streams.add(LoadSteps.run(kind, new AutoBudget(kind.target, kind.surveyed()), noise, seed));
        }
        return streams;
    }

    @ParameterizedTest
    @EnumSource
    void withoutNoiseSettlesWithinTenFramesAfterEveryStepAndThenStays(Kind kind) {
        for (List<Phase> stream : streams(kind, 0)) {
            for (Phase phase : stream) {
                assertThat(phase.settledAfter()).as(phase.toString()).isLessThanOrEqualTo(SETTLED);
                assertThat(phase.changes()).as(phase.toString()).isZero();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void isNeverOverTheLimitForMoreThanThreeFrames(Kind kind) {
        for (double noise : new double[] {0, 0.05, 0.1, 0.2, 0.3}) {
            for (List<Phase> stream : streams(kind, noise)) {
                assertThat(LoadSteps.longestOver(stream)).as("noise " + noise).isLessThanOrEqualTo(3);
            }
        }
    }
}
