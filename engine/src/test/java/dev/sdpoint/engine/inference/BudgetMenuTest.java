package dev.sdpoint.engine.inference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.evaluation.Sweep;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.sdpoint.InstanceSpace;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BudgetMenuTest {
    private static final InstanceSpace SPACE = InstanceSpace.of(3, List.of(0.5, 0.75));

    private static final InstanceScore FULL = score(0, 1, 1000, 0.10);
    private static final InstanceScore CHEAP = score(1, 0.5, 300, 0.30);
    private static final InstanceScore MIDDLE = score(2, 0.5, 600, 0.20);
    private static final InstanceScore GOOD = score(2, 0.75, 800, 0.12);
    private static final List<InstanceScore> SCORES = List.of(
            FULL,
            CHEAP,
            score(1, 0.75, 650, 0.25), // dominated by the middle one
            MIDDLE,
            GOOD,
            score(3, 0.5, 990, 0.05),
            score(3, 0.75, 995, 0.04));

    private static InstanceScore score(int point, double ratio, long flops, double error) {
        return new InstanceScore(Instance.of(point, ratio), flops, flops / 1000.0, error, 0, 1, Double.NaN);
    }

    private final BudgetMenu menu = new BudgetMenu(new Sweep(100, SCORES), SPACE);

    @Test
    void offersWhatIsNotDominatedFromTheCheapestOn() {
        assertThat(menu.offers()).containsExactly(CHEAP, MIDDLE, GOOD, FULL);
    }

    @Test
    void neverOffersTheLastPointHoweverGoodItLooks() {
        assertThat(menu.offers()).noneMatch(offer -> offer.instance().point() == 3);
        assertThat(menu.best(0.995)).isEqualTo(GOOD);
        assertThat(menu.best(1)).isEqualTo(FULL);
    }

    @Test
    void lastPointDoesNotPushOthersOffTheMenuEither() {
        // both last points err less than the full network and cost less
        assertThat(menu.offers()).contains(FULL);
    }

    @Test
    void whereNothingBecomesSmallerItIsTheFullNetwork() {
        List<InstanceScore> scores = new ArrayList<>(SCORES);
        scores.add(new InstanceScore(Instance.of(2, 0.9), FULL.flops(), 1, FULL.top1Error(), 0, 1, Double.NaN));
        assertThat(new BudgetMenu(new Sweep(100, scores), SPACE).offers()).containsExactly(CHEAP, MIDDLE, GOOD, FULL);
    }

    @Test
    void choosesTheBestWithinTheBudget() {
        assertThat(menu.best(0.5)).isEqualTo(CHEAP);
        assertThat(menu.best(0.6)).isEqualTo(MIDDLE);
        assertThat(menu.best(0.799)).isEqualTo(MIDDLE);
        assertThat(menu.best(0.8)).isEqualTo(GOOD);
        assertThat(menu.best(7)).isEqualTo(FULL);
    }

    @Test
    void budgetThatWasRoundedStillBuysItsInstance() {
        assertThat(menu.best(0.6 - 1e-12)).isEqualTo(MIDDLE);
    }

    @Test
    void belowTheCheapestTheCheapestIsAllThereIs() {
        assertThat(menu.best(0.1)).isEqualTo(CHEAP);
        assertThat(menu.best(0)).isEqualTo(CHEAP);
    }

    @Test
    void networkOfOnePointOffersFullResolutionAlone() {
        Sweep sweep = new Sweep(100, List.of(FULL, score(1, 0.5, 900, 0.05)));
        assertThat(new BudgetMenu(sweep, InstanceSpace.of(1, List.of(0.5))).offers())
                .containsExactly(FULL);
    }

    private static InstanceScore timed(int point, double ratio, long flops, double error, double millis) {
        return new InstanceScore(Instance.of(point, ratio), flops, flops / 1000.0, error, 0, 1, millis);
    }

    @Test
    void offersByTimeWhatNothingBeatsByTheClock() {
        InstanceScore full = timed(0, 1, 1000, 0.10, 9);
        InstanceScore middle = timed(2, 0.5, 600, 0.20, 4);
        InstanceScore good = timed(1, 0.75, 650, 0.12, 5);
        List<InstanceScore> scores = List.of(
                full,
                timed(1, 0.5, 300, 0.30, 4.5), // fewer FLOPs than the middle one, but slower and wrong more often
                good,
                middle,
                timed(2, 0.75, 800, 0.12, 6), // as good as another that is faster
                timed(3, 0.5, 990, 0.01, 1)); // the last point, never offered
        assertThat(BudgetMenu.byTime(new Sweep(100, scores), SPACE)).containsExactly(middle, good, full);
        assertThat(new BudgetMenu(new Sweep(100, scores), SPACE).offers()).hasSize(4);
    }

    @Test
    void offersNothingByTimeUnlessAllWereTimed() {
        List<InstanceScore> scores = List.of(timed(0, 1, 1000, 0.10, 9), timed(1, 0.5, 300, 0.2, Double.NaN));
        assertThat(BudgetMenu.byTime(new Sweep(100, scores), SPACE)).isEmpty();
    }

    @Test
    void ofTwoRatiosThatRoundToOneSideItOffersOne() {
        InstanceScore full = timed(0, 1, 1000, 0.10, 9);
        InstanceScore half = timed(2, 0.5, 800, 0.12, 5);
        InstanceScore threeQuarters = timed(2, 0.75, 800, 0.12, 5);
        Sweep sweep = new Sweep(100, List.of(full, half, threeQuarters));
        assertThat(new BudgetMenu(sweep, SPACE).offers()).containsExactly(threeQuarters, full);
        assertThat(BudgetMenu.byTime(sweep, SPACE)).containsExactly(threeQuarters, full);
    }
}
