package dev.sdpoint.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemoryLayoutTest {
    @Test
    void channelsMoveToTheFrontAndBack() {
        // two images of 1 row and 2 columns with 3 channels
        float[] last = {1, 2, 3, 4, 5, 6, 11, 12, 13, 14, 15, 16};
        float[] first = {1, 4, 2, 5, 3, 6, 11, 14, 12, 15, 13, 16};
        assertThat(MemoryLayout.channelsFirst(last, 2, 1, 2, 3)).containsExactly(first);
        assertThat(MemoryLayout.channelsLast(first, 2, 3, 1, 2)).containsExactly(last);
    }
}
