package dev.sdpoint.app.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class FoldedLossesTest {
    @Test
    void foldsByHand() {
        FoldedLosses losses = new FoldedLosses(2, 4);
        losses.add(0, 0, 3);
        losses.add(1, 1, 2);
        losses.add(3, 0, 1);
        assertThat(losses.snapshot().width()).isOne();
        assertThat(losses.snapshot().used()).isEqualTo(4);
        // the fifth iteration makes columns of two
        losses.add(4, 0, 0.5);
        losses.add(5, 0, 1.5);
        LossByInstance map = losses.snapshot();
        assertThat(map.width()).isEqualTo(2);
        assertThat(map.used()).isEqualTo(3);
        assertThat(map.mean(0, 0)).isEqualTo(3);
        assertThat(map.mean(1, 0)).isEqualTo(2);
        assertThat(map.mean(0, 1)).isEqualTo(1);
        assertThat(map.mean(1, 1)).isNaN();
        assertThat(map.mean(0, 2)).isEqualTo(1);
        assertThat(map.draws(0, 2)).isEqualTo(2);
    }

    @Test
    void neighboursCanBePutTogether() {
        FoldedLosses losses = new FoldedLosses(2, 6);
        losses.add(0, 0, 3);
        losses.add(1, 0, 1);
        losses.add(5, 1, 7);
        LossByInstance map = losses.snapshot().merged(4);
        assertThat(map.columns()).isEqualTo(2);
        assertThat(map.width()).isEqualTo(4);
        assertThat(map.mean(0, 0)).isEqualTo(2);
        assertThat(map.draws(0, 0)).isEqualTo(2);
        assertThat(map.mean(1, 1)).isEqualTo(7);
        assertThat(map.used()).isEqualTo(2);
    }

    @Test
    void leavesOutWhatIsNoLossOrNoInstance() {
        FoldedLosses losses = new FoldedLosses(1, 2);
        losses.add(0, 0, Double.NaN);
        losses.add(0, 1, 1);
        losses.add(0, -1, 1);
        assertThat(losses.snapshot().used()).isZero();
        assertThatThrownBy(() -> new FoldedLosses(1, 3)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyDrawCountsOnARunOfAMillionIterations() {
        FoldedLosses losses = new FoldedLosses(13, FoldedRun.COLUMNS);
        Random random = new Random(1);
        double sum = 0;
        for (int i = 0; i < 1_000_000; i++) {
            double loss = random.nextDouble();
            sum += loss;
            losses.add(i, random.nextInt(13), loss);
        }
        LossByInstance map = losses.snapshot();
        assertThat(map.width()).isEqualTo(8192);
        assertThat(map.used()).isEqualTo(123);
        double all = 0;
        long draws = 0;
        for (int r = 0; r < 13; r++) {
            for (int c = 0; c < map.used(); c++) {
                all += map.mean(r, c) * map.draws(r, c);
                draws += map.draws(r, c);
            }
        }
        assertThat(draws).isEqualTo(1_000_000);
        assertThat(all).isCloseTo(sum, org.assertj.core.api.Assertions.within(1e-3));
    }
}
