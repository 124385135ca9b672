package dev.sdpoint.app.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sdpoint.app.gallery.GalleryFilter.Verdict;
import dev.sdpoint.engine.evaluation.MinimumCost;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Ranges, chips, orders and remedies, on the images of {@link Small}. */
class FilterTest {
    private static final int FULL = 2;
    private final GallerySource source = Small.source();

    private Grouping filtered(GalleryFilter filter) {
        return Grouping.of(source, Criterion.TOP_1, filter, FULL);
    }

    private static List<String> groups(Grouping grouping) {
        return grouping.groups().stream()
                .map(g -> g.rank() + "=" + Arrays.toString(g.images()))
                .toList();
    }

    private GalleryFilter range(double low, double high) {
        return GalleryFilter.NONE.withRange(new CostRange(low, high));
    }

    @Test
    void aRangeOfCostsHasBothItsEndsAndNoImageThatIsNeverRight() {
        // costs are 0.4, 0.7 and 1 of the full network's
        assertThat(groups(filtered(range(0.4, 0.7)))).containsExactly("0=[0, 3]", "1=[1, 5]");
        assertThat(groups(filtered(range(0.41, 0.69)))).isEmpty();
        assertThat(groups(filtered(range(0.7, 1)))).containsExactly("1=[1, 5]", "2=[4]");
        assertThat(groups(filtered(range(0, 5)))).containsExactly("0=[0, 3]", "1=[1, 5]", "2=[4]");
        assertThat(filtered(GalleryFilter.NONE.withRange(CostRange.ALL)).shown())
                .isEqualTo(6);
    }

    @Test
    void refusesWhatIsNoRange() {
        assertThatThrownBy(() -> new CostRange(0.5, 0.4)).hasMessageContaining("0.5 to 0.4");
        assertThatThrownBy(() -> new CostRange(Double.NaN, 1)).hasMessageContaining("NaN");
    }

    @Test
    void picksOutImagesOfAComparison() {
        BitSet moved = new BitSet();
        moved.set(2);
        moved.set(5);
        assertThat(groups(filtered(GalleryFilter.NONE.withPicked(new Picked("moved", moved)))))
                .containsExactly("1=[5]", "-1=[2]");
    }

    @Test
    void everyRestrictionIsAChipThatTakesAwayOnlyItself() {
        GalleryFilter filter = GalleryFilter.NONE
                .withSearch(" cow ")
                .withTrueClass(2)
                .withPredictedClass(0)
                .withVerdict(Verdict.WRONG)
                .withNonMonotoneOnly(true)
                .withRange(new CostRange(0.4, 0.7))
                .withLeastCost(1)
                .withPicked(new Picked("became dearer", new BitSet()));
        List<FilterChip> chips = FilterChip.of(filter, source);
        assertThat(chips)
                .extracting(FilterChip::text)
                .containsExactly(
                        "“cow”",
                        "class: cow",
                        "predicted: ant",
                        "wrong only",
                        "non-monotone",
                        "cost: 40 – 70\u00a0% of full",
                        "least cost: 0.700 GFLOPs",
                        "became dearer");
        for (int i = 0; i < chips.size(); i++) {
            List<FilterChip> left = FilterChip.of(chips.get(i).without(), source);
            assertThat(left)
                    .hasSize(7)
                    .extracting(FilterChip::text)
                    .doesNotContain(chips.get(i).text());
        }
        assertThat(FilterChip.of(GalleryFilter.NONE, source)).isEmpty();
        assertThat(FilterChip.of(GalleryFilter.NONE.withLeastCost(MinimumCost.NEVER), source))
                .extracting(FilterChip::text)
                .containsExactly("never right");
    }

    @Test
    void namesTheRestrictionThatHidesMost() {
        // ants that are never right: none. Without the class there is image 2; without "never" there are the ants 0 and
        // 1.
        GalleryFilter nothing = GalleryFilter.NONE.withTrueClass(0).withLeastCost(MinimumCost.NEVER);
        Remedy remedy = Remedy.of(source, Criterion.TOP_1, FilterChip.of(nothing, source), FULL)
                .orElseThrow();
        assertThat(remedy.action()).isEqualTo("Remove never right");
        assertThat(remedy.sentence()).endsWith("Without never right there would be 2 images.");
        assertThat(filtered(remedy.filter()).shown()).isEqualTo(2);
        GalleryFilter alone = GalleryFilter.NONE.withSearch("zebra");
        assertThat(Remedy.of(source, Criterion.TOP_1, FilterChip.of(alone, source), FULL))
                .isEmpty();
    }

    @Test
    void ordersImagesWithinTheirGroups() {
        // p(true) is 0.75 where right and 0.25 where wrong: equals stay in the order of the data set
        Grouping byMargin = filtered(GalleryFilter.NONE).ordered(ImageOrder.MARGIN, source);
        assertThat(groups(byMargin)).containsExactly("0=[0, 3]", "1=[1, 5]", "2=[4]", "-1=[2]");
        float[] certain = {0.9f, 0.6f, 0.2f, 0.7f, 0.8f, 0.5f};
        GallerySource uneven = Small.source(certain);
        Grouping uncertainFirst =
                Grouping.of(uneven, Criterion.TOP_1, GalleryFilter.NONE, FULL).ordered(ImageOrder.MARGIN, uneven);
        assertThat(groups(uncertainFirst)).containsExactly("0=[3, 0]", "1=[5, 1]", "2=[4]", "-1=[2]");
        Grouping.Group swapped = uncertainFirst.groups().get(0);
        assertThat(swapped.indexOf(3)).isZero();
        assertThat(swapped.indexOf(0)).isEqualTo(1);
        assertThat(swapped.indexOf(1)).isNegative();
        RowLayout layout = new RowLayout(uncertainFirst, 1, 1);
        assertThat(layout.move(3, RowLayout.Move.RIGHT, 1)).hasValue(0);
        assertThat(layout.rowOf(0)).hasValue(2);
    }

    @Test
    void sortsAreShownWithTheirChips() {
        Sorted.Wish wish = new Sorted.Wish(
                source, Criterion.TOP_1, GalleryFilter.NONE.withTrueClass(0).withLeastCost(2), ImageOrder.INDEX, FULL);
        Sorted sorted = Sorted.of(wish, false);
        assertThat(sorted.grouping().shown()).isZero();
        assertThat(sorted.chips()).hasSize(2);
        assertThat(sorted.remedy()).isPresent();
        assertThat(sorted.summary()).isEqualTo(Optional.empty());
    }
}
