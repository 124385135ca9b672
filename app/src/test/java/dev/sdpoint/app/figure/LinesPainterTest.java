package dev.sdpoint.app.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sdpoint.app.figure.Series.Mark;
import java.util.List;
import org.jfree.data.Range;
import org.junit.jupiter.api.Test;

final class LinesPainterTest {
    private static List<Series> series(Mark... marks) {
        return List.of(new Series("s", Series.Style.POINTS, Ink.BLUE, List.of(marks)));
    }

    @Test
    void errorBarsFitAndSharesDoNotBeginBelowZero() {
        Range range = LinesPainter.range(
                Axis.percent("error"), series(new Mark(1, 1, 1, 1, ""), new Mark(2, 8, 2, 1, "")), true);

        assertThat(range.getLowerBound()).isZero();
        assertThat(range.getUpperBound()).isGreaterThan(10).isLessThan(11);
    }

    @Test
    void whatWasAskedForIsShown() {
        Axis axis = Axis.linear("x").within(Double.NaN, 5);

        assertThat(LinesPainter.range(axis, series(Mark.of(1, 9), Mark.of(4, 9)), false)
                        .getUpperBound())
                .isEqualTo(5);
    }

    @Test
    void aLogarithmicAxisHasRoomByFactors() {
        Range range = LinesPainter.range(Axis.logarithmic("x"), series(Mark.of(1, 1), Mark.of(100, 1)), false);

        assertThat(range.getLowerBound() * range.getUpperBound()).isCloseTo(100, within(1e-9));
        assertThat(range.getLowerBound()).isPositive().isLessThan(1);
        assertThatThrownBy(() -> Axis.logarithmic("x").within(0, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void oneValueAndNoneCanBeDrawn() {
        assertThat(LinesPainter.range(Axis.linear("x"), series(Mark.of(3, 0)), false)
                        .contains(3))
                .isTrue();
        assertThat(LinesPainter.range(Axis.linear("x"), List.of(), false).getLength())
                .isPositive();
    }

    @Test
    void ticksAreRoundAndNotTooMany() {
        assertThat(AxisTicks.unit(4.7, 8, "").getSize()).isEqualTo(1);
        assertThat(AxisTicks.unit(0.13, 9, "").getSize()).isCloseTo(0.02, within(1e-12));
        assertThat(AxisTicks.unit(0.13, 9, " %").valueToString(0.1)).isEqualTo("0.10 %");
        assertThat(AxisTicks.unit(450, 9, "").getSize()).isEqualTo(50);
    }
}
