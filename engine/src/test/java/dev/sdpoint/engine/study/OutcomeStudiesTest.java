package dev.sdpoint.engine.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.evaluation.MinimumCost;
import dev.sdpoint.engine.evaluation.Outcomes;
import dev.sdpoint.engine.evaluation.StatisticsChoice;
import dev.sdpoint.engine.evaluation.Sweep;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Studies that need nothing but recorded outcomes or scores. */
final class OutcomeStudiesTest {
    /** Ranks of the true class under full, cheap and middle, of six images. */
    private static final Outcomes SIX =
            Small.outcomes(new int[] {0, 0, 0, 1, 2, 9}, new int[] {0, 1, 3, 0, 8, 9}, new int[] {0, 0, 1, 1, 7, 9});

    @Test
    void scoresAreCountedFromOutcomes() {
        Sweep sweep = Small.sweep(SIX);

        assertThat(sweep.of(Instance.FULL).top1Error()).isEqualTo(0.5);
        assertThat(sweep.of(Small.CHEAP).top1Error()).isCloseTo(4 / 6.0, within(1e-12));
        assertThat(sweep.of(Small.MIDDLE).top5Error()).isCloseTo(2 / 6.0, within(1e-12));
        assertThat(sweep.of(Small.MIDDLE).loss()).isCloseTo(Math.log(2), within(1e-7));
        assertThat(sweep.of(Small.CHEAP).flops()).isEqualTo(40);
        assertThatThrownBy(() -> Sweep.of(SIX, Small.COSTS, new double[2]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void groupsByMinimumCostWithNeverLast() {
        MinimumCostGroups top1 = MinimumCostGroups.of(new MinimumCost(Small.sweep(SIX), SIX, 1));

        assertThat(top1.groups().stream().map(MinimumCostGroups.Group::images)).containsExactly(2, 1, 1, 2);
        assertThat(top1.groups().get(0).score().map(InstanceScore::instance)).contains(Small.CHEAP);
        // Image 3 is right when cheap, wrong in the middle and in full.
        assertThat(top1.groups().stream().map(MinimumCostGroups.Group::nonMonotone))
                .containsExactly(1, 0, 0, 0);
        assertThat(top1.groups().get(1).solved()).isEqualTo(0.5);
        assertThat(top1.groups().get(3).score()).isEmpty();
        assertThat(top1.nonMonotoneShare()).isCloseTo(1 / 6.0, within(1e-12));

        MinimumCostGroups top5 = MinimumCostGroups.of(new MinimumCost(Small.sweep(SIX), SIX, 5));
        assertThat(top5.groups().stream().map(MinimumCostGroups.Group::images)).containsExactly(4, 0, 1, 1);
    }

    @Test
    void theErrorOverBudgetsIsTheAreaUnderTheStairs() {
        Ablation.Curve curve = new Ablation.Curve(
                "three",
                new Sweep(
                        100,
                        List.of(
                                Small.score(Instance.FULL, 100, 0.1),
                                Small.score(Small.CHEAP, 40, 0.4),
                                Small.score(Small.MIDDLE, 70, 0.2))));

        assertThat(curve.meanError(40, 100)).isCloseTo((30 * 0.4 + 30 * 0.2) / 60, within(1e-12));
        assertThat(curve.meanError(50, 80)).isCloseTo((20 * 0.4 + 10 * 0.2) / 30, within(1e-12));
        assertThat(curve.meanError(100, 100)).isEqualTo(0.1);
        assertThat(curve.meanError(100, 200)).isEqualTo(0.1);
        assertThatThrownBy(() -> curve.meanError(39, 100)).hasMessageContaining("39 FLOPs");
    }

    @Test
    void aDominatedInstanceDoesNotRaiseTheStairs() {
        Ablation.Curve curve = new Ablation.Curve(
                "worse in the middle",
                new Sweep(
                        100,
                        List.of(
                                Small.score(Instance.FULL, 100, 0.1),
                                Small.score(Small.CHEAP, 40, 0.3),
                                Small.score(Small.MIDDLE, 70, 0.5))));

        assertThat(curve.meanError(40, 100)).isCloseTo(0.3, within(1e-12));
    }

    @Test
    void smallerSpacesKeepFullResolutionAndTheirOwnInstances() {
        Sweep sweep = new Sweep(
                10,
                List.of(
                        Small.score(Instance.FULL, 100, 0.1),
                        Small.score(Instance.of(1, 0.5), 40, 0.4),
                        Small.score(Instance.of(1, 0.75), 60, 0.3),
                        Small.score(Instance.of(2, 0.5), 70, 0.2),
                        Small.score(Instance.of(2, 0.75), 80, 0.15),
                        Small.score(Instance.of(3, 0.5), 90, 0.12)));

        List<Ablation.Curve> curves = Ablation.within(sweep);

        assertThat(curves.stream().map(Ablation.Curve::name))
                .containsExactly("all points and ratios", "every other point", "ratio 0.5 alone", "ratio 0.75 alone");
        assertThat(instances(curves.get(1)))
                .containsExactly(Instance.FULL, Instance.of(1, 0.5), Instance.of(1, 0.75), Instance.of(3, 0.5));
        assertThat(instances(curves.get(3))).containsExactly(Instance.FULL, Instance.of(1, 0.75), Instance.of(2, 0.75));
        assertThat(Ablation.commonBudgets(curves)).containsExactly(60, 100);
        double all = curves.get(0).meanError(60, 100);
        assertThat(curves).allSatisfy(c -> assertThat(c.meanError(60, 100)).isGreaterThanOrEqualTo(all));
    }

    @Test
    void aModelOfOneInstanceHasNothingToLeaveOut() {
        Sweep plain = new Sweep(10, List.of(Small.score(Instance.FULL, 100, 0.1)));

        assertThat(Ablation.within(plain)).hasSize(1);
    }

    @Test
    void ranksClassesByWhatTheyLose() {
        int[] labels = {0, 0, 0, 1, 1, 2};
        Sweep sweep = new Sweep(
                6,
                List.of(
                        Small.score(Instance.FULL, 3_000_000_000L, 0.5),
                        Small.score(Small.CHEAP, 1_000_000_000L, 4 / 6.0),
                        Small.score(Small.MIDDLE, 3_000_000_000L, 4 / 6.0)));

        ClassRanking ranking = ClassRanking.of(sweep, SIX, i -> labels[i], 4, Small.CHEAP);

        assertThat(ranking.savedFlops()).isEqualTo(2_000_000_000L);
        assertThat(ranking.rows().stream().map(ClassRanking.Row::classIndex)).containsExactly(0, 2, 1);
        ClassRanking.Row first = ranking.rows().get(0);
        assertThat(first.fullAccuracy()).isEqualTo(1);
        assertThat(first.accuracy()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(first.lostPerGigaflop()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(first.margin()).isCloseTo(1.96 * Math.sqrt((2 / 3.0 - 4 / 9.0) / 3), within(1e-12));
        assertThat(ranking.rows().get(2).lostPerGigaflop()).isCloseTo(-0.25, within(1e-12));
        assertThatThrownBy(() -> ClassRanking.of(sweep, SIX, i -> labels[i], 4, Small.MIDDLE))
                .hasMessageContaining("saves nothing");
    }

    @Test
    void comparesStatisticsInstanceByInstance() {
        Sweep own = new Sweep(10, List.of(Small.score(Instance.FULL, 100, 0.1), Small.score(Small.CHEAP, 40, 0.2)));
        Sweep uniform =
                new Sweep(10, List.of(Small.score(Instance.FULL, 100, 0.3), Small.score(Small.CHEAP, 40, 0.25)));
        Sweep none = new Sweep(10, List.of(Small.score(Instance.FULL, 100, 0.1), Small.score(Small.CHEAP, 40, 0.9)));

        StatisticsComparison comparison = new StatisticsComparison(
                Map.of(StatisticsChoice.INSTANCE, own, StatisticsChoice.UNIFORM, uniform, StatisticsChoice.NONE, none));

        StatisticsComparison.Row cheap = comparison.rows().get(0);
        assertThat(cheap.score().instance()).isEqualTo(Small.CHEAP);
        assertThat(cheap.gainOverUniform()).isCloseTo(0.05, within(1e-12));
        assertThat(cheap.gainOverNone()).isCloseTo(0.7, within(1e-12));
        assertThat(comparison.rows().get(1).gainOverNone()).isZero();
        assertThatThrownBy(() -> new StatisticsComparison(Map.of(StatisticsChoice.INSTANCE, own)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Instance> instances(Ablation.Curve curve) {
        return curve.sweep().scores().stream().map(InstanceScore::instance).toList();
    }
}
