package dev.sdpoint.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sdpoint.measurement.Finding.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingsTest {
    @TempDir
    Path folder;

    @AfterEach
    void forgetTheFile() {
        System.clearProperty(Findings.FILE);
    }

    @Test
    void aLimitHoldsUpToItselfAndNeverForNoNumber() {
        assertThat(Finding.atMost("time", 1, 1, Table::times).verdict()).isEqualTo(Verdict.HELD);
        assertThat(Finding.atMost("time", 1, 1.001, Table::times).verdict()).isEqualTo(Verdict.NOT_HELD);
        assertThat(Finding.atMost("time", 1, Double.NaN, Table::times).verdict())
                .isEqualTo(Verdict.NOT_HELD);
        assertThat(Finding.atLeast("gain", 3, 3, Table::times).verdict()).isEqualTo(Verdict.HELD);
        assertThat(Finding.atLeast("gain", 3, 2.999, Table::times).verdict()).isEqualTo(Verdict.NOT_HELD);
        assertThat(Finding.atLeast("gain", 3, Double.NaN, Table::times).verdict())
                .isEqualTo(Verdict.NOT_HELD);
    }

    @Test
    void findingsOfAProcessComeBackFromItsFileInOrder() throws IOException {
        Path file = folder.resolve("findings");
        System.setProperty(Findings.FILE, file.toString());
        assertThat(Findings.read(file)).isEmpty();
        List<Finding> noted = List.of(
                Finding.atMost("time", 1, 1.25, Table::times),
                Finding.reported("gap", "2 of 3"),
                Finding.failed("peers", "a message\n\tof two | lines"));
        noted.forEach(Findings::note);
        assertThat(Findings.read(file)).isEqualTo(noted);
        assertThat(noted.get(2).measured()).isEqualTo("a message of two / lines");
    }

    @Test
    void aLineCutShortByACrashIsLeftOut() throws IOException {
        Path file = folder.resolve("findings");
        String whole = Finding.reported("gap", "2").line() + "\n";
        Files.writeString(file, whole + "half a goa");
        assertThat(Findings.read(file)).containsExactly(Finding.reported("gap", "2"));
        Files.writeString(file, "no finding\n");
        assertThatThrownBy(() -> Findings.read(file)).hasMessageContaining("1 cells, not 4");
    }

    @Test
    void tableHasARowForEachWithItsVerdict() {
        List<String> table = Findings.table(List.of(
                Finding.atMost("training, wrn-16-2", 1, 1.25, Table::times),
                Finding.of("results", "equal", "equal", true),
                Finding.reported("gap", "4 ×"),
                Finding.failed("memory", "no /proc")));
        assertThat(table)
                .containsExactly(
                        "| goal | limit | measured | |",
                        "|---|--:|--:|---|",
                        "| training, wrn-16-2 | ≤ 1.00 × | 1.25 × | NOT held |",
                        "| results | equal | equal | held |",
                        "| gap |  | 4 × | no limit |",
                        "| memory |  | no /proc | FAILED |");
    }

    @Test
    void argumentsAreNamesAndNumbersInAnyOrder() {
        Arguments given = Arguments.of("wrn-16-1", "64", "wrn-16-2", "9");
        assertThat(given.namesOr(List.of("x"))).containsExactly("wrn-16-1", "wrn-16-2");
        assertThat(given.number(0, 1)).isEqualTo(64);
        assertThat(given.number(1, 1)).isEqualTo(9);
        assertThat(given.number(2, 7)).isEqualTo(7);
        assertThat(Arguments.of().namesOr(List.of("x"))).containsExactly("x");
    }
}
