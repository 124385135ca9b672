package dev.sdpoint.app.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.evaluation.Sweep;
import dev.sdpoint.engine.inference.BudgetMenu;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.sdpoint.InstanceSpace;
import java.util.List;
import org.junit.jupiter.api.Test;

class BudgetAxisTest {
    private static final InstanceScore CHEAP = score(Instance.of(1, 0.5), 40, 0.20, 5);
    private static final InstanceScore MIDDLE = score(Instance.of(1, 0.75), 60, 0.15, 4);
    private static final InstanceScore DEAR = score(Instance.FULL, 100, 0.10, 9);
    private static final BudgetAxis PERCENT = new BudgetAxis(BudgetUnit.PERCENT, List.of(CHEAP, MIDDLE, DEAR));
    private static final BudgetAxis MILLIS = new BudgetAxis(BudgetUnit.MILLIS, List.of(CHEAP, MIDDLE, DEAR));

    private static InstanceScore score(Instance instance, int percent, double error, double millis) {
        return new InstanceScore(instance, percent * 10_000_000L, percent / 100.0, error, 0, 1, millis);
    }

    @Test
    void goesFromTheCheapestToTheDearest() {
        assertThat(PERCENT.least()).isEqualTo(40);
        assertThat(PERCENT.most()).isEqualTo(100);
        assertThat(PERCENT.position(70)).isEqualTo(0.5);
        assertThat(PERCENT.position(10)).isZero();
        assertThat(PERCENT.value(0.25)).isEqualTo(55);
        assertThat(PERCENT.value(7)).isEqualTo(100);
    }

    @Test
    void countsInGigaflops() {
        BudgetAxis axis = new BudgetAxis(BudgetUnit.GFLOPS, List.of(CHEAP, DEAR));
        assertThat(axis.least()).isEqualTo(0.4);
        assertThat(axis.most()).isEqualTo(1.0);
    }

    @Test
    void buysTheBestWithinTheBudget() {
        assertThat(PERCENT.best(59.9)).isEqualTo(CHEAP);
        assertThat(PERCENT.best(60)).isEqualTo(MIDDLE);
        assertThat(PERCENT.best(99)).isEqualTo(MIDDLE);
        assertThat(PERCENT.best(100)).isEqualTo(DEAR);
        assertThat(PERCENT.best(1)).isEqualTo(CHEAP);
    }

    @Test
    void buysByTheClockWhereTimeAndOperationsDisagree() {
        // 5 ms would buy CHEAP too, but MIDDLE takes only 4 and errs less.
        assertThat(MILLIS.offers()).containsExactly(MIDDLE, CHEAP, DEAR);
        assertThat(MILLIS.best(5)).isEqualTo(MIDDLE);
        assertThat(MILLIS.best(3)).isEqualTo(MIDDLE);
        assertThat(MILLIS.best(9)).isEqualTo(DEAR);
    }

    @Test
    void agreesWithTheMenuForEveryBudget() {
        BudgetMenu menu =
                new BudgetMenu(new Sweep(100, List.of(CHEAP, MIDDLE, DEAR)), InstanceSpace.of(2, List.of(0.5)));
        BudgetAxis axis = new BudgetAxis(BudgetUnit.PERCENT, menu.offers());
        for (int percent = 0; percent <= 110; percent++) {
            assertThat(axis.best(percent)).isEqualTo(menu.best(percent / 100.0));
        }
    }

    @Test
    void stepsFromOfferToOffer() {
        assertThat(PERCENT.step(60, 1)).isEqualTo(DEAR);
        assertThat(PERCENT.step(60, -1)).isEqualTo(CHEAP);
        assertThat(PERCENT.step(40, -1)).isEqualTo(CHEAP);
        assertThat(PERCENT.step(40, 99)).isEqualTo(DEAR);
    }

    @Test
    void stepsPastTwoOffersOfOneValue() {
        InstanceScore twin = score(Instance.of(2, 0.5), 60, 0.15, 4);
        BudgetAxis axis = new BudgetAxis(BudgetUnit.PERCENT, List.of(CHEAP, MIDDLE, twin, DEAR));
        assertThat(axis.step(axis.step(40, 1).relativeCost() * 100, 1)).isEqualTo(DEAR);
        assertThat(axis.step(axis.step(100, -1).relativeCost() * 100, -1)).isEqualTo(CHEAP);
        assertThat(axis.step(50, 1)).isEqualTo(MIDDLE);
    }

    @Test
    void stepsOverEveryOfferAlsoWhereOneIsBeaten() {
        assertThat(MILLIS.step(4, 1)).isEqualTo(CHEAP);
        assertThat(MILLIS.step(5, 1)).isEqualTo(DEAR);
    }

    @Test
    void stepsFromBetweenTwoOffersToTheNearestEachWay() {
        assertThat(PERCENT.step(70, 1)).isEqualTo(DEAR);
        assertThat(PERCENT.step(70, -1)).isEqualTo(MIDDLE);
    }

    @Test
    void standsAtTheEndWhenThereIsOneOffer() {
        BudgetAxis one = new BudgetAxis(BudgetUnit.PERCENT, List.of(DEAR));
        assertThat(one.position(100)).isEqualTo(1);
        assertThat(one.value(0.3)).isEqualTo(100);
        assertThat(one.relativeCost(0.5)).isEqualTo(1);
    }

    @Test
    void coloursTheTrackInProportionBetweenOffers() {
        assertThat(PERCENT.relativeCost(0)).isEqualTo(0.4);
        assertThat(PERCENT.relativeCost(0.5)).isCloseTo(0.7, within(1e-9));
        assertThat(PERCENT.relativeCost(1)).isEqualTo(1);
    }
}
