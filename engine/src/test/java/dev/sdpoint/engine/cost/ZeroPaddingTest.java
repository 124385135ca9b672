package dev.sdpoint.engine.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sdpoint.engine.network.EarlyExits;
import dev.sdpoint.engine.network.NetworkPlan;
import dev.sdpoint.engine.network.ResNet;
import dev.sdpoint.engine.network.WideResNet;
import dev.sdpoint.engine.sdpoint.Instance;
import org.junit.jupiter.api.Test;

class ZeroPaddingTest {
    private static final WideResNet TINY = new WideResNet(10, 1, 10, 32);
    private static final NetworkPlan PLAN = TINY.plan();

    private static ZeroPadding of(Instance instance, int block) {
        return ZeroPadding.of(PLAN, instance, block);
    }

    @Test
    void countsTheTapsOutsideTheMap() {
        // Stem, 32×32, 3 to 16 channels: 9 · 32² = 9216 taps, (3 · 32 − 2)² = 8836 on the map, 380 outside.
        assertThat(of(Instance.FULL, 0)).isEqualTo(new ZeroPadding(9216 * 48, 380 * 48));
        // Block 1, two convolutions of 16 to 16 channels.
        assertThat(of(Instance.FULL, 1)).isEqualTo(new ZeroPadding(2 * 9216 * 256, 2 * 380 * 256));
        assertThat(of(Instance.FULL, 1).share()).isCloseTo(0.0412, within(5e-5));
    }

    @Test
    void strideTwoMeetsThePaddingOnOneSideOnly() {
        // Block 2: 32 to 16 in steps of 2 starts outside once an axis: 48 taps, 47 on the map; 16 to 32 channels. Then
        // 16 to 16:
        // 48² taps, 46² on the map; 32 to 32 channels. The 1×1 shortcut reads no padding.
        long values = 48 * 48 * 512 + 48 * 48 * 1024;
        long zeros = (48 * 48 - 47 * 47) * 512 + (48 * 48 - 46 * 46) * 1024;
        assertThat(of(Instance.FULL, 2)).isEqualTo(new ZeroPadding(values, zeros));
    }

    @Test
    void growsWhereMapsAreSmaller() {
        // After block 1 by half, block 3 works at 8 to 4 (12 taps an axis, 11 on the map) and at 4 (12, 10).
        long values = 144 * 2048 + 144 * 4096;
        assertThat(of(Instance.of(1, 0.5), 3))
                .isEqualTo(new ZeroPadding(values, (144 - 121) * 2048 + (144 - 100) * 4096));
        assertThat(of(Instance.of(1, 0.5), 3).share())
                .isGreaterThan(of(Instance.FULL, 3).share());
        assertThat(of(Instance.of(1, 0.5), 1)).isEqualTo(of(Instance.FULL, 1));
    }

    @Test
    void isNothingWhereNoWindowIsWiderThanAPixel() {
        assertThat(of(Instance.FULL, 4)).isEqualTo(new ZeroPadding(0, 0));
        assertThat(of(Instance.FULL, 4).share()).isZero();
    }

    @Test
    void countsTheStemOfSevenBySeven() {
        // 224 to 112 in steps of 2 from 3 outside: 112 · 7 taps an axis; outside 3 + 1 in front, at the end window 111
        // starts at 219 and
        // ends at 226, 2 beyond: 778 of 784 on the map; 3 to 64 channels.
        ZeroPadding stem = ZeroPadding.of(new ResNet(18, false, 10, 224).plan(), Instance.FULL, 1);
        assertThat(stem).isEqualTo(new ZeroPadding(784L * 784 * 192, (784L * 784 - 778L * 778) * 192));
    }

    @Test
    void leavesOutWhatAnEarlyExitDoesNotRun() {
        NetworkPlan plan = new EarlyExits(TINY, 1).plan();
        Instance exit = new Instance.EarlyExit(1);
        assertThat(ZeroPadding.of(plan, exit, 1)).isEqualTo(of(Instance.FULL, 1));
        assertThat(ZeroPadding.of(plan, exit, 3)).isEqualTo(new ZeroPadding(0, 0));
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> new ZeroPadding(3, 4)).hasMessageContaining("4 zeros");
    }
}
