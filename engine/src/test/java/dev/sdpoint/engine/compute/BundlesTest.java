package dev.sdpoint.engine.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BundlesTest {
    @ParameterizedTest
    @CsvSource({
        // ResNeXt-101 32×4d, stage by stage: 4, 8, 16 and 32 channels a group
        "32, 128, 128, 8, 4, 16, 16",
        "32, 256, 256, 16, 2, 16, 16",
        "32, 512, 512, 32, 1, 16, 16",
        "32, 1024, 1024, 32, 1, 32, 32",
        // ResNeXt-29 8×64d
        "8, 512, 512, 8, 1, 64, 64",
        // too few channels for a full bundle: all groups together
        "4, 8, 8, 1, 4, 8, 8",
        // groups that no power of two divides, and fewer outputs than inputs: 9 groups of 3 → 2
        "9, 27, 18, 1, 9, 27, 18",
        "27, 81, 54, 3, 9, 27, 18",
        "1, 3, 64, 1, 1, 3, 64",
    })
    void areAsNarrowAsFullSpeedAllows(int groups, int in, int out, int count, int each, int inEach, int outEach) {
        assertThat(Bundles.of(groups, in, out, Bundles.FULL_SPEED))
                .isEqualTo(new Bundles(count, each, inEach, outEach));
    }

    @Test
    void oneChannelIsEnoughForEveryGroupAlone() {
        assertThat(Bundles.of(32, 128, 256, 1)).isEqualTo(new Bundles(32, 1, 4, 8));
    }

    @ParameterizedTest
    @CsvSource({"3, 128, 128", "4, 8, 6", "4, 6, 8", "0, 8, 8", "-1, 8, 8"})
    void rejectsChannelsThatDoNotDivide(int groups, int in, int out) {
        assertThatThrownBy(() -> Bundles.of(groups, in, out, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(in + " input and " + out + " output channels")
                .hasMessageContaining(groups + " groups");
    }
}
