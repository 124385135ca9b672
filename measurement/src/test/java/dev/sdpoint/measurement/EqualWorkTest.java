package dev.sdpoint.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EqualWorkTest {
    private static final float[] ANSWERS = {0.25f, 0.75f};

    private final List<String> timed = new ArrayList<>();

    private EqualWork.Way way(String name, long flops, float... answers) {
        return new EqualWork.Way(name, flops, () -> answers, () -> timed.add(name));
    }

    private Timings time(EqualWork.Way other) {
        return EqualWork.time(new Rounds(0, 1), List.of(way("ours", 100, ANSWERS), other));
    }

    @Test
    void equalWorkIsTimedInTurn() {
        time(way("another", 100, 0.25005f, 0.74995f));
        assertThat(timed).containsExactly("ours", "another");
    }

    @Test
    void fewerOperationsAreRefusedAndNothingIsTimed() {
        assertThatThrownBy(() -> time(way("another", 99, ANSWERS)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another: 99 operations an image, ours are 100");
        assertThat(timed).isEmpty();
    }

    @Test
    void otherAnswersAreRefusedAndNothingIsTimed() {
        assertThatThrownBy(() -> time(way("another", 100, 0.2502f, 0.7498f)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another: answers differ from ours by up to 0.00020");
        assertThat(timed).isEmpty();
    }

    @Test
    void fewerAnswersAndNoNumbersAreRefused() {
        assertThatThrownBy(() -> time(way("another", 100, 0.25f))).hasMessageContaining("has 1 answers, not 2");
        assertThatThrownBy(() -> time(way("another", 100, Float.NaN, 0.75f))).hasMessageContaining("NaN");
        assertThat(timed).isEmpty();
    }

    @Test
    void toleranceIsTheOneThatWasAskedFor() {
        assertThatCode(() -> Answers.requireAlike("another", ANSWERS, new float[] {0.26f, 0.74f}, 0.02))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> Answers.requireAlike("another", ANSWERS, new float[] {0.26f, 0.74f}, 1e-4))
                .hasMessageContaining("0.010");
    }
}
