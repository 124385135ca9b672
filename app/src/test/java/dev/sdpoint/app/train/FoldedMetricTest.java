package dev.sdpoint.app.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sdpoint.app.train.MetricSeries.Bucket;
import dev.sdpoint.app.train.MetricSeries.Point;
import org.junit.jupiter.api.Test;

final class FoldedMetricTest {
    @Test
    void mergesNeighboursWhenFull() {
        FoldedMetric metric = new FoldedMetric(4);
        double[] values = {3, 1, 4, 1.5, 9};
        for (int i = 0; i < values.length; i++) {
            metric.add(i, values[i]);
        }
        assertThat(metric.series())
                .isEqualTo(new MetricSeries(
                        2,
                        java.util.List.of(
                                new Bucket(0, 2, 1, 3, 4, 2),
                                new Bucket(2, 2, 1.5, 4, 5.5, 2),
                                new Bucket(4, 2, 9, 9, 9, 1))));
    }

    @Test
    void doublesUntilAFarIterationFits() {
        FoldedMetric metric = new FoldedMetric(4);
        metric.add(0, 1);
        metric.add(100, 2);
        assertThat(metric.series().width()).isEqualTo(32);
        assertThat(metric.series().buckets())
                .containsExactly(new Bucket(0, 32, 1, 1, 1, 1), new Bucket(96, 32, 2, 2, 2, 1));
    }

    @Test
    void staysBoundedAndLosesNoValueOnADayLongRun() {
        FoldedMetric metric = new FoldedMetric(64);
        for (int i = 0; i < 1_000_000; i++) {
            metric.add(i, i % 7);
        }
        MetricSeries series = metric.series();
        assertThat(series.buckets()).hasSizeLessThanOrEqualTo(64);
        assertThat(series.buckets().stream().mapToLong(Bucket::count).sum()).isEqualTo(1_000_000);
        assertThat(series.buckets()).allMatch(b -> b.min() == 0 && b.max() == 6);
    }

    @Test
    void leavesOutWhatIsNoNumber() {
        FoldedMetric metric = new FoldedMetric(4);
        metric.add(0, Double.NaN);
        metric.add(1, Double.POSITIVE_INFINITY);
        metric.add(2, 5);
        assertThat(metric.series().buckets()).containsExactly(new Bucket(2, 1, 5, 5, 5, 1));
    }

    @Test
    void refusesAnOddNumberOfBuckets() {
        assertThatThrownBy(() -> new FoldedMetric(3)).hasMessageContaining("3 buckets");
    }

    @Test
    void smoothsByHand() {
        FoldedMetric metric = new FoldedMetric(4);
        metric.add(0, 2);
        metric.add(1, 4);
        double keep = Math.exp(-0.5);
        // weights of the two values: keep·(1 − keep) and (1 − keep), over their sum
        double expected = (keep * 2 + 4) / (keep + 1);
        assertThat(metric.series().smoothed(2).get(0)).isEqualTo(new Point(0, 2));
        assertThat(metric.series().smoothed(2).get(1).value()).isCloseTo(expected, within(1e-12));
    }

    @Test
    void drawsBothEndsOfABucket() {
        FoldedMetric metric = new FoldedMetric(2);
        metric.add(0, 1);
        metric.add(1, 3);
        metric.add(2, 2);
        assertThat(metric.series().raw()).containsExactly(new Point(0.5, 1), new Point(0.5, 3), new Point(2.5, 2));
    }
}
