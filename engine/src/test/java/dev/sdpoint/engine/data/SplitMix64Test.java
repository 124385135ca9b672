package dev.sdpoint.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SplitMix64Test {
    @Test
    void givesThePublishedSequence() {
        SplitMix64 random = new SplitMix64(0);
        assertThat(random.nextLong()).isEqualTo(0xE220A8397B1DCDAFL);
        assertThat(random.nextLong()).isEqualTo(0x6E789E6AA1B965F4L);
        assertThat(random.nextLong()).isEqualTo(0x06C45D188009454FL);
    }

    @Test
    void agreesWithTheSplittableRandomOfJava() {
        SplitMix64 random = new SplitMix64(-77);
        SplittableRandom reference = new SplittableRandom(-77);
        for (int i = 0; i < 100; i++) {
            assertThat(random.nextLong()).isEqualTo(reference.nextLong());
        }
    }

    @Test
    void drawsEveryNumberBelowTheBoundEquallyOften() {
        SplitMix64 random = new SplitMix64(1);
        int[] counts = new int[9];
        for (int i = 0; i < 9000; i++) {
            counts[random.nextInt(9)]++;
        }
        for (int count : counts) {
            assertThat(count).isBetween(850, 1150);
        }
    }

    @Test
    void favoursNoNumberWhenTheBoundDoesNotDivideTheRange() {
        // Without rejection, numbers of the form 3k + 2 below this bound would come in 25 of 100 draws instead of 33.
        SplitMix64 random = new SplitMix64(1);
        int[] counts = new int[3];
        for (int i = 0; i < 9000; i++) {
            counts[random.nextInt(3 << 29) % 3]++;
        }
        for (int count : counts) {
            assertThat(count).isBetween(2850, 3150);
        }
    }

    @Test
    void staysBelowTheLargestBound() {
        SplitMix64 random = new SplitMix64(1);
        for (int i = 0; i < 1000; i++) {
            assertThat(random.nextInt(Integer.MAX_VALUE)).isBetween(0, Integer.MAX_VALUE - 1);
        }
    }

    @Test
    void neighbouringSeedsAndStreamsDoNotMeet() {
        assertThat(LongStream.range(-50, 50)
                        .flatMap(seed -> LongStream.range(0, 100).map(stream -> SplitMix64.seedOf(seed, stream)))
                        .distinct())
                .hasSize(10_000);
    }

    @Test
    void rejectsBoundOfZero() {
        assertThatThrownBy(() -> new SplitMix64(1).nextInt(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
