package dev.sdpoint.app.shell.help;

import dev.sdpoint.app.workspace.PrivatePaths;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What somebody who is to help needs to know of a program and its machine, and nothing of the person: no path in it leads to a home.
 *
 * @param program name and version
 * @param java the Java that runs it, and JavaFX
 * @param system the operating system, its version and processor family
 * @param processor name, and how many the program may use
 * @param machineBytes memory of the machine; 0 if it is not known
 * @param heapBytes memory of Java that is in use now
 * @param heapMostBytes what that may grow to
 * @param computesOn the device and library that compute
 * @param window size and scale of the screens
 * @param folder where data and runs are, with the room left there
 * @param log the last lines of the log
 */
record Diagnostics(
        String program,
        String java,
        String system,
        String processor,
        long machineBytes,
        long heapBytes,
        long heapMostBytes,
        String computesOn,
        String window,
        String folder,
        List<String> log) {
    Diagnostics {
        log = List.copyOf(log);
    }

    /** As text to be sent, a fact a line, without the person's name and home. */
    String text(PrivatePaths paths) {
        List<String> lines = new ArrayList<>();
        lines.add(line("Program", program));
        lines.add(line("Java", java));
        lines.add(line("System", system));
        lines.add(line("Processor", processor));
        String machine = machineBytes > 0 ? gigabytes(machineBytes) + " in the machine; " : "";
        lines.add(line(
                "Memory", machine + "Java uses " + gigabytes(heapBytes) + " of at most " + gigabytes(heapMostBytes)));
        lines.add(line("Computes on", computesOn));
        lines.add(line("Screens", window));
        lines.add(line("Folder", folder));
        lines.add("");
        lines.add(log.isEmpty() ? "The log is empty." : "Last lines of the log:");
        lines.addAll(log);
        return paths.veil(String.join(System.lineSeparator(), lines)) + System.lineSeparator();
    }

    private static String line(String name, String value) {
        return String.format(Locale.ROOT, "%-12s %s", name, value.isBlank() ? "not known" : value);
    }

    static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }
}
