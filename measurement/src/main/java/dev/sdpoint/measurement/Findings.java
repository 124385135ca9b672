package dev.sdpoint.measurement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * How measurements in processes of their own hand their findings to whoever started them: one line each in a file that the
 * system property {@value #FILE} names, written at once, so that what was found before a crash is not lost.
 */
public final class Findings {
    /** System property with the path of the file. */
    public static final String FILE = "measurement.findings";

    private Findings() {}

    /** Adds a finding to the file; without one, prints it. */
    public static void note(Finding finding) {
        String file = System.getProperty(FILE);
        if (file == null) {
            System.out.printf("%n%s: %s%n", finding.goal(), verdict(finding));
            return;
        }
        try {
            Files.writeString(
                    Path.of(file), finding.line() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("the finding \"" + finding.line() + "\" could not be written to " + file, e);
        }
    }

    private static String verdict(Finding finding) {
        return finding.limit().isEmpty()
                ? finding.measured()
                : finding.measured() + " (" + finding.limit() + ": "
                        + finding.verdict().title() + ")";
    }

    /** What was added to a file so far; nothing if there is none yet. A last line without an end was cut short and is left out. */
    public static List<Finding> read(Path file) throws IOException {
        List<Finding> findings = new ArrayList<>();
        if (Files.exists(file)) {
            String text = Files.readString(file);
            text.substring(0, text.lastIndexOf('\n') + 1)
                    .lines()
                    .map(Finding::parse)
                    .forEach(findings::add);
        }
        return findings;
    }

    /** A Markdown table: goal, limit, measured, whether the limit holds. */
    public static List<String> table(List<Finding> findings) {
        List<String> lines = new ArrayList<>(List.of("| goal | limit | measured | |", "|---|--:|--:|---|"));
        for (Finding finding : findings) {
            lines.add("| " + String.join(" | ", finding.goal(), finding.limit(), finding.measured()) + " | "
                    + finding.verdict().title() + " |");
        }
        return lines;
    }
}
