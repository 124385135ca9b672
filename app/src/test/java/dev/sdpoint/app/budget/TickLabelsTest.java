package dev.sdpoint.app.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.budget.TickLabels.Place;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TickLabelsTest {
    @Test
    void centresLabelsOnTheirTicksWhereThereIsRoom() {
        List<Place> places = TickLabels.layout(new double[] {50, 150, 250}, new double[] {40, 40, 40}, 300, 8, 2, -1);
        assertThat(places).containsExactly(new Place(30, 0), new Place(130, 0), new Place(230, 0));
    }

    @Test
    void movesLabelsAtTheEndsInwards() {
        List<Place> places = TickLabels.layout(new double[] {0, 300}, new double[] {40, 40}, 300, 8, 1, -1);
        assertThat(places).containsExactly(new Place(0, 0), new Place(260, 0));
    }

    @Test
    void staggersALabelThatWouldTouchAndLeavesOffTheNext() {
        // Ends first: 0…40 and 260…300. Then 140…180, then 150…190 below it, then 160…200 nowhere.
        List<Place> places = TickLabels.layout(
                new double[] {0, 160, 170, 180, 300}, new double[] {40, 40, 40, 40, 40}, 300, 8, 2, -1);
        assertThat(places.get(1)).isEqualTo(new Place(140, 0));
        assertThat(places.get(2)).isEqualTo(new Place(150, 1));
        assertThat(places.get(3).row()).isEqualTo(TickLabels.NO_ROW);
    }

    @Test
    void keepsTheGap() {
        // 40 wide at 50 and 97: 30…70 and 77…117 are 7 apart, one less than the gap.
        List<Place> near = TickLabels.layout(new double[] {50, 97}, new double[] {40, 40}, 300, 8, 1, -1);
        List<Place> apart = TickLabels.layout(new double[] {50, 98}, new double[] {40, 40}, 300, 8, 1, -1);
        assertThat(near.get(1).row()).isEqualTo(TickLabels.NO_ROW);
        assertThat(apart.get(1).row()).isZero();
    }

    @Test
    void placesTheChosenLabelBeforeAllOthers() {
        List<Place> places = TickLabels.layout(new double[] {0, 20, 300}, new double[] {40, 40, 40}, 300, 8, 1, 1);
        assertThat(places.get(1)).isEqualTo(new Place(0, 0));
        assertThat(places.get(0).row()).isEqualTo(TickLabels.NO_ROW);
    }

    @Test
    void neverLetsTwoLabelsTouch() {
        Random random = new Random(1);
        for (int round = 0; round < 200; round++) {
            double[] centers =
                    random.doubles(1 + random.nextInt(60), 0, 600).sorted().toArray();
            double[] widths = random.doubles(centers.length, 20, 60).toArray();
            List<Place> places = TickLabels.layout(centers, widths, 600, 6, 2, random.nextInt(centers.length));
            for (int i = 0; i < centers.length; i++) {
                for (int j = 0; j < i; j++) {
                    Place a = places.get(i);
                    Place b = places.get(j);
                    boolean apart = a.left() >= b.left() + widths[j] + 6 || b.left() >= a.left() + widths[i] + 6;
                    assertThat(a.row() == TickLabels.NO_ROW || a.row() != b.row() || apart)
                            .isTrue();
                }
            }
        }
    }
}
