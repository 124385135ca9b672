package dev.sdpoint.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.engine.data.LabeledImages;
import dev.sdpoint.engine.evaluation.Outcomes;
import org.junit.jupiter.api.Test;

/** Outcomes find their images by content. */
final class RecordedOutcomesTest {
    @Test
    void servesAnySelectionOfItsImagesInAnyOrder() {
        int side = 2;
        byte[] pixels = new byte[TestModels.IMAGES * side * side * 3];
        int[] labels = new int[TestModels.IMAGES];
        for (int i = 0; i < TestModels.IMAGES; i++) {
            pixels[i * side * side * 3] = (byte) (i / 2); // two images each are alike but for their label
            labels[i] = i % 2;
        }
        LabeledImages images = new LabeledImages(side, pixels, labels);
        Outcomes outcomes = TestModels.small().outcomes().outcomes();
        RecordedOutcomes recorded = RecordedOutcomes.of(images, outcomes);
        Outcomes chosen = recorded.forImages(images.subset(new int[] {5, 0, 5})).orElseThrow();
        assertThat(chosen.images()).isEqualTo(3);
        for (int instance = 0; instance < outcomes.instances().size(); instance++) {
            assertThat(chosen.trueProbability(0, instance)).isEqualTo(outcomes.trueProbability(5, instance));
            assertThat(chosen.predicted(1, instance)).isEqualTo(outcomes.predicted(0, instance));
            assertThat(chosen.trueRank(2, instance)).isEqualTo(outcomes.trueRank(5, instance));
        }
        labels[0] = 7;
        assertThat(recorded.forImages(new LabeledImages(side, pixels, labels))).isEmpty();
    }

    @Test
    void cannotBeChangedFromOutside() {
        RecordedOutcomes outcomes = TestModels.small().outcomes();
        long[] before = outcomes.digests();
        outcomes.digests()[0]++;
        outcomes.outcomes().predictedCells()[0]++;
        outcomes.outcomes().trueProbabilityCells()[0]++;
        outcomes.outcomes().trueRankCells()[0]++;
        assertThat(outcomes.digests()).isEqualTo(before);
        RecordedOutcomes fresh = TestModels.small().outcomes();
        assertThat(outcomes.outcomes().predicted(0, 0))
                .isEqualTo(fresh.outcomes().predicted(0, 0));
        assertThat(outcomes.outcomes().trueProbability(0, 0))
                .isEqualTo(fresh.outcomes().trueProbability(0, 0));
        assertThat(outcomes.outcomes().trueRank(0, 0))
                .isEqualTo(fresh.outcomes().trueRank(0, 0));
    }
}
