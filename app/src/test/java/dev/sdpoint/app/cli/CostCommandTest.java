package dev.sdpoint.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code sdpoint cost} as a script would call it. */
final class CostCommandTest {
    private static Answer cost(String... arguments) {
        return Answer.to(Stream.concat(Stream.of("cost"), Stream.of(arguments)).toArray(String[]::new));
    }

    /** Names, points and GFLOPs at the usual side with the usual classes. */
    @ParameterizedTest
    @CsvSource({
        "wrn-28-10, 12, 10.49",
        "wrn-40-4, 18, 2.60",
        "densenet-bc-100-12, 48, 0.589",
        "preresnet-101, 34, 15.66",
        "resnet-50, 17, 8.22",
        "resnext-101-32x4d, 34, 16.01",
        "resnext-50-32x4d, 17, 8.51",
        "resnext-29-8x64d, 9, 10.80",
        "vgg-16, 13, 0.627"
    })
    void hasARowAnInstanceOfEveryArchitecture(String name, int points, double gigaFlops) {
        Answer answer = cost("--network", name, "--format", "csv");
        assertThat(answer.exit()).as(answer.err()).isZero();
        assertThat(answer.rows()).hasSize(1 + 1 + 2 * points);
        assertThat(answer.rows().get(0)).isEqualTo("point,ratio,flops,relative_cost");
        assertThat(answer.cells(1).subList(0, 2)).containsExactly("0", "1");
        assertThat(Double.parseDouble(answer.cells(1).get(2)) / 1e9).isCloseTo(gigaFlops, within(0.01 * gigaFlops));
        assertThat(answer.cells(1).get(3)).isEqualTo("1.000000");
        assertThat(answer.cells(2).subList(0, 2)).containsExactly("1", "0.5");
        assertThat(answer.cells(3).subList(0, 2)).containsExactly("1", "0.75");
        assertThat(answer.cells(1 + 2 * points).subList(0, 2)).containsExactly(String.valueOf(points), "0.75");
    }

    @Test
    void saysInWordsWhatTheNetworkIsAndWhatASweepCosts() {
        Answer answer = cost("--network", "resnext-101-32x4d");
        assertThat(answer.rows().subList(0, 3))
                .containsExactly(
                        "resnext-101-32x4d for 1,000 classes at side 224: 44,177,704 parameters, 16.01 GFLOPs, "
                                + "34 downsampling points",
                        "a sweep of all 69 instances costs 14.6 full forwards instead of 49.4",
                        "point  ratio            flops  relative_cost");
        assertThat(answer.rows().get(3)).matches(" {4}0 {6}1 {3}16,01\\d,\\d{3},\\d{3} {9}1\\.0000");
        assertThat(answer.rows()).hasSize(3 + 69);
    }

    @Test
    void takesClassesAndSideWhereTheyAreGiven() {
        assertThat(cost("--network", "resnet-18", "--classes", "7", "--side", "64")
                        .rows()
                        .get(0))
                .startsWith("resnet-18 for 7 classes at side 64: 11,180,103 parameters");
        assertThat(cost("--network", "wrn-10-1", "--classes", "100").rows().get(0))
                .startsWith("wrn-10-1 for 100 classes at side 32: 83,700 parameters");
    }

    @Test
    void takesPointsAndRatios() {
        Answer answer = cost("--network", "wrn-10-1", "--points", "alternate", "--ratios", "0.25", "--format", "csv");
        assertThat(answer.rows()).hasSize(1 + 1 + 2);
        assertThat(answer.rows().get(2)).startsWith("1,0.25,");
        assertThat(answer.rows().get(3)).startsWith("3,0.25,");
    }

    @Test
    void countsANetworkWithEarlyExitsAtItsExits() {
        Answer answer = cost("--network", "wrn-16-2+exits-1", "--format", "csv");
        assertThat(answer.rows()).hasSize(1 + 1 + 3);
        assertThat(answer.rows().get(2)).startsWith("1,0,");
        assertThat(answer.rows().get(4)).startsWith("3,0,");
        assertThat(Double.parseDouble(answer.cells(2).get(3))).isLessThan(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--network alexnet | no network is called \"alexnet\"",
                "--network wrn-17-2 | depth 17 is not 6n + 4",
                "--network wrn-16-2 --side 30 | side 30 is not a multiple of 4",
                "--network resnet-50 --side 16 | side 16 is outside 32",
                "--network resnet-50 --classes 1 | 1 classes are outside 2",
                "--network wrn-16-2 --ratios 50 | ratio 50.0 is outside (0, 1)",
                "--network wrn-16-2 --points none | points",
                "--network wrn-16-2+exits-1 --ratios 0.5 | --ratios goes with the network without exits",
            })
    void refusesInOneSentence(String typed, String why) {
        Answer answer = cost(typed.split(" ", -1));
        assertThat(answer.exit()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err().strip().lines()).hasSize(1);
        assertThat(answer.err()).contains(why);
    }

    @Test
    void answersAtOnce() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) { // a busy machine does not hold all of them up
            long start = System.nanoTime();
            cost("--network", "resnext-101-32x4d", "--format", "csv");
            least = Math.min(least, System.nanoTime() - start);
        }
        assertThat(Duration.ofNanos(least)).isLessThan(Duration.ofSeconds(2));
    }
}
