package dev.sdpoint.engine.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sdpoint.engine.sdpoint.Instance;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomesTest {
    private static final List<Instance> TWO = List.of(Instance.FULL, Instance.of(1, 0.5));

    /** Two instances, three images. */
    private static Outcomes outcomes() {
        return new Outcomes(
                TWO, 3, new short[] {7, 1, 2, 3, 4, 5}, new float[] {0.9f, 0.1f, 0.2f, 0.3f, 0.4f, 0.5f}, new short[] {
                    0, 1, 5, 4, 3, 0
                });
    }

    @Test
    void cellsAreFoundByImageAndInstance() {
        Outcomes outcomes = outcomes();
        assertThat(outcomes.images()).isEqualTo(3);
        assertThat(outcomes.instances()).isEqualTo(TWO);
        assertThat(outcomes.predicted(0, 0)).isEqualTo(7);
        assertThat(outcomes.predicted(2, 1)).isEqualTo(5);
        assertThat(outcomes.trueProbability(1, 0)).isEqualTo(0.1f);
        assertThat(outcomes.trueRank(0, 1)).isEqualTo(4);
    }

    @Test
    void rightMeansAmongTheFirstGuesses() {
        Outcomes outcomes = outcomes();
        assertThat(outcomes.right(0, 0, 1)).isTrue();
        assertThat(outcomes.right(1, 0, 1)).isFalse();
        assertThat(outcomes.right(1, 0, 2)).isTrue();
        assertThat(outcomes.right(0, 1, 5)).isTrue();
        assertThat(outcomes.right(2, 0, 5)).isFalse();
    }

    @Test
    void selectsImagesInTheOrderGiven() {
        Outcomes chosen = outcomes().select(new int[] {2, 0, 2});
        assertThat(chosen.images()).isEqualTo(3);
        assertThat(chosen.instances()).isEqualTo(TWO);
        assertThat(chosen.predicted(0, 0)).isEqualTo(2);
        assertThat(chosen.predicted(1, 0)).isEqualTo(7);
        assertThat(chosen.predicted(2, 1)).isEqualTo(5);
        assertThat(chosen.trueProbability(1, 1)).isEqualTo(0.3f);
        assertThat(chosen.trueRank(0, 0)).isEqualTo(5);
    }

    @Test
    void laterChangesOfTheArraysDoNotReachIt() {
        short[] predicted = {1, 2};
        Outcomes outcomes = new Outcomes(List.of(Instance.FULL), 2, predicted, new float[2], new short[2]);
        predicted[0] = 9;
        assertThat(outcomes.predicted(0, 0)).isEqualTo(1);
    }

    @Test
    void rejectsImagesThatAreNotThere() {
        assertThatThrownBy(() -> outcomes().predicted(3, 0))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("image 3 of 3");
        assertThatThrownBy(() -> outcomes().predicted(-1, 1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> outcomes().select(new int[] {0, 3})).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void rejectsInstancesThatAreNotThere() {
        assertThatThrownBy(() -> outcomes().predicted(0, 2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> outcomes().predicted(2, -1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void rejectsArraysThatDoNotAgree() {
        assertThatThrownBy(() -> new Outcomes(TWO, 3, new short[6], new float[6], new short[5]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("outcomes of 2 instances and 3 images need 6 cells");
    }
}
