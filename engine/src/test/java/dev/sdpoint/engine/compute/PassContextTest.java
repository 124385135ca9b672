package dev.sdpoint.engine.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sdpoint.engine.evaluation.ChannelStatistics;
import dev.sdpoint.engine.evaluation.StatisticsBank;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PassContextTest {
    private static final Instance INSTANCE = Instance.of(1, 0.5);
    private static final ChannelStatistics STATISTICS = new ChannelStatistics(new float[] {1}, new float[] {2});
    private static final StatisticsBank BANK =
            new StatisticsBank(Map.of("norm", STATISTICS), Map.of(INSTANCE, Map.of()));

    private final PassContext context = new PassContext();

    @Test
    void closedPassLeavesNothingBehind() {
        try (PassContext.Pass pass = context.inference(INSTANCE, BANK)) {
            assertThat(context.instance()).isEqualTo(INSTANCE);
            assertThat(context.usesBatchStatistics()).isFalse();
            assertThat(context.statistics("norm")).isEqualTo(STATISTICS);
        }
        assertThat(context.instance()).isEqualTo(Instance.FULL);
        assertThat(context.usesBatchStatistics()).isTrue();
        assertThatThrownBy(() -> context.statistics("norm")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void passWithinAPassGivesTheOuterOneBack() {
        try (PassContext.Pass outer = context.inference(INSTANCE, BANK)) {
            try (PassContext.Pass inner = context.training(Instance.of(2, 0.75), 5)) {
                assertThat(context.instance().point()).isEqualTo(2);
                assertThat(context.usesBatchStatistics()).isTrue();
            }
            assertThat(context.instance()).isEqualTo(INSTANCE);
            assertThat(context.usesBatchStatistics()).isFalse();
        }
    }

    @Test
    void recordsOnlyWhereAsked() {
        try (PassContext.Pass pass = context.training(INSTANCE, 5)) {
            context.record("norm", new float[] {1}, new float[] {3}, 4);
            assertThat(pass.recorded()).isEmpty();
        }
        try (PassContext.Pass pass = context.recording(INSTANCE)) {
            context.record("norm", new float[] {1}, new float[] {3}, 4);
            // unbiased: 3 · 4 / 3
            assertThat(pass.recorded())
                    .isEqualTo(Map.of("norm", new ChannelStatistics(new float[] {1}, new float[] {4})));
        }
    }

    @Test
    void statisticsOfOneRowStayFinite() {
        try (PassContext.Pass pass = context.recording(INSTANCE)) {
            context.record("norm", new float[] {1}, new float[] {0}, 1);
            assertThat(pass.recorded())
                    .isEqualTo(Map.of("norm", new ChannelStatistics(new float[] {1}, new float[] {0})));
        }
    }
}
