package dev.sdpoint.app.budget.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sdpoint.engine.inference.StreamTarget;
import org.junit.jupiter.api.Test;

class TargetUnitTest {
    @Test
    void readsNumbersInItsUnit() {
        assertThat(TargetUnit.MILLIS.parse(" 7.5 ")).isEqualTo(new StreamTarget.MillisPerImage(7.5));
        assertThat(TargetUnit.MILLIS.parse("0,00001")).isEqualTo(new StreamTarget.MillisPerImage(0.00001));
        assertThat(TargetUnit.FPS.parse("30")).isEqualTo(new StreamTarget.FramesPerSecond(30));
        assertThat(TargetUnit.FREE.parse("25")).isEqualTo(new StreamTarget.FreeCpu(0.25));
    }

    @Test
    void saysWhatIsAllowed() {
        for (String wrong : new String[] {"0", "-3", "fast", "", "NaN", "1e300", "100.5"}) {
            assertThatThrownBy(() -> TargetUnit.FREE.parse(wrong))
                    .as(wrong)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Enter a number above 0, up to 99.");
        }
    }

    @Test
    void imagesComeAtTheirOwnRateWhereTheTargetNeedsOne() {
        assertThat(TargetUnit.FPS
                        .pace(new StreamTarget.FramesPerSecond(24), 0.5)
                        .framesPerSecond())
                .isEqualTo(24);
        assertThat(TargetUnit.FREE.pace(new StreamTarget.FreeCpu(0.5), 0.5).framesPerSecond())
                .isEqualTo(10);
        assertThat(TargetUnit.MILLIS
                        .pace(new StreamTarget.MillisPerImage(5), 0.5)
                        .framesPerSecond())
                .isZero();
    }

    @Test
    void refusesACommaThatMayStandForThousands() {
        for (String text : new String[] {"1,000", "10,000", "1,234,567", " 2,500.5"}) {
            assertThatThrownBy(() -> TargetUnit.MILLIS.parse(text))
                    .as(text)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("“" + text.strip()
                            + "” may be thousands or decimals; write it without a comma, decimals after a point.");
        }
        assertThat(TargetUnit.MILLIS.parse("0,500")).isEqualTo(new StreamTarget.MillisPerImage(0.5));
        assertThat(TargetUnit.MILLIS.parse("7,5")).isEqualTo(new StreamTarget.MillisPerImage(7.5));
    }

    @Test
    void aNumberThatSuitsHasRoomAndARateForDecodingToo() {
        assertThat(TargetUnit.MILLIS.suiting(10, 100))
                .as("1.3 · 10; decoding is no part of it")
                .isEqualTo("13");
        assertThat(TargetUnit.FPS.suiting(10, 0)).as("1000 / 26").isEqualTo("38");
        assertThat(TargetUnit.FPS.suiting(7, 100)).as("1000 / (18.2 + 130)").isEqualTo("6.7");
        assertThat(TargetUnit.FPS.suiting(1e-6, 0)).isEqualTo("10000");
        assertThat(TargetUnit.MILLIS.suiting(1e9, 0)).isEqualTo("100000");
        assertThat(TargetUnit.FREE.suiting(7, 100)).isEqualTo("50");
    }
}
