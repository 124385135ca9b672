package dev.sdpoint.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sdpoint.engine.model.Device;
import dev.sdpoint.engine.model.Machine;
import dev.sdpoint.measurement.Finding.Verdict;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeasurementProcessTest {
    private static final Machine MACHINE = new Machine("A processor", 2, 8L << 30, new Device("CPU", 2, 2));

    /** Finds something, and then fails if it is told why. */
    static final class Program {
        private Program() {}

        public static void main(String[] arguments) {
            System.out.println("a table  \n\n\nof " + arguments[0] + "\n");
            Findings.note(Finding.atMost("time of " + arguments[0], 1, 0.5, Table::times));
            if (arguments.length > 1) {
                throw new IllegalStateException("it failed", new ArithmeticException(arguments[1]));
            }
        }
    }

    /** Has nothing to say. */
    static final class Silent {
        private Silent() {}

        public static void main(String[] arguments) {
            if (arguments.length > 0) {
                Runtime.getRuntime().halt(3);
            }
        }
    }

    private static Measurement.Outcome run(Class<?> program, String... arguments) throws Exception {
        return MeasurementProcess.run(Measurement.of("the measurement", program, arguments));
    }

    @Test
    void findingsAndOutputOfAProcessComeBack() throws Exception {
        Measurement.Outcome outcome = run(Program.class, "this");
        assertThat(outcome.findings()).containsExactly(Finding.atMost("time of this", 1, 0.5, Table::times));
        assertThat(outcome.printed()).contains("of this");
        assertThat(outcome.failed()).isFalse();
        assertThat(run(Silent.class).findings()).containsExactly(Finding.reported("the measurement", "see its table"));
    }

    @Test
    void oneThatFailsIsNamedWithItsReasonAndKeepsWhatItFound() throws Exception {
        Measurement.Outcome outcome = run(Program.class, "this", "the peer computes something else");
        assertThat(outcome.failed()).isTrue();
        assertThat(outcome.findings())
                .containsExactly(
                        Finding.atMost("time of this", 1, 0.5, Table::times),
                        Finding.failed(
                                "the measurement",
                                "exit code 1: ArithmeticException: the peer computes something else"));
        assertThat(run(Silent.class, "crash").findings())
                .containsExactly(Finding.failed("the measurement", "exit code 3: it said nothing"));
    }

    @Test
    void theOthersStillAppearInTheReport() throws Exception {
        Report report = new Report(
                MACHINE,
                LocalDate.of(2026, 1, 2),
                "a library 1.0",
                0.5,
                List.of(run(Program.class, "one", "no"), run(Program.class, "two")));
        assertThat(report.findings())
                .extracting(Finding::verdict)
                .containsExactly(Verdict.HELD, Verdict.FAILED, Verdict.HELD);
        assertThat(report.markdown())
                .startsWith(
                        "2026-01-02: A processor, 2 logical processors, 8.0 GiB; a library 1.0. Load of the machine before: 0.50.\n\n| goal |")
                .contains("| time of two | ≤ 1.00 × | 0.50 × | held |\n")
                .endsWith("### Measured: the measurement\n\na table\n\nof two\n");
    }

    @Test
    void measurementsAreChosenByTheBeginningOfTheirNames() {
        List<Measurement> all = List.of(
                Measurement.of("peers, a", Program.class),
                Measurement.of("peers, b", Program.class),
                Measurement.of("memory", Program.class));
        assertThat(MeasurementProcess.chosen(all)).isEqualTo(all);
        assertThat(MeasurementProcess.chosen(all, "peers")).isEqualTo(all.subList(0, 2));
        assertThat(MeasurementProcess.chosen(all, "memory", "peers, b")).isEqualTo(all.subList(1, 3));
        assertThatThrownBy(() -> MeasurementProcess.chosen(all, "speed"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no measurement begins with speed; there are peers, a, peers, b, memory");
    }
}
