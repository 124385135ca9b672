package dev.sdpoint.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.benchmarks.PeerGoals.Row;
import dev.sdpoint.engine.network.NetworkNames;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.measurement.Finding;
import dev.sdpoint.measurement.Finding.Verdict;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PeerGoalsTest {
    private static final Row FULL = new Row(Instance.FULL, 1, 1, 0.99, OptionalDouble.empty());
    private static final Row HALF = new Row(Instance.of(1, 0.5), 0.36, 0.45, 1.1, OptionalDouble.empty());
    private static final Row LATE = new Row(Instance.of(2, 0.75), 0.7, 0.77, 0.9, OptionalDouble.of(4));

    private static List<Finding> findings(String network, boolean training, Row... rows) {
        return new PeerGoals(NetworkNames.parse(network, 10, 32)).findings("pass", training, List.of(rows));
    }

    @Test
    void theWorstInstanceCounts() {
        List<Finding> findings = findings("wrn-16-2", true, FULL, LATE, HALF);
        assertThat(findings)
                .extracting(Finding::verdict)
                .containsExactly(Verdict.HELD, Verdict.NOT_HELD, Verdict.NOT_HELD);
        assertThat(findings)
                .extracting(Finding::measured)
                .containsExactly("0.99 ×", "1.10 ×", "0.090"); // 0.45 − 0.36 and not 0.77 − 0.7
        assertThat(findings.get(1).goal())
                .contains("worst of 2 instances", HALF.instance().label());
        assertThat(findings("wrn-16-2", true, FULL, LATE).get(2).verdict()).isEqualTo(Verdict.HELD);
    }

    @Test
    void narrowNetworksMayTakeAFifthMoreInTrainingAndNothingIsDemandedOfTheirInference() {
        assertThat(findings("wrn-16-1", true, FULL, HALF))
                .extracting(Finding::limit)
                .containsExactly("≤ 1.20 ×", "≤ 1.20 ×", "");
        assertThat(findings("wrn-16-1", false, FULL, HALF))
                .extracting(Finding::verdict)
                .containsOnly(Verdict.NO_LIMIT);
        assertThat(findings("resnext-29-4x8d", true, FULL, HALF))
                .extracting(Finding::verdict)
                .containsOnly(Verdict.NO_LIMIT);
    }

    @Test
    void theGapToOnnxRuntimeIsReported() {
        assertThat(findings("wrn-16-4", false, LATE))
                .extracting(Finding::measured)
                .containsExactly("0.90 ×", "4.00 ×");
    }
}
