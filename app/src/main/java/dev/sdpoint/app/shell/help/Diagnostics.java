package dev.sdpoint.app.shell.help;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.workspace.PrivatePaths;
import dev.sdpoint.engine.device.Gibibytes;
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
    private static final Texts TEXTS = Texts.of(Diagnostics.class);

    Diagnostics {
        log = List.copyOf(log);
    }

    /** As text to be sent, a fact a line, without the person's name and home. */
    String text(PrivatePaths paths) {
        List<String> lines = new ArrayList<>();
        lines.add(line(TEXTS.get("fact.program"), program));
        lines.add(line(TEXTS.get("fact.java"), java));
        lines.add(line(TEXTS.get("fact.system"), system));
        lines.add(line(TEXTS.get("fact.processor"), processor));
        lines.add(line(TEXTS.get("fact.memory"), memory()));
        lines.add(line(TEXTS.get("fact.computes-on"), computesOn));
        lines.add(line(TEXTS.get("fact.screens"), window));
        lines.add(line(TEXTS.get("fact.folder"), folder));
        lines.add("");
        lines.add(TEXTS.get(log.isEmpty() ? "diagnostics.log.none" : "diagnostics.log"));
        lines.addAll(log);
        return paths.veil(String.join(System.lineSeparator(), lines)) + System.lineSeparator();
    }

    private String memory() {
        String java = TEXTS.get("memory.java", Gibibytes.of(heapBytes), Gibibytes.of(heapMostBytes));
        return machineBytes > 0 ? TEXTS.get("memory", Gibibytes.of(machineBytes), java) : java;
    }

    private static String line(String name, String value) {
        return String.format(Locale.ROOT, "%-12s %s", name, value.isBlank() ? TEXTS.get("fact.not-known") : value);
    }
}
