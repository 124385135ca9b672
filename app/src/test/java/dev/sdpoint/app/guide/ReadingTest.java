package dev.sdpoint.app.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sdpoint.app.guide.Stretch.Caret;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What helps a reader, without a window: finding, going back, knowing the section, selecting, and how a table shares its width. */
class ReadingTest {
    private static final List<String> PASSAGES = List.of("The cost–error chart", "Error, error", "×0.5 of it");

    @Test
    void findsInAnyCaseAndAsPeopleType() {
        assertThat(Finder.find(PASSAGES, " ERROR "))
                .containsExactly(new Match(0, 9, 14), new Match(1, 0, 5), new Match(1, 7, 12));
        assertThat(Finder.find(PASSAGES, "cost-error  chart")).containsExactly(new Match(0, 4, 20));
        assertThat(Finder.find(PASSAGES, "x0.5")).containsExactly(new Match(2, 0, 4));
        assertThat(Finder.find(PASSAGES, "nothing")).isEmpty();
        assertThat(Finder.find(PASSAGES, "  ")).isEmpty();
        assertThat(Finder.find(List.of("aaaa"), "aa")).containsExactly(new Match(0, 0, 2), new Match(0, 2, 4));
    }

    @Test
    void theTrailLeadsBackAndForth() {
        Spot one = new Spot(1, 0);
        Spot two = new Spot(2, 0.5);
        Trail trail = new Trail();
        assertThat(trail.back(one)).isEmpty();
        trail.leave(one);
        trail.leave(one);
        assertThat(trail.back(two)).contains(one);
        assertThat(trail.hasBack())
                .as("who leaves twice from one spot goes back once")
                .isFalse();
        assertThat(trail.forward(one)).contains(two);
        assertThat(trail.back(two)).contains(one);
        trail.leave(one);
        assertThat(trail.hasForward())
                .as("a new way makes the old one forgotten")
                .isFalse();
    }

    @Test
    void theSectionIsTheHeadingAboveTheLine() {
        List<Double> tops = List.of(24.0, 100.0, 300.0);
        assertThat(Outline.at(tops, 0, false)).isEqualTo(-1);
        assertThat(Outline.at(tops, 24, false)).isZero();
        assertThat(Outline.at(tops, 299, false)).isEqualTo(1);
        assertThat(Outline.at(tops, 1_000, false)).isEqualTo(2);
        assertThat(Outline.at(tops, 101, true)).isEqualTo(2);
    }

    @Test
    void aSelectionReachesOverPassagesInBothDirections() {
        Stretch down = new Stretch(new Caret(0, 4), new Caret(2, 4));
        Stretch up = new Stretch(new Caret(2, 4), new Caret(0, 4));
        for (Stretch stretch : List.of(down, up)) {
            assertThat(stretch.text(PASSAGES)).isEqualTo("cost–error chart\nError, error\n×0.5");
            assertThat(stretch.from(0, 20)).isEqualTo(4);
            assertThat(stretch.to(0, 20)).isEqualTo(20);
            assertThat(stretch.to(2, 10)).isEqualTo(4);
            assertThat(stretch.from(3, 10)).as("nothing of the next one").isGreaterThanOrEqualTo(stretch.to(3, 10));
        }
        assertThat(new Stretch(new Caret(1, 0), new Caret(1, 5)).text(PASSAGES)).isEqualTo("Error");
        assertThat(Stretch.NONE.isEmpty()).isTrue();
    }

    @Test
    void aDoubleClickSelectsAWord() {
        assertThat(Stretch.word(new Caret(1, 2), "Error, error").text(PASSAGES)).isEqualTo("Error");
        assertThat(Stretch.word(new Caret(1, 7), "Error, error").text(PASSAGES)).isEqualTo("error");
        assertThat(Stretch.word(new Caret(1, 12), "Error, error").text(PASSAGES))
                .isEqualTo("error");
        assertThat(Stretch.word(new Caret(1, 0), "").isEmpty()).isTrue();
    }

    @Test
    void columnsGetWhatTheyNeedAndShareTheRest() {
        assertThat(ColumnWidths.share(new double[] {100, 900}, 500)).containsExactly(100, 400);
        assertThat(ColumnWidths.share(new double[] {100, 200}, 500)).containsExactly(100, 400);
        assertThat(ColumnWidths.share(new double[] {900, 900}, 500)).containsExactly(250, 250);
        // A third is 200: the first two need less, and what is left of theirs is the third one's.
        assertThat(ColumnWidths.share(new double[] {190, 100, 900}, 600))
                .containsExactly(new double[] {190, 100, 310}, within(1e-9));
        assertThat(ColumnWidths.share(new double[0], 600)).isEmpty();
    }
}
