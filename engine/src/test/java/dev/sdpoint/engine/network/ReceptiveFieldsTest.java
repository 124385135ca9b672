package dev.sdpoint.engine.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sdpoint.engine.sdpoint.AdaptiveBins;
import dev.sdpoint.engine.sdpoint.AxisWindows;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.sdpoint.StridedWindows;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceptiveFieldsTest {
    private static final NetworkPlan TINY = new WideResNet(10, 1, 10, 32).plan();

    private static Map<String, Integer> tiny(Instance instance) {
        return ReceptiveFields.sides(TINY, instance);
    }

    @Test
    void growsByTwoStepsWithEveryConvolution() {
        // The step is 1 pixel up to the stride in block 2, then 2, from that in block 3 on 4.
        assertThat(tiny(Instance.FULL))
                .containsEntry(NetworkPlan.INPUT, 1)
                .containsEntry("conv0", 3)
                .containsEntry("block1-conv1", 5)
                .containsEntry("block1-conv2", 7)
                .containsEntry("block1-add", 7)
                .containsEntry("block2-conv1", 9)
                .containsEntry("block2-shortcut", 7)
                .containsEntry("block2-conv2", 13)
                .containsEntry("block3-conv1", 17)
                .containsEntry("block3-conv2", 25);
    }

    @Test
    void poolingByTwoDoublesTheStepBehindIt() {
        // A bin joins 2 neighbours: 7 + 1; from there on the step is 2, then 4, then 8.
        assertThat(tiny(Instance.of(1, 0.5)))
                .containsEntry("block1-conv2", 7)
                .containsEntry("block1-add", 8)
                .containsEntry("block2-conv1", 12)
                .containsEntry("block2-conv2", 20)
                .containsEntry("block3-conv1", 28)
                .containsEntry("block3-conv2", 44);
    }

    @Test
    void countsTheWidestWhereBinsOverlap() {
        // 32 to 24: bins [0, 2), [1, 3), [2, 4), [4, 6) … Three in a row cover 4, 5 or 5 values, which see 6 pixels
        // more.
        assertThat(tiny(Instance.of(1, 0.75))).containsEntry("block1-add", 8).containsEntry("block2-conv1", 11);
    }

    @Test
    void seesTheWholeImageAndMoreBehindTheGlobalPooling() {
        // 8 values a step of 4 apart: 25 + 7 · 4
        assertThat(tiny(Instance.FULL)).containsEntry("pool", 53).containsEntry("classifier", 53);
    }

    @Test
    void countsPixelsOfTheImageBeforeItIsResized() {
        // By half: every pixel is a mean of 2; the step is 2.
        assertThat(tiny(new Instance.ResizedInput(0.5)))
                .containsEntry(NetworkPlan.INPUT, 2)
                .containsEntry("conv0", 6)
                .containsEntry("block1-conv1", 10);
    }

    @Test
    void imageNetStemSeesElevenPixels() {
        // 7×7 a step of 1, then 3×3 a step of 2; and the sides of ResNet-18 as published.
        Map<String, Integer> fields = ReceptiveFields.sides(new ResNet(18, false, 10, 224).plan(), Instance.FULL);
        assertThat(fields).containsEntry("conv0", 7).containsEntry("stem-pool", 11);
        assertThat(fields.get("block8-conv2")).isEqualTo(435);
    }

    @Test
    void refusesAnInstanceOfAnotherNetwork() {
        assertThatThrownBy(() -> tiny(Instance.of(9, 0.5))).isInstanceOf(IllegalArgumentException.class);
    }

    /** The same by walking over every value of maps so large that some see no border. */
    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0.5", "1, 0.75", "2, 0.75", "2, 0.6", "1, 0.9", "3, 0.4"})
    void agreesWithWalkingOverLargeMaps(int point, double ratio) {
        NetworkPlan plan = new WideResNet(10, 1, 10, 224).plan();
        Instance instance = Instance.of(point, ratio);
        Map<String, Integer> maps = plan.sides(instance);
        Map<String, int[][]> seen = new HashMap<>();
        seen.put(NetworkPlan.INPUT, walk(new StridedWindows(224, 1, 1, 0), identity(224)));
        Map<String, Integer> fields = ReceptiveFields.sides(plan, instance);
        for (LayerSpec layer : plan.layers()) {
            if (layer instanceof LayerSpec.GlobalAveragePool) {
                break;
            }
            int in = maps.getOrDefault(layer.inputs().get(0), 0);
            int out = maps.getOrDefault(layer.name(), 0);
            AxisWindows windows = layer instanceof LayerSpec.Convolution c
                    ? new StridedWindows(in, c.kernel(), c.stride(), c.padding())
                    : AdaptiveBins.of(in, out);
            int[][] union =
                    walk(windows, Objects.requireNonNull(seen.get(layer.inputs().get(0))));
            for (String other : layer.inputs()) {
                int[][] more = walk(windows, Objects.requireNonNull(seen.get(other)));
                for (int i = 0; i < union.length; i++) {
                    union[i] = new int[] {Math.min(union[i][0], more[i][0]), Math.max(union[i][1], more[i][1])};
                }
            }
            seen.put(layer.name(), union);
            int widest = 0;
            for (int[] range : union) {
                widest = Math.max(widest, range[1] - range[0]);
            }
            assertThat(fields.get(layer.name())).as(layer.name()).isEqualTo(widest);
        }
    }

    private static int[][] identity(int side) {
        int[][] ranges = new int[side][];
        for (int i = 0; i < side; i++) {
            ranges[i] = new int[] {i, i + 1};
        }
        return ranges;
    }

    private static int[][] walk(AxisWindows windows, int[][] read) {
        int[][] ranges = new int[windows.out()][];
        for (int i = 0; i < ranges.length; i++) {
            ranges[i] = new int[] {read[windows.start(i)][0], read[windows.end(i) - 1][1]};
        }
        return ranges;
    }
}
