package dev.sdpoint.engine.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamTargetTest {
    @Test
    void readsWhatItWrites() {
        assertThat(StreamTarget.parse("30fps")).isEqualTo(new StreamTarget.FramesPerSecond(30));
        assertThat(StreamTarget.parse(" 12.5 FPS ")).isEqualTo(new StreamTarget.FramesPerSecond(12.5));
        assertThat(StreamTarget.parse("20ms")).isEqualTo(new StreamTarget.MillisPerImage(20));
        assertThat(StreamTarget.parse("25%free")).isEqualTo(new StreamTarget.FreeCpu(0.25));
        assertThat(StreamTarget.parse("25 % free")).isEqualTo(new StreamTarget.FreeCpu(0.25));
        for (String text : new String[] {"30fps", "12.5fps", "0.25ms", "25%free", "7%free"}) {
            assertThat(StreamTarget.parse(text).text()).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "30", "fps", "30 hz", "-3ms", "0fps", "0ms", "0%free", "100%free", "25%", "1e3ms", "10001fps"
            })
    void refusesWhatIsNoTarget(String text) {
        assertThatThrownBy(() -> StreamTarget.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void eachLooksAtItsOwnMeasure() {
        FrameReading reading = new FrameReading(10, 12, 0.7, 0.4);
        StreamTarget fps = new StreamTarget.FramesPerSecond(100);
        assertThat(fps.limit()).isEqualTo(10);
        assertThat(fps.used(reading)).isEqualTo(12);
        assertThat(fps.elastic(reading)).isEqualTo(10);
        StreamTarget millis = new StreamTarget.MillisPerImage(10);
        assertThat(millis.used(reading)).isEqualTo(10);
        StreamTarget free = new StreamTarget.FreeCpu(0.25);
        assertThat(free.limit()).isCloseTo(0.75, within(1e-12));
        assertThat(free.used(reading)).isEqualTo(0.7);
        assertThat(free.elastic(reading)).isEqualTo(0.4);
        assertThat(free.used(FrameReading.ofTimes(10, 12))).isNaN();
    }

    @Test
    void readingsAreWithinTheirRanges() {
        assertThatThrownBy(() -> FrameReading.ofTimes(0, 1)).hasMessageContaining("above 0");
        assertThatThrownBy(() -> FrameReading.ofTimes(2, 1)).hasMessageContaining("within the frame");
        assertThatThrownBy(() -> new FrameReading(1, 1, 1.2, 0)).hasMessageContaining("1.2");
    }
}
