package dev.sdpoint.engine.inference;

import static dev.sdpoint.engine.inference.SimulatedMachine.OFFERS;
import static dev.sdpoint.engine.inference.SimulatedMachine.accuracy;
import static dev.sdpoint.engine.inference.SimulatedMachine.rightInTime;
import static dev.sdpoint.engine.inference.SimulatedMachine.withinShare;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.engine.inference.SimulatedMachine.Frame;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Auto budget against what does not look at the load, under the same load and the same noise. */
class AutoBudgetComparisonTest {
    private static final int FRAMES = 2000;
    private static final StreamTarget TARGET = new StreamTarget.MillisPerImage(20);

    static LongStream seeds() {
        return LongStream.range(0, 20);
    }

    private record Strategies(List<Frame> controlled, List<Frame> cheap, List<Frame> full, List<Frame> random) {
        static Strategies run(long seed, IntToDoubleFunction load) {
            OfferTimes times = machine(seed).surveyed();
            return new Strategies(
                    machine(seed).run(new AutoBudget(TARGET, times), TARGET, FRAMES, load),
                    machine(seed).run(new FixedInstance(OFFERS.get(0)), TARGET, FRAMES, load),
                    machine(seed).run(new FixedInstance(OFFERS.get(OFFERS.size() - 1)), TARGET, FRAMES, load),
                    machine(seed).run(new RandomInstance(OFFERS, seed), TARGET, FRAMES, load));
        }

        private static SimulatedMachine machine(long seed) {
            return new SimulatedMachine(0.1, 0.08, seed);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void keepsTheBudgetAndIsRightMoreOftenThanWhatDoesNotLook(long seed) {
        Strategies s = Strategies.run(seed, AutoBudgetTest.wandering(seed, 2.4));
        assertThat(withinShare(s.controlled()))
                .isGreaterThan(withinShare(s.full()))
                .isGreaterThan(withinShare(s.random()))
                .isGreaterThan(0.95);
        assertThat(accuracy(s.controlled())).isGreaterThan(accuracy(s.cheap()) + 0.02);
        assertThat(rightInTime(s.controlled()))
                .isGreaterThan(rightInTime(s.cheap()))
                .isGreaterThan(rightInTime(s.full()))
                .isGreaterThan(rightInTime(s.random()));
        // The cheapest always fits here; what the controller pays for being right more often is a few frames at each
        // step up.
        assertThat(withinShare(s.cheap())).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void keepsTheBudgetNearlyAsOftenAsTheCheapestWhenTheLoadIsSteady(long seed) {
        Strategies s = Strategies.run(seed, frame -> 1.3);
        // The rest are trials of the next dearer instance, which is over the limit in one frame of six: fewer and
        // fewer.
        assertThat(withinShare(s.controlled())).isGreaterThanOrEqualTo(withinShare(s.cheap()) - 0.02);
        assertThat(accuracy(s.controlled())).isGreaterThan(accuracy(s.cheap()) + 0.05);
    }
}
