package dev.sdpoint.app.cli;

import dev.sdpoint.app.study.StudyTable;
import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;

/** What a {@code list} command writes. */
final class Listing {
    private Listing() {}

    /**
     * Writes a table; a person gets a sentence in the place of an empty one.
     *
     * @param ifEmpty such as "No run is recorded yet."
     */
    static void print(CommandSpec spec, StudyTable table, Format format, String ifEmpty) {
        PrintWriter out = spec.commandLine().getOut();
        if (format == Format.TABLE && table.size() == 0) {
            out.println(ifEmpty);
        } else {
            out.print(format == Format.CSV ? table.csv() : table.text());
        }
        out.flush();
    }
}
