package dev.sdpoint.engine.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.engine.sdpoint.Instance;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SweepCsvTest {
    @Test
    void writesEveryDigitAndNoMore() {
        InstanceScore score = new InstanceScore(
                new Instance.Downsampled(3, 0.75), 12_345_678_901L, 2 / 3.0, 1 / 8.0, 0, 1, Double.NaN);
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertThat(SweepCsv.row(new Sweep(8, List.of(score)), score))
                    .isEqualTo("3,0.75,12345678901,0.6666666666666666,0.125,0,,false");
        } finally {
            Locale.setDefault(before);
        }
        assertThat(SweepCsv.COLUMNS.split(",", -1)).hasSize(8);
        assertThat(SweepCsv.ratio(Instance.FULL)).isEqualTo("1");
    }

    @Test
    void whatIsReadAgainIsTheSameNumber() {
        Random random = new Random(3);
        for (int i = 0; i < 1000; i++) {
            double value = random.nextDouble() * Math.pow(10, random.nextInt(13) - 6);
            String text = SweepCsv.number(value);
            assertThat(Double.parseDouble(text)).isEqualTo(value);
            assertThat(text).doesNotContain("E");
        }
    }
}
