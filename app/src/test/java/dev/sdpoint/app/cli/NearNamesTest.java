package dev.sdpoint.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearNamesTest {
    @ParameterizedTest
    @CsvSource({"abc,abc,0", "ABC,xabcx,0", "abd,abc,1", "abxc,abc,1", "ac,abc,1", "xyz,abc,3", "abc,'',3", "acb,abc,1"
    })
    void countsLettersThatAreWrong(String typed, String name, int mistakes) {
        assertThat(NearNames.mistakes(typed, name)).isEqualTo(mistakes);
    }

    @Test
    void offersTheNearestFirstAndNothingFarOff() {
        assertThat(NearNames.of("burds", List.of("cars", "small birds", "Burds 2", "b")))
                .containsExactly("Burds 2", "small birds");
        assertThat(NearNames.of(" ", List.of("cars"))).isEmpty();
    }

    @Test
    void listsAHandfulAndCountsTheRest() {
        assertThat(NearNames.listed(List.of())).isEmpty();
        assertThat(NearNames.listed(List.of("a"))).isEqualTo("a");
        assertThat(NearNames.listed(List.of("a", "b", "c"))).isEqualTo("a, b and c");
        assertThat(NearNames.listed(List.of("a", "b", "c", "d", "e", "f", "g"))).isEqualTo("a, b, c, d, e and 2 more");
    }
}
