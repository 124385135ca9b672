package dev.sdpoint.app.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.engine.cost.CostModel;
import dev.sdpoint.engine.network.NetworkPlan;
import dev.sdpoint.engine.network.WideResNet;
import dev.sdpoint.engine.sdpoint.Instance;
import org.junit.jupiter.api.Test;

class BlockWordsTest {
    private static final NetworkPlan PLAN = new WideResNet(10, 1, 10, 32).plan();

    private static String readout(Instance instance, int block) {
        NetworkProfile profile = NetworkProfile.of(PLAN, new CostModel(PLAN), instance);
        return BlockWords.readout(profile.blocks().get(block), profile.imageSide())
                .replace('\u00a0', ' ');
    }

    @Test
    void comparesWithFullResolution() {
        // Padding by hand: (23 · 2048 + 44 · 4096) / (144 · 6144), at full resolution (47 · 2048 + 92 · 4096) / (576 ·
        // 6144).
        assertThat(readout(Instance.of(1, 0.5), 3))
                .isEqualTo("Block 3 · receptive field 44×44 px, the whole image and more; 25×25 px at full resolution\n"
                        + "zero padding is 25.7 % of what its convolutions read at side 4; 13.4 % at full resolution");
    }

    @Test
    void isShortWhereNothingChanges() {
        assertThat(readout(Instance.of(1, 0.5), 1))
                .isEqualTo("Block 1 · receptive field 7×7 px, as at full resolution\n"
                        + "zero padding is 4.1 % of what its convolutions read at side 32, as at full resolution");
    }

    @Test
    void saysThatThePoolReadsNoPadding() {
        assertThat(readout(Instance.FULL, 4))
                .startsWith("Pool · receptive field 53×53 px, the whole image and more")
                .endsWith("no convolution wider than a pixel");
    }

    @Test
    void saysTheSameInFewWords() {
        NetworkProfile profile = NetworkProfile.of(PLAN, new CostModel(PLAN), Instance.of(1, 0.5));
        assertThat(profile.blocks().stream().map(BlockWords::readoutInShort).map(text -> text.replace('\u00a0', ' ')))
                .contains(
                        "Block 1 · receptive field 7×7 px\nzero padding: 4.1 % of what it reads",
                        "Block 3 · receptive field 44×44 px (in full 25×25 px)\n"
                                + "zero padding: 25.7 % (in full 13.4 %) of what it reads")
                .last()
                .asString()
                .startsWith("Pool · receptive field ")
                .endsWith("\nreads no padding");
    }
}
