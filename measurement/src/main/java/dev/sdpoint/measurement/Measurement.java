package dev.sdpoint.measurement;

import java.util.List;

/**
 * A measurement that runs in a process of its own, so that it finds neither the memory nor the compiled code of another, and its
 * crash is its own.
 *
 * @param name its heading in the report and what it is asked for by
 * @param main class with a main method that prints Markdown and {@linkplain Findings#note notes} findings
 * @param arguments of the main method
 * @param options of its Java virtual machine, beside those of the one that starts it
 */
public record Measurement(String name, String main, List<String> arguments, List<String> options) {
    public Measurement {
        arguments = List.copyOf(arguments);
        options = List.copyOf(options);
    }

    /** A measurement by its main class. */
    public static Measurement of(String name, Class<?> main, String... arguments) {
        return new Measurement(name, main.getName(), List.of(arguments), List.of());
    }

    /** The same with other options of its Java virtual machine. */
    public Measurement with(String... virtualMachineOptions) {
        return new Measurement(name, main, arguments, List.of(virtualMachineOptions));
    }

    /**
     * What came of it.
     *
     * @param measurement what was run
     * @param findings at least one
     * @param printed lines that it printed, without its error messages
     * @param seconds how long it took
     */
    public record Outcome(Measurement measurement, List<Finding> findings, List<String> printed, double seconds) {
        public Outcome {
            findings = List.copyOf(findings);
            printed = List.copyOf(printed);
        }

        /** Whether it ended before its time. */
        public boolean failed() {
            return findings.stream().anyMatch(finding -> finding.verdict() == Finding.Verdict.FAILED);
        }
    }
}
