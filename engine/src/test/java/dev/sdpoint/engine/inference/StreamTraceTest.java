package dev.sdpoint.engine.inference;

import static dev.sdpoint.engine.inference.SimulatedMachine.OFFERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class StreamTraceTest {
    private static StreamFrame frame(int number, int offer, int label, boolean within) {
        return new StreamFrame(
                number,
                number,
                OFFERS.get(offer),
                label,
                new Prediction(OFFERS.get(offer).instance(), List.of(.1f, .9f), 1),
                FrameReading.ofTimes(1, 1),
                1,
                within ? 1 : 2,
                within,
                Double.NaN);
    }

    /** Of a time at which nobody has looked at the processors yet. */
    private static StreamFrame unjudged(int label) {
        return new StreamFrame(
                0,
                0,
                OFFERS.get(0),
                label,
                new Prediction(OFFERS.get(0).instance(), List.of(.1f, .9f), 1),
                FrameReading.ofTimes(1, 1),
                1,
                Double.NaN,
                false,
                Double.NaN);
    }

    @Test
    void keepsTheLastFramesAndCountsAll() {
        StreamTrace trace = new StreamTrace(3);
        trace.add(frame(0, 0, 1, true)); // right
        trace.add(frame(1, 5, 1, false)); // right, too late
        trace.add(frame(2, 5, 0, true)); // wrong
        trace.add(frame(3, 5, StreamImage.UNKNOWN, true));
        trace.add(frame(4, 0, 1, true)); // right

        assertThat(trace.frames()).extracting(StreamFrame::number).containsExactly(2L, 3L, 4L);
        StreamTrace.Summary sum = trace.summary();
        assertThat(sum.frames()).isEqualTo(5);
        assertThat(sum.withinBudget()).isEqualTo(4);
        assertThat(sum.withinShare()).isEqualTo(0.8);
        assertThat(sum.switches()).isEqualTo(2);
        assertThat(sum.labelled()).isEqualTo(4);
        assertThat(sum.right()).isEqualTo(3);
        assertThat(sum.rightInTime()).isEqualTo(2);
        assertThat(sum.accuracy()).isEqualTo(0.75);
        assertThat(sum.meanCost()).isCloseTo((2 * 0.27 + 3) / 5, within(1e-12));
        assertThat(sum.uses()).containsEntry(OFFERS.get(5).instance(), 3L).hasSize(2);
    }

    @Test
    void framesThatNobodyCouldJudgeCountForNeitherSide() {
        StreamTrace trace = new StreamTrace(1);
        trace.add(unjudged(1)); // right
        assertThat(trace.summary().withinShare()).isNaN();
        assertThat(trace.summary().rightInTimeShare()).isNaN();
        trace.add(frame(1, 0, 1, true)); // right
        trace.add(frame(2, 0, 0, true)); // wrong
        trace.add(frame(3, 0, 1, false)); // right, too late
        StreamTrace.Summary sum = trace.summary();
        assertThat(sum.frames()).isEqualTo(4);
        assertThat(sum.judged()).isEqualTo(3);
        assertThat(sum.withinShare()).isEqualTo(2 / 3.0);
        assertThat(sum.rightInTimeShare()).isEqualTo(1 / 3.0);
        assertThat(sum.accuracy()).isEqualTo(0.75);
        assertThatThrownBy(() -> new StreamFrame(
                        0,
                        0,
                        OFFERS.get(0),
                        1,
                        new Prediction(OFFERS.get(0).instance(), List.of(1f), 1),
                        FrameReading.ofTimes(1, 1),
                        1,
                        Double.NaN,
                        true,
                        Double.NaN))
                .hasMessageContaining("must be known");
    }

    @Test
    void emptyTraceHasNoShares() {
        StreamTrace.Summary sum = new StreamTrace(1).summary();
        assertThat(sum.frames()).isZero();
        assertThat(sum.withinShare()).isNaN();
        assertThat(sum.accuracy()).isNaN();
        assertThat(sum.meanCost()).isNaN();
    }

    @Test
    void keepsAtLeastOneFrame() {
        assertThatThrownBy(() -> new StreamTrace(0)).hasMessageContaining("at least 1");
    }
}
