package dev.sdpoint.engine.sdpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SplitMix64Test {
    @Test
    void givesThePublishedSequences() {
        SplitMix64 zero = new SplitMix64(0);
        assertThat(zero.nextLong()).isEqualTo(0xE220A8397B1DCDAFL);
        assertThat(zero.nextLong()).isEqualTo(0x6E789E6AA1B965F4L);
        assertThat(zero.nextLong()).isEqualTo(0x06C45D188009454FL);
        SplitMix64 random = new SplitMix64(1_234_567);
        assertThat(random.nextLong()).isEqualTo(6457827717110365317L);
        assertThat(random.nextLong()).isEqualTo(3203168211198807973L);
        assertThat(random.nextLong()).isEqualTo(Long.parseUnsignedLong("9817491932198370423"));
        assertThat(random.nextLong()).isEqualTo(4593380528125082431L);
        assertThat(random.nextLong()).isEqualTo(Long.parseUnsignedLong("16408922859458223821"));
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
        assertNineEquallyOften(random::nextInt);
        assertNineEquallyOften(random::nextRemainder);
    }

    private static void assertNineEquallyOften(IntUnaryOperator draw) {
        int[] counts = new int[9];
        for (int i = 0; i < 9000; i++) {
            counts[draw.applyAsInt(9)]++;
        }
        // 1,000 expected each with a deviation of 30
        for (int count : counts) {
            assertThat(count).isBetween(850, 1150);
        }
    }

    @Test
    void staysBelowTheLargestBound() {
        SplitMix64 random = new SplitMix64(1);
        for (int i = 0; i < 1000; i++) {
            assertThat(random.nextInt(Integer.MAX_VALUE)).isBetween(0, Integer.MAX_VALUE - 1);
            assertThat(random.nextRemainder(Integer.MAX_VALUE)).isBetween(0, Integer.MAX_VALUE - 1);
        }
    }

    @Test
    void boundOfOneLeavesNothingToChoose() {
        SplitMix64 random = new SplitMix64(1);
        assertThat(random.nextInt(1)).isZero();
        assertThat(random.nextRemainder(1)).isZero();
    }

    @Test
    void rejectsBoundBelowOne() {
        assertThatThrownBy(() -> new SplitMix64(1).nextInt(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bound 0 is below 1");
        assertThatThrownBy(() -> new SplitMix64(1).nextRemainder(-3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bound -3 is below 1");
    }

    @Test
    void doublesFillTheUnitInterval() {
        SplitMix64 random = new SplitMix64(5);
        double sum = 0;
        double squares = 0;
        int draws = 100_000;
        for (int i = 0; i < draws; i++) {
            double value = random.nextDouble();
            assertThat(value >= 0 && value < 1).isTrue();
            sum += value;
            squares += value * value;
        }
        assertThat(sum / draws).isBetween(0.495, 0.505);
        assertThat(squares / draws).isBetween(0.328, 0.338);
    }

    @Test
    void coinFallsOnBothSidesEquallyOften() {
        SplitMix64 random = new SplitMix64(5);
        int heads = 0;
        for (int i = 0; i < 10_000; i++) {
            heads += random.nextBoolean() ? 1 : 0;
        }
        assertThat(heads).isBetween(4750, 5250);
    }

    @Test
    void neighbouringSeedsAndStreamsDoNotMeet() {
        assertThat(LongStream.range(-50, 50)
                        .flatMap(seed -> LongStream.range(0, 100).map(stream -> SplitMix64.seedOf(seed, stream)))
                        .distinct())
                .hasSize(10_000);
        assertThat(LongStream.range(-10, 10)
                        .flatMap(seed -> LongStream.range(0, 10)
                                .flatMap(stream -> LongStream.range(0, 50)
                                        .map(position -> SplitMix64.at(seed, stream, position)
                                                .nextLong())))
                        .distinct())
                .hasSize(10_000);
    }

    @Test
    void samePlaceGivesTheSameGenerator() {
        assertThat(SplitMix64.at(3, 1, 5).nextLong()).isEqualTo(156464242490305365L);
        assertThat(SplitMix64.at(3, 1, 5).nextLong()).isEqualTo(156464242490305365L);
    }
}
