package dev.sdpoint.engine.reproduction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.evaluation.Sweep;
import dev.sdpoint.engine.reproduction.Claim.Verdict;
import dev.sdpoint.engine.reproduction.Entry.Role;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClaimsTest {
    private static final int IMAGES = 10_000;

    /** Full resolution costs 100; further pairs are cost and error of downsampled instances. */
    private static Curve curve(String title, Role role, double fullError, double... costsAndErrors) {
        List<InstanceScore> scores = new ArrayList<>(List.of(score(Instance.FULL, 100, fullError)));
        for (int i = 0; i < costsAndErrors.length; i += 2) {
            scores.add(score(Instance.of(1 + i / 2, 0.5), (long) costsAndErrors[i], costsAndErrors[i + 1]));
        }
        return new Curve(title.toLowerCase(java.util.Locale.ROOT), title, role, "wrn-16-2", new Sweep(IMAGES, scores));
    }

    private static InstanceScore score(Instance instance, long flops, double error) {
        return new InstanceScore(instance, flops, flops / 100.0, error, 0, 1, Double.NaN);
    }

    private static Claim judge(int which, Curve... curves) {
        return new Claims(List.of(curves), Optional.empty()).all().get(which);
    }

    private static final Curve SDPOINT = curve("SDPoint", Role.SDPOINT, 0.085, 40, 0.11, 60, 0.09, 80, 0.084);

    @Test
    void comparesAtEveryBudgetThatBothCanPay() {
        // budgets 40, 50, 60, 70, 80, 100; the rival has nothing for 40
        Curve rival = curve("Early exits", Role.EARLY_EXITS, 0.083, 50, 0.15, 70, 0.089);
        Rivalry found = Rivalry.between(SDPOINT, rival);
        assertThat(found.budgets()).isEqualTo(5);
        // 50: 0.11 beats 0.15, 60: 0.09 beats 0.15, 70: 0.09 loses to 0.089, 80: 0.084 beats 0.089, 100: 0.084 loses to
        // 0.083
        assertThat(found.won()).isEqualTo(3);
        assertThat(found.largestLead()).isCloseTo(6, org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void saysThatACurveBelowAllOthersHeld() {
        Claim claim = judge(0, SDPOINT, curve("Plain", Role.PLAIN, 0.09));
        assertThat(claim.verdict()).isEqualTo(Verdict.HELD);
        assertThat(claim.evidence())
                .contains("Plain: at 1 of 1 budget")
                .contains("at best 0.60 points lower")
                .contains("on 10,000 images is ±0.54 points"); // 1.96 · sqrt(0.084 · 0.916 / 10,000)
    }

    @Test
    void saysThatACurveAboveAllOthersDidNotHold() {
        assertThat(judge(0, SDPOINT, curve("Plain", Role.PLAIN, 0.08)).verdict())
                .isEqualTo(Verdict.NOT_HELD);
    }

    @Test
    void regularisationIsJudgedByTheBestInstance() {
        assertThat(judge(1, SDPOINT, curve("Plain", Role.PLAIN, 0.0845)).verdict())
                .isEqualTo(Verdict.HELD);
        assertThat(judge(1, SDPOINT, curve("Plain", Role.PLAIN, 0.0835)).verdict())
                .isEqualTo(Verdict.NOT_HELD);
        assertThat(judge(1, SDPOINT).verdict()).isEqualTo(Verdict.NOT_TESTED);
    }

    @Test
    void bestInstanceIsTheOneWithTheLowestErrorWhateverItCosts() {
        assertThat(judge(2, SDPOINT).verdict()).isEqualTo(Verdict.HELD);
        assertThat(judge(2, curve("SDPoint", Role.SDPOINT, 0.08, 40, 0.11)).verdict())
                .isEqualTo(Verdict.NOT_HELD);
    }

    @Test
    void anInstanceThatErrsAsMuchAsTheFullNetworkIsNotBetter() {
        Claim tie = judge(2, curve("SDPoint", Role.SDPOINT, 0.1, 40, 0.1));
        assertThat(tie.verdict()).isEqualTo(Verdict.PARTLY);
        assertThat(tie.evidence()).contains("10.00 %; full resolution has 10.00 %");
    }

    @Test
    void aKindOfImagesThatIsNotThereIsNotJudged() {
        Difficulty noneNever = new Difficulty(0.02, 0.3, Double.NaN, new Difficulty.Counts(92, 8, 0));
        assertThat(harder(noneNever).verdict()).isEqualTo(Verdict.HELD);
        assertThat(harder(noneNever).evidence())
                .endsWith("gets right, on 30.00 % of the 8 images that need a dearer one.");
        Difficulty noneCheap = new Difficulty(Double.NaN, 0.3, 0.2, new Difficulty.Counts(0, 8, 92));
        assertThat(harder(noneCheap).verdict()).isEqualTo(Verdict.NOT_HELD);
        Difficulty alike = new Difficulty(0.3, Double.NaN, Double.NaN, new Difficulty.Counts(100, 0, 0));
        assertThat(harder(alike).verdict()).isEqualTo(Verdict.NOT_TESTED);
    }

    @Test
    void uniformStatisticsAreComparedInstanceByInstance() {
        Curve uniform = curve("uniform", Role.UNIFORM, 0.09, 40, 0.2, 60, 0.12, 80, 0.083);
        Claim claim = judge(3, SDPOINT, uniform);
        assertThat(claim.verdict()).isEqualTo(Verdict.PARTLY);
        // 0.5, 9, 3 and −0.1 points, on average 3.1
        assertThat(claim.evidence()).contains("for 3 of 4 instances").contains("3.10 points");
    }

    @Test
    void hardnessIsThatOfAnotherNetwork() {
        Difficulty rising = new Difficulty(0.02, 0.3, 0.8, new Difficulty.Counts(90, 8, 2));
        Difficulty falling = new Difficulty(0.3, 0.02, 0.8, new Difficulty.Counts(90, 8, 2));
        assertThat(harder(rising).verdict()).isEqualTo(Verdict.HELD);
        assertThat(harder(rising).evidence()).contains("2.00 % of the 90").contains("30.00 % of the 8");
        assertThat(harder(falling).verdict()).isEqualTo(Verdict.NOT_HELD);
    }

    private static Claim harder(Difficulty difficulty) {
        return new Claims(List.of(SDPOINT), Optional.of(difficulty)).all().get(4);
    }

    @Test
    void missingRunsAreSaidToBeMissing() {
        assertThat(new Claims(List.of(), Optional.empty()).all())
                .allSatisfy(claim -> assertThat(claim.verdict()).isEqualTo(Verdict.NOT_TESTED));
    }
}
