package dev.sdpoint.engine.sdpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StridedWindowsTest {
    private static List<String> of(AxisWindows windows) {
        return IntStream.range(0, windows.out())
                .mapToObj(i -> windows.start(i) + "-" + (windows.end(i) - 1))
                .toList();
    }

    @Test
    void imageNetStemPoolsThreeByTwoFromOneBeforeTheAxis() {
        assertThat(of(new StridedWindows(6, 3, 2, 1))).containsExactly("0-1", "1-3", "3-5");
        assertThat(of(new StridedWindows(7, 3, 2, 1))).containsExactly("0-1", "1-3", "3-5", "5-6");
        assertThat(new StridedWindows(112, 3, 2, 1).out()).isEqualTo(56);
    }

    @Test
    void halvingDropsTheLastOfAnOddAxis() {
        assertThat(of(new StridedWindows(6, 2, 2, 0))).containsExactly("0-1", "2-3", "4-5");
        assertThat(of(new StridedWindows(7, 2, 2, 0))).containsExactly("0-1", "2-3", "4-5");
    }

    @Test
    void aKernelWiderThanTheAxisGivesOneWindowOverAllOfIt() {
        assertThat(of(new StridedWindows(1, 2, 2, 0))).containsExactly("0-0");
        assertThat(of(new StridedWindows(1, 3, 2, 1))).containsExactly("0-0");
        assertThat(of(new StridedWindows(2, 7, 1, 0))).containsExactly("0-1");
    }

    @Test
    void coveredElementsAreTheSumOfTheWindows() {
        assertThat(new StridedWindows(6, 3, 2, 1).coveredElements()).isEqualTo(2 + 3 + 3);
        assertThat(new StridedWindows(7, 2, 2, 0).coveredElements()).isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource({"0, 2, 2, 0", "4, 0, 2, 0", "4, 2, 0, 0", "4, 2, 2, -1", "4, 2, 2, 2", "4, 1, 1, 1"})
    void rejectsWindowsThatWouldBeEmpty(int in, int kernel, int stride, int padding) {
        assertThatThrownBy(() -> new StridedWindows(in, kernel, stride, padding))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("kernel " + kernel + ", stride " + stride + " and padding " + padding);
    }
}
