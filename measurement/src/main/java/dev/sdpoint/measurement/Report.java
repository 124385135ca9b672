package dev.sdpoint.measurement;

import dev.sdpoint.engine.device.Gibibytes;
import dev.sdpoint.engine.model.Machine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What several measurements found, as Markdown: where and when, one summary of all goals, then what each of them printed.
 *
 * @param machine that it was measured on
 * @param date when it began
 * @param versions of everything compared, in one sentence
 * @param load runs in the system's queue when it began, over one minute; negative if unknown
 * @param outcomes in the order of the measurements
 */
public record Report(
        Machine machine, LocalDate date, String versions, double load, List<Measurement.Outcome> outcomes) {
    public Report {
        outcomes = List.copyOf(outcomes);
    }

    /** All findings in order. */
    public List<Finding> findings() {
        return outcomes.stream().flatMap(outcome -> outcome.findings().stream()).toList();
    }

    /** Where and when, and the table of all goals. */
    public List<String> summary() {
        List<String> lines = new ArrayList<>(List.of(about(), ""));
        lines.addAll(Findings.table(findings()));
        return lines;
    }

    private String about() {
        String text = String.format(
                Locale.ROOT,
                "%s: %s, %d logical processors, %s; %s.",
                date,
                machine.processor(),
                machine.logicalProcessors(),
                Gibibytes.of(machine.memoryBytes()),
                versions);
        return load < 0 ? text : text + String.format(Locale.ROOT, " Load of the machine before: %.2f.", load);
    }

    /** The summary, then every measurement under a heading of its own. */
    public String markdown() {
        List<String> lines = new ArrayList<>(summary());
        for (Measurement.Outcome outcome : outcomes) {
            lines.add("");
            lines.add("### Measured: " + outcome.measurement().name());
            lines.add("");
            lines.addAll(withoutBlankRuns(outcome.printed()));
        }
        return String.join("\n", lines) + "\n";
    }

    /** Lines without trailing blanks, and no two empty ones after each other or at an end. */
    private static List<String> withoutBlankRuns(List<String> printed) {
        List<String> lines = new ArrayList<>();
        for (String line : printed) {
            boolean afterEmpty = lines.isEmpty() || lines.get(lines.size() - 1).isEmpty();
            if (!line.isBlank() || !afterEmpty) {
                lines.add(line.stripTrailing());
            }
        }
        if (!lines.isEmpty() && lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        return lines;
    }
}
