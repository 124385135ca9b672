package dev.sdpoint.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.engine.network.EarlyExits;
import dev.sdpoint.engine.network.NetworkSpec;
import dev.sdpoint.engine.network.ResNet;
import dev.sdpoint.engine.network.WideResNet;
import dev.sdpoint.engine.sdpoint.Drawing;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.sdpoint.InstanceSampler;
import dev.sdpoint.engine.sdpoint.InstanceSpace;
import dev.sdpoint.engine.sdpoint.PointChoice;
import dev.sdpoint.engine.sdpoint.Sampling;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Which instances a method draws of a network. */
class MethodDrawingTest {
    private static final WideResNet WIDE = new WideResNet(10, 1, 10, 16);

    private static Set<Instance> drawn(Method method, NetworkSpec network, Drawing drawing) {
        Sampling sampling = new Sampling(PointChoice.EVERY, InstanceSpace.PAPER_RATIOS, drawing);
        InstanceSampler sampler = method.sampler(network, sampling, 7);
        return LongStream.range(0, 2000).mapToObj(sampler::draw).collect(Collectors.toSet());
    }

    @Test
    void sdpointDrawsAllInstances() {
        assertThat(drawn(Method.SDPOINT, WIDE, Drawing.PAPER))
                .containsExactlyInAnyOrderElementsOf(
                        InstanceSpace.of(3, InstanceSpace.PAPER_RATIOS).instances());
    }

    @Test
    void officialCodeUsesTheStemAloneIn18And34Layers() {
        for (int depth : new int[] {18, 34}) {
            for (boolean preActivation : new boolean[] {false, true}) {
                assertThat(drawn(Method.SDPOINT, new ResNet(depth, preActivation, 10, 32), Drawing.OFFICIAL_CODE))
                        .containsExactlyInAnyOrder(Instance.FULL, Instance.of(1, 0.5), Instance.of(1, 0.75));
            }
        }
    }

    @Test
    void officialCodeDrawsEverythingButTheFirstBlockOfBottlenecks() {
        Set<Instance> drawn = drawn(Method.SDPOINT, new ResNet(50, false, 10, 32), Drawing.OFFICIAL_CODE);
        assertThat(drawn)
                .hasSize(35 - 2)
                .contains(Instance.of(1, 0.5), Instance.of(3, 0.5), Instance.of(17, 0.75))
                .doesNotContain(Instance.of(2, 0.5), Instance.of(2, 0.75));
    }

    @Test
    void multiscaleDrawsAllSidesOfTheImage() {
        assertThat(drawn(Method.MULTISCALE, WIDE, Drawing.PAPER))
                .containsExactlyInAnyOrderElementsOf(
                        InstanceSpace.imageSides(3, 16).instances());
    }

    @Test
    void otherMethodsTrainAtFullResolution() {
        assertThat(drawn(Method.PLAIN, WIDE, Drawing.PAPER)).containsExactly(Instance.FULL);
        assertThat(drawn(Method.DROPOUT, WIDE, Drawing.PAPER)).containsExactly(Instance.FULL);
        assertThat(drawn(Method.EARLY_EXITS, EarlyExits.on(WIDE), Drawing.PAPER))
                .containsExactly(Instance.FULL);
    }
}
