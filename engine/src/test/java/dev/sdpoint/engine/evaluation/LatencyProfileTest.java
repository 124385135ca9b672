package dev.sdpoint.engine.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sdpoint.engine.network.NamedWeights;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.sdpoint.InstanceSpace;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatencyProfileTest {
    private static final InstanceSpace SPACE = InstanceSpace.of(3, List.of(0.5));
    private static final Instance SLOW = new Instance.Downsampled(2, 0.5);

    private final List<NamedWeights> loaded = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final FakeNetwork network = FakeNetwork.answering((image, instance) -> {
        if (instance.equals(SLOW)) {
            Thread.onSpinWait();
            long until = System.nanoTime() + 200_000;
            while (System.nanoTime() < until) {
                Thread.onSpinWait();
            }
        }
        return new float[6];
    });

    private LatencyProfile measure(Progress progress) throws InterruptedException {
        return LatencyProfile.measure(
                (spec, weights) -> {
                    loaded.add(weights);
                    return network;
                },
                FakeNetwork.SPEC,
                SPACE,
                progress,
                notes::add);
    }

    @Test
    void timesEveryInstanceInTurnAfterARoundOfWarmingUp() throws InterruptedException {
        List<Double> shares = new ArrayList<>();
        LatencyProfile profile = measure(shares::add);
        assertThat(profile.network()).isEqualTo(FakeNetwork.SPEC.name());
        assertThat(profile.batch()).isEqualTo(100);
        assertThat(notes).isEmpty();
        assertThat(profile.timings())
                .extracting(LatencyProfile.Timing::instance)
                .containsExactlyElementsOf(SPACE.instances());
        assertThat(network.asked).hasSize(4 * SPACE.size());
        assertThat(network.asked.subList(0, SPACE.size())).isEqualTo(SPACE.instances());
        assertThat(shares).hasSize(16).isSorted().startsWith(0.0);
        double slow = profile.timings().get(SPACE.indexOf(SLOW)).millisPerImage();
        // 0.2 ms an image by a busy loop, and nothing else
        assertThat(slow).isGreaterThanOrEqualTo(0.2);
        assertThat(profile.timings().get(0).millisPerImage()).isBetween(0.0, slow);
    }

    @Test
    void theWeightsFitTheNetwork() throws InterruptedException {
        LatencyProfile unused = measure(Progress.NONE);
        NamedWeights.expected(FakeNetwork.SPEC.plan())
                .forEach((name, length) ->
                        assertThat(loaded.get(0).get(name, length)).isNotEmpty());
    }

    @Test
    void appliesToSweepsOfTheSameCostsAlone() throws InterruptedException {
        LatencyProfile profile = measure(Progress.NONE);
        List<InstanceScore> scores = profile.timings().stream()
                .map(t -> new InstanceScore(t.instance(), t.flops(), 0.5, 0.25, 0.1, 1.5, Double.NaN))
                .toList();
        Sweep timed = profile.on(new Sweep(40, scores)).orElseThrow();
        assertThat(timed.images()).isEqualTo(40);
        for (int i = 0; i < scores.size(); i++) {
            assertThat(timed.scores().get(i).millisPerImage())
                    .isEqualTo(profile.timings().get(i).millisPerImage());
            assertThat(timed.scores().get(i).top1Error()).isEqualTo(0.25);
        }
        InstanceScore full = scores.get(0);
        InstanceScore dearer = new InstanceScore(Instance.FULL, full.flops() + 1, 1, 0.25, 0.1, 1.5, 1);
        assertThat(profile.on(new Sweep(40, List.of(dearer)))).isEmpty();
        InstanceScore unknown = new InstanceScore(new Instance.Downsampled(1, 0.75), 7, 1, 0.25, 0.1, 1.5, 1);
        assertThat(profile.on(new Sweep(40, List.of(unknown)))).isEmpty();
    }

    @Test
    void endsWhenItIsToldTo() {
        assertThatThrownBy(() -> measure(share -> {
                    if (share > 0.5) {
                        throw new InterruptedException("enough");
                    }
                }))
                .isInstanceOf(InterruptedException.class);
    }
}
