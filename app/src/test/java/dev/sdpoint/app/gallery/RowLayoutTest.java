package dev.sdpoint.app.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.gallery.Grouping.Group;
import dev.sdpoint.app.gallery.RowLayout.Header;
import dev.sdpoint.app.gallery.RowLayout.Move;
import dev.sdpoint.app.gallery.RowLayout.Slice;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowLayoutTest {
    /** In three columns: 0 2 4 / 6 8, then 1, then 3 5 7 / 9 10 11 / 12. */
    private static final Grouping GROUPING = new Grouping(
            List.of(new Group(0, new int[] {0, 2, 4, 6, 8}), new Group(2, new int[] {1}), new Group(-1, new int[] {
                3, 5, 7, 9, 10, 11, 12
            })),
            13,
            13,
            1);

    private final RowLayout layout = new RowLayout(GROUPING, 3, 1);

    private int move(int image, Move move) {
        return layout.move(image, move, 2).orElse(-1);
    }

    @Test
    void theNextTitlePushesTheOneOnTopOut() {
        // The title of the second group is row 3, at pixel 30 of the content.
        assertThat(layout.titleShift(0, 0, 10)).isZero();
        assertThat(layout.titleShift(0, 20, 10)).as("touches").isZero();
        assertThat(layout.titleShift(0, 24, 10)).isEqualTo(-4);
        assertThat(layout.titleShift(0, 30, 10)).as("gone").isEqualTo(-10);
        assertThat(layout.titleShift(1, 30, 10)).isZero();
        assertThat(layout.titleShift(2, 85, 10)).as("nothing follows the last").isZero();
    }

    @Test
    void putsAHeaderAboveTheLinesOfEachGroup() {
        assertThat(layout.rows())
                .containsExactly(
                        new Header(0),
                        new Slice(0, 0, 3, 0),
                        new Slice(0, 3, 5, 0),
                        new Header(1),
                        new Slice(1, 0, 1, 0),
                        new Header(2),
                        new Slice(2, 0, 3, 0),
                        new Slice(2, 3, 6, 0),
                        new Slice(2, 6, 7, 0));
    }

    @Test
    void cutsLargeThumbnailsIntoSlices() {
        RowLayout large = new RowLayout(GROUPING, 3, 2);
        assertThat(large.rows().subList(0, 5))
                .containsExactly(
                        new Header(0),
                        new Slice(0, 0, 3, 0),
                        new Slice(0, 0, 3, 1),
                        new Slice(0, 3, 5, 0),
                        new Slice(0, 3, 5, 1));
        assertThat(large.rowOf(8)).hasValue(3);
        assertThat(large.rowOf(1)).hasValue(6);
        assertThat(large.rowOf(12)).hasValue(13);
        assertThat(large.rows()).hasSize(3 + 2 * 6);
    }

    @Test
    void findsImagesByPlaceAndPlacesByImage() {
        assertThat(layout.rowOf(0)).hasValue(1);
        assertThat(layout.rowOf(8)).hasValue(2);
        assertThat(layout.rowOf(12)).hasValue(8);
        assertThat(layout.rowOf(99)).isEmpty();
        assertThat(layout.imageAt(layout.rows().get(2), 1)).hasValue(8);
        assertThat(layout.imageAt(layout.rows().get(2), 2))
                .as("right of the last")
                .isEmpty();
        assertThat(layout.imageAt(layout.rows().get(2), -1)).isEmpty();
        assertThat(layout.imageAt(layout.rows().get(0), 0)).as("a header").isEmpty();
        assertThat(layout.columnIn(layout.rows().get(7), 10)).hasValue(1);
        assertThat(layout.columnIn(layout.rows().get(6), 10)).isEmpty();
    }

    @Test
    void movesAcrossGroups() {
        assertThat(move(8, Move.RIGHT)).isEqualTo(1);
        assertThat(move(1, Move.LEFT)).isEqualTo(8);
        assertThat(move(0, Move.LEFT)).isZero();
        assertThat(move(12, Move.RIGHT)).isEqualTo(12);
        assertThat(move(0, Move.END)).isEqualTo(12);
        assertThat(move(12, Move.HOME)).isZero();
    }

    @Test
    void movesUpAndDownInColumns() {
        assertThat(move(2, Move.DOWN)).isEqualTo(8);
        assertThat(move(4, Move.DOWN)).as("the line below is shorter").isEqualTo(8);
        assertThat(move(8, Move.DOWN)).isEqualTo(1);
        assertThat(move(1, Move.DOWN)).isEqualTo(3);
        assertThat(move(11, Move.DOWN)).isEqualTo(12);
        assertThat(move(12, Move.DOWN)).isEqualTo(12);
        assertThat(move(7, Move.UP)).isEqualTo(1);
        assertThat(move(1, Move.UP)).isEqualTo(6);
        assertThat(move(2, Move.UP)).isEqualTo(2);
    }

    @Test
    void movesByPages() {
        assertThat(move(2, Move.PAGE_DOWN)).isEqualTo(1);
        assertThat(move(12, Move.PAGE_UP)).isEqualTo(3);
        assertThat(move(12, Move.PAGE_DOWN)).isEqualTo(12);
    }

    @Test
    void startsAtTheFirstImage() {
        assertThat(move(-1, Move.DOWN)).isZero();
        assertThat(move(99, Move.END)).isZero();
        assertThat(RowLayout.EMPTY.move(-1, Move.DOWN, 1)).isEmpty();
    }

    @Test
    void enlargesByWholeNumbersAndReducesLargePictures() {
        assertThat(ThumbSize.S.thumb(32)).isEqualTo(32);
        assertThat(ThumbSize.M.thumb(32)).isEqualTo(64);
        assertThat(ThumbSize.L.thumb(32)).isEqualTo(96);
        assertThat(ThumbSize.M.thumb(28)).isEqualTo(56);
        assertThat(ThumbSize.L.thumb(224)).isEqualTo(96);
        assertThat(ThumbSize.S.slices(32)).isEqualTo(1);
        assertThat(ThumbSize.M.slices(32)).isEqualTo(2);
        assertThat(ThumbSize.L.slices(32)).isEqualTo(3);
        assertThat(ThumbSize.M.pitch(32)).isEqualTo(72);
        assertThat(ThumbSize.M.margin(32)).isEqualTo(4);
    }

    @Test
    void fitsColumnsToTheWidth() {
        assertThat(ThumbSize.M.columns(4 + 72 * 10, 32)).isEqualTo(10);
        assertThat(ThumbSize.M.columns(4 + 72 * 10 - 1, 32)).isEqualTo(9);
        assertThat(ThumbSize.M.columns(0, 32)).isEqualTo(1);
    }
}
