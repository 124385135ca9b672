package dev.sdpoint.engine.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sdpoint.engine.cost.InstanceCost;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CascadeStudyTest {
    @Test
    void theOracleTakesTheCheapestRightInstance() {
        Confidences five = Small.confidences(
                new double[] {0.9, 0.9, 0.9, -0.9, -0.9},
                new double[] {0.9, -0.9, -0.9, 0.9, -0.9},
                new double[] {0.9, 0.9, -0.9, -0.9, -0.9});

        List<CostPoint> oracle = OracleCurve.of(five, Small.COSTS);

        // up to cheap: images 0 and 3; then middle adds image 1, then full image 2; image 4 is never right and pays 40
        assertThat(Small.errors(oracle)).containsExactly(0.6, 0.4, 0.2);
        assertThat(oracle.get(0).flops()).isEqualTo(40);
        assertThat(oracle.get(1).flops()).isCloseTo((4 * 40 + 70) / 5.0, within(1e-9));
        assertThat(oracle.get(2).flops()).isCloseTo((3 * 40 + 70 + 100) / 5.0, within(1e-9));
        assertThat(oracle.get(2).relativeCost()).isCloseTo(0.58, within(1e-9));
    }

    @Test
    void theOracleErrsNoMoreThanAnyFixedInstanceOrCascade() {
        for (long seed = 0; seed < 30; seed++) {
            CascadeStudy study = CascadeStudy.of(Small.random(seed, 80), Small.COSTS);
            List<CostPoint> oracle = study.oracle();
            double least = oracle.get(oracle.size() - 1).error();

            assertThat(study.fixed())
                    .allSatisfy(f -> assertThat(f.reported().error()).isGreaterThanOrEqualTo(least));
            assertThat(study.chain())
                    .allSatisfy(s -> assertThat(s.reported().error()).isGreaterThanOrEqualTo(least));
            assertThat(study.pairs())
                    .allSatisfy(s -> assertThat(s.reported().error()).isGreaterThanOrEqualTo(least));
            for (int i = 1; i < oracle.size(); i++) {
                assertThat(oracle.get(i).error())
                        .isLessThanOrEqualTo(oracle.get(i - 1).error());
            }
        }
    }

    @Test
    void theChainBeginsWithTheCheapestAloneAndEndsWithAll() {
        CascadeStudy study = CascadeStudy.of(Small.random(3, 101), Small.COSTS);

        assertThat(study.choosingImages()).isEqualTo(50);
        assertThat(study.reportedImages()).isEqualTo(51);
        CascadeStudy.Step first = study.chain().get(0);
        CascadeStudy.Step last = study.chain().get(study.chain().size() - 1);
        assertThat(first.cascade().threshold()).isZero();
        assertThat(first.reported()).isEqualTo(study.fixed().get(0).reported());
        assertThat(last.cascade().threshold()).isGreaterThan(1);
        assertThat(last.reported().flops())
                .isEqualTo(study.fixed().stream()
                        .filter(CascadeStudy.Fixed::offered)
                        .mapToDouble(f -> f.reported().flops())
                        .sum());
    }

    @Test
    void instancesThatCostAndErrTheSameAreOneStage() {
        // The middle one is the cheap one by another name.
        double[] answers = {0.9, -0.6, 0.8, 0.7};
        Confidences both = Small.confidences(new double[] {0.9, 0.9, 0.9, 0.9}, answers, answers);
        List<InstanceCost> costs = List.of(
                Small.COSTS.get(0),
                Small.COSTS.get(1),
                new InstanceCost(Small.MIDDLE, Small.COSTS.get(1).flops(), 0.4));

        CascadeStudy study = CascadeStudy.of(both, both, costs);

        assertThat(study.chain().get(0).cascade().stages()).containsExactly(Small.CHEAP, Instance.FULL);
        assertThat(study.fixed().stream().filter(CascadeStudy.Fixed::offered).map(CascadeStudy.Fixed::instance))
                .containsExactly(Small.CHEAP, Instance.FULL);
    }

    @Test
    void choicesAreMadeOnOneHalfAndReportedOnTheOther() {
        // On the choosing half the cheap instance is always right, on the other never.
        Confidences choosing =
                Small.confidences(new double[] {0.9, -0.9}, new double[] {0.9, 0.9}, new double[] {-0.9, -0.9});
        Confidences reported =
                Small.confidences(new double[] {0.9, 0.9}, new double[] {-0.9, -0.9}, new double[] {0.9, -0.9});

        CascadeStudy study = CascadeStudy.of(choosing, reported, Small.COSTS);

        assertThat(study.fixed().stream().filter(CascadeStudy.Fixed::offered).map(CascadeStudy.Fixed::instance))
                .containsExactly(Small.CHEAP);
        assertThat(study.chain()).allSatisfy(step -> {
            assertThat(step.choosing().error()).isZero();
            assertThat(step.reported().error()).isEqualTo(1);
        });
        assertThat(study.pairs()).isEmpty();
        assertThat(study.oracle().get(2).error()).isZero();
    }

    @Test
    void pairsPromiseMoreForMore() {
        CascadeStudy study = CascadeStudy.of(Small.random(11, 400), Small.COSTS);

        assertThat(study.pairs()).hasSizeGreaterThan(2);
        for (int i = 1; i < study.pairs().size(); i++) {
            assertThat(study.pairs().get(i).choosing().flops())
                    .isGreaterThan(study.pairs().get(i - 1).choosing().flops());
            assertThat(study.pairs().get(i).choosing().error())
                    .isLessThan(study.pairs().get(i - 1).choosing().error());
        }
        assertThat(study.pairs())
                .allSatisfy(s -> assertThat(s.cascade().stages()).hasSize(2));
    }

    @Test
    void oneImageHasNoHalves() {
        Confidences one = Small.confidences(new double[] {1}, new double[] {1}, new double[] {1});
        assertThatThrownBy(() -> CascadeStudy.of(one, Small.COSTS)).hasMessageContaining("halves");
        assertThat(one.instances().get(0)).isEqualTo(Instance.FULL);
    }
}
