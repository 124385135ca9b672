package dev.sdpoint.app.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sdpoint.app.gallery.GalleryFilter.Verdict;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.data.LabeledImages;
import dev.sdpoint.engine.evaluation.MinimumCost;
import dev.sdpoint.engine.evaluation.Outcomes;
import dev.sdpoint.engine.evaluation.Sweep;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.sdpoint.InstanceSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupingTest {
    private static final int FULL = 2;
    private static final int HALF = 0;
    private final GallerySource source = Small.source();

    private static List<String> groups(Grouping grouping) {
        return grouping.groups().stream()
                .map(g -> g.rank() + "=" + Arrays.toString(g.images()))
                .toList();
    }

    private Grouping filtered(GalleryFilter filter, int selectedRank) {
        return Grouping.of(source, Criterion.TOP_1, filter, selectedRank);
    }

    @Test
    void groupsByLeastCostCheapestFirstNeverLast() {
        Grouping all = filtered(GalleryFilter.NONE, FULL);
        assertThat(groups(all)).containsExactly("0=[0, 3]", "1=[1, 5]", "2=[4]", "-1=[2]");
        assertThat(all.shown()).isEqualTo(6);
        assertThat(all.withoutImages()).isZero();
        assertThat(all.share(all.groups().get(0))).isEqualTo(2 / 6.0);
    }

    @Test
    void ranksGoFromCheapToDearWhateverTheOrderOfTheOutcomes() {
        assertThat(source.order())
                .extracting(s -> s.instance())
                .containsExactly(Small.HALF, Small.THREE_QUARTERS, Instance.FULL);
        assertThat(source.rank(Instance.FULL)).isEqualTo(FULL);
        assertThat(source.rank(Instance.of(9, 0.5)))
                .as("an instance of another model")
                .isEqualTo(FULL);
    }

    @Test
    void topFiveOfThreeClassesIsAlwaysRight() {
        Grouping all = Grouping.of(source, Criterion.TOP_5, GalleryFilter.NONE, FULL);
        assertThat(groups(all)).containsExactly("0=[0, 1, 2, 3, 4, 5]");
        assertThat(all.withoutImages()).isEqualTo(2);
    }

    @Test
    void filtersByTrueClassAndLeavesEmptyGroupsOut() {
        Grouping bees = filtered(GalleryFilter.NONE.withTrueClass(1), FULL);
        assertThat(groups(bees)).containsExactly("0=[3]", "-1=[2]");
        assertThat(bees.shown()).isEqualTo(2);
        assertThat(bees.all()).isEqualTo(6);
        assertThat(bees.withoutImages()).isEqualTo(2);
        assertThat(bees.share(bees.groups().get(0))).isEqualTo(0.5);
    }

    @Test
    void filtersByPredictedClassUnderTheSelectedInstance() {
        // Under the half instance: ant 0; bee 3 and the ant 1; cow: the bee 2; the cows 4 and 5 are taken for ants.
        assertThat(groups(filtered(GalleryFilter.NONE.withPredictedClass(0), HALF)))
                .containsExactly("0=[0]", "1=[5]", "2=[4]");
        assertThat(groups(filtered(GalleryFilter.NONE.withPredictedClass(0), FULL)))
                .containsExactly("0=[0]", "1=[1, 5]");
    }

    @Test
    void filtersByVerdictUnderTheSelectedInstance() {
        assertThat(groups(filtered(GalleryFilter.NONE.withVerdict(Verdict.RIGHT), HALF)))
                .containsExactly("0=[0, 3]");
        assertThat(groups(filtered(GalleryFilter.NONE.withVerdict(Verdict.WRONG), FULL)))
                .containsExactly("1=[5]", "-1=[2]");
    }

    @Test
    void filtersNonMonotoneImagesAndGroups() {
        assertThat(groups(filtered(GalleryFilter.NONE.withNonMonotoneOnly(true), FULL)))
                .containsExactly("0=[3]", "1=[5]");
        assertThat(groups(filtered(GalleryFilter.NONE.withLeastCost(MinimumCost.NEVER), FULL)))
                .containsExactly("-1=[2]");
        assertThat(groups(filtered(GalleryFilter.NONE.withLeastCost(1).withTrueClass(2), FULL)))
                .containsExactly("1=[5]");
    }

    @Test
    void searchesClassNamesAndNumbers() {
        assertThat(groups(filtered(GalleryFilter.NONE.withSearch(" COW "), FULL)))
                .containsExactly("1=[5]", "2=[4]");
        assertThat(groups(filtered(GalleryFilter.NONE.withSearch("e"), FULL))).containsExactly("0=[3]", "-1=[2]");
        assertThat(groups(filtered(GalleryFilter.NONE.withSearch("#4"), FULL))).containsExactly("2=[4]");
        assertThat(groups(filtered(GalleryFilter.NONE.withSearch("4"), FULL))).containsExactly("2=[4]");
        assertThat(filtered(GalleryFilter.NONE.withSearch("zebra"), FULL).groups())
                .isEmpty();
        assertThat(filtered(GalleryFilter.NONE.withSearch("99999999999"), FULL).groups())
                .isEmpty();
    }

    @Test
    void knowsWhatDependsOnTheInstanceAndWhatShowsAll() {
        assertThat(GalleryFilter.NONE.showsAll()).isTrue();
        assertThat(GalleryFilter.NONE.withSearch(" ").showsAll()).isTrue();
        assertThat(GalleryFilter.NONE.withSearch("x").showsAll()).isFalse();
        assertThat(GalleryFilter.NONE.withLeastCost(MinimumCost.NEVER).showsAll())
                .isFalse();
        assertThat(GalleryFilter.NONE.withTrueClass(1).dependsOnInstance()).isFalse();
        assertThat(GalleryFilter.NONE.withPredictedClass(1).dependsOnInstance()).isTrue();
        assertThat(GalleryFilter.NONE.withVerdict(Verdict.WRONG).dependsOnInstance())
                .isTrue();
    }

    @Test
    void sumsUp() {
        Summary summary = Summary.of(source, Criterion.TOP_1);
        assertThat(summary.images()).isEqualTo(6);
        assertThat(summary.rightAtCheapest()).isEqualTo(2 / 6.0);
        assertThat(summary.never()).isEqualTo(1 / 6.0);
        assertThat(summary.nonMonotone()).isEqualTo(2 / 6.0);
        assertThat(summary.best().instance()).isEqualTo(Instance.FULL);
        assertThat(summary.bestError()).isEqualTo(2 / 6.0);
    }

    @Test
    void countsClassesByLeastCost() {
        CostClassTable table = new CostClassTable(source, Criterion.TOP_1);
        assertThat(table.columns()).isEqualTo(4);
        assertThat(IntStream.range(0, 4).map(table::rank).toArray()).containsExactly(0, 1, 2, MinimumCost.NEVER);
        int[][] expected = {{1, 1, 0, 0}, {1, 0, 0, 1}, {0, 1, 1, 0}};
        for (int c = 0; c < 3; c++) {
            for (int column = 0; column < 4; column++) {
                assertThat(table.count(c, column)).isEqualTo(expected[c][column]);
            }
        }
        assertThat(table.largest()).isEqualTo(1);
    }

    @Test
    void refusesAnswersForOtherImages() {
        assertThatThrownBy(() -> new GallerySource(
                        Small.data(), Small.sweep(), Small.outcomes().select(new int[] {0, 1})))
                .hasMessageContaining("2 images")
                .hasMessageContaining("Run the sweep again");
    }

    @Test
    void filtersFiftyThousandImagesFast() {
        int images = 50_000;
        List<Instance> instances =
                InstanceSpace.of(12, InstanceSpace.PAPER_RATIOS).instances();
        GallerySource large = Random50k.source(images, instances);
        GalleryFilter filter = GalleryFilter.NONE
                .withPredictedClass(3)
                .withVerdict(Verdict.WRONG)
                .withNonMonotoneOnly(true)
                .withSearch("class");
        List<Long> millis = new ArrayList<>();
        for (int i = 0; i < 20; i++) { // a busy machine does not hold all of them up
            long start = System.nanoTime();
            Grouping grouping = Grouping.of(large, Criterion.TOP_1, filter, 4);
            millis.add((System.nanoTime() - start) / 1_000_000);
            assertThat(grouping.shown()).isPositive();
        }
        assertThat(millis.stream().mapToLong(m -> m).min().orElseThrow()).isLessThan(200);
    }

    /** Answers drawn at random for a large set of one-pixel images. */
    private static final class Random50k {
        static GallerySource source(int images, List<Instance> instances) {
            Random random = new Random(5);
            int cells = images * instances.size();
            short[] predicted = new short[cells];
            float[] probability = new float[cells];
            short[] rank = new short[cells];
            for (int cell = 0; cell < cells; cell++) {
                int label = cell % images % 10;
                boolean right = random.nextInt(10) < 7;
                predicted[cell] = (short) (right ? label : (label + 1 + random.nextInt(9)) % 10);
                rank[cell] = (short) (right ? 0 : 1);
            }
            int[] labels = IntStream.range(0, images).map(i -> i % 10).toArray();
            LabeledImages pictures = new LabeledImages(1, new byte[images * 3], labels);
            List<String> names =
                    IntStream.range(0, 10).mapToObj(i -> "class " + i).toList();
            Sweep sweep = new Sweep(
                    images,
                    instances.stream()
                            .map(i -> new dev.sdpoint.engine.evaluation.InstanceScore(
                                    i, (long) (i.ratio() * 1e9) + i.point(), i.ratio(), 0.3, 0, 1, Double.NaN))
                            .toList());
            return new GallerySource(
                    DataSet.of("large", "Large", names, pictures, pictures),
                    sweep,
                    new Outcomes(instances, images, predicted, probability, rank));
        }
    }
}
