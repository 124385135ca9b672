package dev.sdpoint.app.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.engine.data.BundledCifar10;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.evaluation.MinimumCost;
import dev.sdpoint.engine.evaluation.Outcomes;
import dev.sdpoint.engine.evaluation.Sweep;
import dev.sdpoint.engine.model.SampleModels;
import dev.sdpoint.engine.model.SdpModel;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Groups against a second way of counting: for each image the least FLOPs of all instances that are right, straight from the raw
 * cells of the outcomes, without order, rank or {@link MinimumCost}.
 */
class GroupCountsTest {
    private static final long NEVER = Long.MAX_VALUE;

    @Test
    void ofTheBundledModel() throws Exception {
        DataSet data = BundledCifar10.load();
        SdpModel model = SampleModels.load();
        check(data, model.sweep(), model.outcomes().forImages(data.validation()).orElseThrow());
    }

    @Test
    void ofRandomAnswers() {
        DataSet data = SyntheticModel.data();
        SdpModel model = SyntheticModel.of(data);
        Outcomes known = model.outcomes().forImages(data.validation()).orElseThrow();
        int cells = known.images() * known.instances().size();
        for (int seed = 0; seed < 5; seed++) {
            Random random = new Random(seed);
            short[] predicted = new short[cells];
            float[] probability = new float[cells];
            short[] rank = new short[cells];
            for (int cell = 0; cell < cells; cell++) {
                rank[cell] = (short) random.nextInt(10);
            }
            check(data, model.sweep(), new Outcomes(known.instances(), known.images(), predicted, probability, rank));
        }
    }

    private static void check(DataSet data, Sweep sweep, Outcomes outcomes) {
        GallerySource source = new GallerySource(data, sweep, outcomes);
        for (Criterion criterion : Criterion.values()) {
            long[] least = leastFlops(sweep, outcomes, criterion == Criterion.TOP_1 ? 1 : 5);
            Map<Long, Integer> expected = new HashMap<>();
            for (long flops : least) {
                expected.merge(flops, 1, Integer::sum);
            }
            Grouping grouping = Grouping.of(source, criterion, GalleryFilter.NONE, 0);
            Map<Long, Integer> counts = new HashMap<>();
            int[] seen = new int[outcomes.images()];
            for (Grouping.Group group : grouping.groups()) {
                long flops =
                        group.never() ? NEVER : source.order().get(group.rank()).flops();
                counts.merge(flops, group.size(), Integer::sum);
                for (int image : group.images()) {
                    seen[image]++;
                    assertThat(least[image]).isEqualTo(flops);
                }
            }
            assertThat(counts).isEqualTo(expected).hasSizeGreaterThan(1);
            assertThat(seen).as("each image is in one group").containsOnly(1);
        }
    }

    private static long[] leastFlops(Sweep sweep, Outcomes outcomes, int guesses) {
        short[] rank = outcomes.trueRankCells();
        int images = outcomes.images();
        long[] least = new long[images];
        for (int image = 0; image < images; image++) {
            least[image] = NEVER;
            for (int instance = 0; instance < outcomes.instances().size(); instance++) {
                if (rank[instance * images + image] < guesses) {
                    long flops = sweep.of(outcomes.instances().get(instance)).flops();
                    least[image] = Math.min(least[image], flops);
                }
            }
        }
        return least;
    }
}
