package dev.sdpoint.app.budget.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.inference.FrameReading;
import dev.sdpoint.engine.inference.Prediction;
import dev.sdpoint.engine.inference.StreamFrame;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.List;
import org.junit.jupiter.api.Test;

class TraceBufferTest {
    private final TraceBuffer buffer = new TraceBuffer();

    private void add(double atMillis, double relativeCost, double latency, double slowdown) {
        InstanceScore score = new InstanceScore(Instance.FULL, 100, relativeCost, 0.1, 0, 1, Double.NaN);
        StreamFrame frame = new StreamFrame(
                0,
                atMillis,
                score,
                0,
                new Prediction(Instance.FULL, List.of(1f), latency),
                FrameReading.ofTimes(latency, latency),
                slowdown,
                latency,
                latency <= 10,
                0.5);
        buffer.add(frame, 0.25);
    }

    @Test
    void foldsTheFramesOfATenthOfASecond() {
        add(10, 1, 4, 1);
        add(50, 0.5, 12, 3);
        add(90, 0.25, 8, 2);
        add(120, 0.25, 8, 2);
        List<TracePoint> points = buffer.points();
        assertThat(points).hasSize(2);
        TracePoint first = points.get(0);
        assertThat(first.frames()).isEqualTo(3);
        assertThat(first.within()).isEqualTo(2);
        assertThat(first.used()).as("of the worst").isEqualTo(12);
        assertThat(first.slowdown()).as("(1 + 3 + 2) / 3").isCloseTo(2, within(1e-12));
        assertThat(first.relativeCost()).as("of the last").isEqualTo(0.25);
        assertThat(first.seconds()).isEqualTo(0.09);
        assertThat(first.stress()).isEqualTo(0.25);
        assertThat(points.get(1).frames()).isEqualTo(1);
    }

    private static StreamFrame standing(double atMillis, double used) {
        InstanceScore score = new InstanceScore(Instance.FULL, 100, 1, 0.1, 0, 1, Double.NaN);
        Prediction prediction = new Prediction(Instance.FULL, List.of(1f), 4);
        return new StreamFrame(
                0, atMillis, score, 0, prediction, FrameReading.ofTimes(4, 4), 1, used, used <= 0.5, 0.5);
    }

    @Test
    void whatIsNotKnownYetGivesWayToWhatIs() {
        TraceBuffer seldom = new TraceBuffer();
        seldom.add(standing(0, Double.NaN), 0);
        seldom.add(standing(100, Double.NaN), 0);
        seldom.add(standing(150, 0.25), 0);
        seldom.add(standing(200, 0.75), 0);
        seldom.add(standing(230, 0.25), 0);
        assertThat(seldom.points()).extracting(TracePoint::used).containsExactly(Double.NaN, 0.25, 0.75);
    }

    @Test
    void keepsAMinuteHoweverLongTheStreamIs() {
        for (int i = 0; i < 200_000; i++) {
            add(i, 1, 4, 1); // 200 seconds
        }
        List<TracePoint> points = buffer.points();
        assertThat(points.size()).isBetween(600, 601);
        assertThat(points.get(0).seconds()).isGreaterThan(139);
        assertThat(points).allMatch(point -> point.frames() == 100);
    }
}
