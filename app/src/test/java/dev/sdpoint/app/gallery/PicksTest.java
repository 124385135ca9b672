package dev.sdpoint.app.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PicksTest {
    /** Of {@link Small}: half {0, 3}, three-quarters {1, 5}, full {4}, never {2}; so the list reads 0 3 1 5 4 2. */
    private static Grouping all() {
        return Grouping.of(Small.source(), Criterion.TOP_1, GalleryFilter.NONE, 2);
    }

    @Test
    void aRangeFollowsTheOrderOfTheListAcrossGroups() {
        assertThat(images(Picks.between(all(), 3, 4))).containsExactly(3, 1, 5, 4);
        assertThat(images(Picks.between(all(), 4, 3))).containsExactly(3, 1, 5, 4);
        assertThat(Picks.between(all(), 2, 2).count()).isEqualTo(1);
    }

    @Test
    void aRangeFromAnImageThatIsNotShownIsTheOtherEnd() {
        assertThat(images(Picks.between(all(), 99, 5))).containsExactly(5);
        assertThat(Picks.between(all(), 5, 99).isEmpty()).isTrue();
    }

    @Test
    void togglesWithoutChangingWhatWasThere() {
        Picks two = Picks.of(1, 4);
        assertThat(two.toggled(4).count()).isEqualTo(1);
        assertThat(two.toggled(2).contains(2)).isTrue();
        assertThat(two.count()).isEqualTo(2);
        assertThat(two.contains(-1)).isFalse();
    }

    @Test
    void knowsHowManyAFilterHides() {
        Grouping ants = Grouping.of(Small.source(), Criterion.TOP_1, GalleryFilter.NONE.withTrueClass(0), 2);
        assertThat(Picks.of(0, 3, 4).hiddenBy(ants)).isEqualTo(2);
        assertThat(Picks.of(0, 3, 4).hiddenBy(all())).isZero();
    }

    @Test
    void groupsFromCheapToDearWithNeverLast() {
        assertThat(Picks.of(2, 4, 3, 0).grouped(Small.source(), Criterion.TOP_1))
                .extracting(Grouping.Group::rank)
                .containsExactly(0, 2, dev.sdpoint.engine.evaluation.MinimumCost.NEVER);
        assertThat(Picks.of(2, 4, 3, 0)
                        .grouped(Small.source(), Criterion.TOP_1)
                        .get(0)
                        .images())
                .containsExactly(0, 3);
    }

    @Test
    void anExportKeepsTheOrderOnScreen() {
        GallerySource uneven = Small.source(new float[] {0.9f, 0.6f, 0.2f, 0.7f, 0.8f, 0.5f});
        Picks some = Picks.of(0, 1, 3, 5);
        assertThat(ExportScope.selection(uneven, Criterion.TOP_1, some, ImageOrder.MARGIN)
                        .groups())
                .extracting(Grouping.Group::images)
                .as("the least certain first")
                .containsExactly(new int[] {3, 0}, new int[] {5, 1});
        assertThat(ExportScope.selection(uneven, Criterion.TOP_1, some, ImageOrder.INDEX)
                        .groups())
                .extracting(Grouping.Group::images)
                .containsExactly(new int[] {0, 3}, new int[] {1, 5});
    }

    private static int[] images(Picks picks) {
        return all().groups().stream()
                .flatMapToInt(g -> java.util.Arrays.stream(g.images()))
                .filter(picks::contains)
                .toArray();
    }
}
