package dev.sdpoint.engine.sdpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstanceTest {
    @ParameterizedTest
    @CsvSource({
        "14, 0.75, 10", // 10.5, half to even
        "10, 0.75, 8", // 7.5, half to even
        "56, 0.75, 42",
        "32, 0.75, 24",
        "32, 0.5, 16",
        "7, 0.5, 4", // 3.5, half to even
        "5, 0.5, 2", // 2.5, half to even
        "7, 0.75, 5", // 5.25
        "1, 0.5, 1", // 0.5 is even 0, but a side is at least 1
    })
    void pooledSideRoundsHalvesToEven(int side, double ratio, int pooled) {
        assertThat(Instance.pooledSide(side, ratio)).isEqualTo(pooled);
    }

    @Test
    void fullResolutionIsPointZeroWithRatioOne() {
        assertThat(Instance.FULL.point()).isZero();
        assertThat(Instance.FULL.ratio()).isEqualTo(1);
        assertThat(Instance.of(0, 1)).isEqualTo(Instance.FULL);
    }

    @Test
    void tablesAndFilesNameDownsampledInstances() {
        assertThat(Instance.of(3, 0.5)).isEqualTo(new Instance.Downsampled(3, 0.5));
    }

    @Test
    void labelsReadLikeWords() {
        assertThat(Instance.FULL.label()).isEqualTo("full resolution");
        assertThat(Instance.of(2, 0.75).label()).isEqualTo("after block 2 · ×0.75");
        assertThat(Instance.of(6, 0.5).label()).isEqualTo("after block 6 · ×0.5");
        assertThat(Instance.of(6, 1 / 3.0).label()).isEqualTo("after block 6 · ×0.3333");
        assertThat(Instance.of(6, 0.99999).label()).isEqualTo("after block 6 · ×1");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.5, 1.3, 50, Double.NaN, Double.POSITIVE_INFINITY})
    void rejectsRatioOutsideZeroToOne(double ratio) {
        assertThatThrownBy(() -> new Instance.Downsampled(1, ratio))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ratio " + ratio + " is outside (0, 1). Was a percentage or full resolution meant?");
    }

    @Test
    void rejectsPointBelowOne() {
        assertThatThrownBy(() -> new Instance.Downsampled(0, 0.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("point 0 is below 1");
        assertThatThrownBy(() -> Instance.of(-1, 0.5)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void pointZeroWithARatioIsTheImageResized() {
        assertThat(Instance.of(0, 0.5)).isEqualTo(new Instance.ResizedInput(0.5));
        assertThat(Instance.of(0, 0.5).point()).isZero();
        assertThat(Instance.of(0, 0.5)).isNotEqualTo(Instance.FULL);
        assertThat(Instance.of(0, 0.53125).label()).isEqualTo("image · ×0.5313");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.5, 1.3, 50, Double.NaN})
    void rejectsAnImageOfARatioOutsideZeroToOne(double ratio) {
        assertThatThrownBy(() -> Instance.of(0, ratio))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ratio " + ratio + " of the image is outside (0, 1)");
    }

    @Test
    void ratioZeroIsAnEarlyExit() {
        assertThat(Instance.of(2, 0)).isEqualTo(new Instance.EarlyExit(2));
        assertThat(Instance.of(2, 0).ratio()).isZero();
        assertThat(Instance.of(2, 0).label()).isEqualTo("exit 2");
        assertThatThrownBy(() -> Instance.of(-1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("exit -1 is below 1, the first exit");
    }

    @Test
    void everyKindComesBackFromItsPointAndRatio() {
        for (Instance instance : List.of(
                Instance.FULL,
                new Instance.Downsampled(3, 0.75),
                new Instance.ResizedInput(0.625),
                new Instance.EarlyExit(1))) {
            assertThat(Instance.of(instance.point(), instance.ratio())).isEqualTo(instance);
        }
    }

    @Test
    void onlyDownsampledInstancesDownsampleAtAPoint() {
        assertThat(Instance.of(2, 0.5).downsamplesAt(2)).isTrue();
        assertThat(Instance.of(2, 0.5).downsamplesAt(1)).isFalse();
        assertThat(Instance.of(2, 0).downsamplesAt(2)).isFalse();
        assertThat(Instance.of(0, 0.5).downsamplesAt(0)).isFalse();
        assertThat(Instance.FULL.downsamplesAt(0)).isFalse();
    }
}
