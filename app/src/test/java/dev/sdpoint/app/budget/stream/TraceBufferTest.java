package dev.sdpoint.app.budget.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.inference.FrameReading;
import dev.sdpoint.engine.inference.Prediction;
import dev.sdpoint.engine.inference.StreamFrame;
import dev.sdpoint.engine.inference.StreamTarget;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.List;
import org.junit.jupiter.api.Test;

class TraceBufferTest {
    private final TraceBuffer buffer = new TraceBuffer(new StreamTarget.MillisPerImage(10));

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

    private static StreamFrame measured(double atMillis, double busyShare) {
        InstanceScore score = new InstanceScore(Instance.FULL, 100, 1, 0.1, 0, 1, Double.NaN);
        Prediction prediction = new Prediction(Instance.FULL, List.of(1f), 4);
        FrameReading reading = new FrameReading(4, 4, busyShare, busyShare);
        return new StreamFrame(0, atMillis, score, 0, prediction, reading, 1, true, 0.5);
    }

    @Test
    void whatIsMeasuredSeldomStandsUntilTheNextMeasurement() {
        TraceBuffer seldom = new TraceBuffer(new StreamTarget.FreeCpu(0.5));
        double[] shares = {Double.NaN, 0.75, Double.NaN, Double.NaN, 0.25};
        for (int i = 0; i < shares.length; i++) {
            seldom.add(measured(100 * i, shares[i]), 0);
        }
        seldom.add(measured(430, 0.5), 0);
        assertThat(seldom.points())
                .extracting(TracePoint::used)
                .as("unknown at first; in a tenth the worst that was measured in it")
                .containsExactly(Double.NaN, 0.75, 0.75, 0.75, 0.5);
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
