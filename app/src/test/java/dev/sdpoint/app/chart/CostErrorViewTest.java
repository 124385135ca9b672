package dev.sdpoint.app.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.chart.CostErrorData.Labelled;
import dev.sdpoint.app.chart.PlottedSweep.Spot;
import dev.sdpoint.engine.evaluation.LatencyProfile;
import dev.sdpoint.engine.evaluation.Sweep;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class CostErrorViewTest {
    private static final Sweep SWEEP = CostErrorPlotTest.sweep(0);
    /** 1 ms at full, 2 ms at half: here the smaller one is slower. */
    private static final LatencyProfile MEASURED = new LatencyProfile(
            "net",
            100,
            List.of(
                    new LatencyProfile.Timing(Instance.FULL, 1_000_000_000, 1),
                    new LatencyProfile.Timing(new Instance.Downsampled(1, 0.5), 500_000_000, 2),
                    new LatencyProfile.Timing(new Instance.Downsampled(2, 0.5), 800_000_000, 0.5)));

    @Test
    void millisecondsAreThoseMeasuredHereAndDecideWhoIsDominated() {
        CostErrorData data = CostErrorData.EMPTY.plus(new Labelled("epoch 1", SWEEP));
        CostErrorView view = CostErrorView.of(data, CostUnit.MILLIS, false, List.of(MEASURED), Set.of());
        List<Spot> spots = view.latest().orElseThrow().spots();
        assertThat(spots).extracting(Spot::x).containsExactly(0.5, 1.0, 2.0);
        // The half one errs 20 %, the full one 10 % in half the time.
        assertThat(spots).extracting(Spot::dominated).containsExactly(false, false, true);
        assertThat(spots.get(2).score().instance()).isEqualTo(new Instance.Downsampled(1, 0.5));
    }

    @Test
    void whatWasNotTimedHereIsLeftOutAndCounted() {
        Sweep other =
                new Sweep(400, List.of(SWEEP.of(Instance.FULL), SWEEP.scores().get(1)));
        Sweep foreign = new Sweep(
                400, List.of(new dev.sdpoint.engine.evaluation.InstanceScore(Instance.FULL, 77, 1, 0.1, 0.01, 0.1, 5)));
        CostErrorData data = CostErrorData.EMPTY
                .plus(new Labelled("epoch 1", SWEEP))
                .withReferences(List.of(new Labelled("run 1", other), new Labelled("run 2", foreign)))
                .withLiterature(List.of(
                        new LiteraturePoint("a", 1, LiteraturePoint.Unit.GFLOPS, 20),
                        new LiteraturePoint("b", 1, LiteraturePoint.Unit.MILLIS, 20)));
        CostErrorView view = CostErrorView.of(data, CostUnit.MILLIS, false, List.of(MEASURED), Set.of());
        assertThat(view.references()).extracting(r -> r.plotted().label()).containsExactly("run 1");
        assertThat(view.literature()).extracting(LiteraturePoint::label).containsExactly("b");
        assertThat(view.left()).isEqualTo(2);
        assertThat(CostErrorView.of(data, CostUnit.MILLIS, false, List.of(), Set.of())
                        .empty())
                .isTrue();
    }

    @Test
    void theFirstReferenceCannotBeHiddenAsLongAsItStandsAlone() {
        CostErrorData alone = CostErrorData.EMPTY.withReferences(List.of(new Labelled("open", SWEEP)));
        Set<String> hidden = Set.of("open");
        assertThat(CostErrorView.of(alone, CostUnit.GFLOPS, false, List.of(), hidden)
                        .references())
                .hasSize(1);
        assertThat(CostErrorView.of(alone.plus(new Labelled("1", SWEEP)), CostUnit.GFLOPS, false, List.of(), hidden)
                        .references())
                .isEmpty();
    }

    @Test
    void intervalsAreBinomialAndEndAtNoughtAndAHundred() {
        CostErrorData data = CostErrorData.EMPTY.plus(new Labelled("epoch 1", SWEEP));
        CostErrorView view = CostErrorPlotTest.view(data, CostUnit.GFLOPS, false);
        Spot half = view.latest().orElseThrow().spots().get(0);
        // 1.96 · √(0.2 · 0.8 / 400) = 3.92 points of per cent
        assertThat(half.margin()).isCloseTo(3.92, org.assertj.core.api.Assertions.within(1e-9));
        Spot edge = new Spot(half.score(), 1, 1, 3, false);
        assertThat(edge.low()).isZero();
        assertThat(new Spot(half.score(), 1, 99, 3, false).high()).isEqualTo(100);
    }
}
