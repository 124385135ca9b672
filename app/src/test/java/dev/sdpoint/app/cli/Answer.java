package dev.sdpoint.app.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import picocli.CommandLine;

/** What the program answers in a terminal. */
record Answer(int exit, String out, String err) {
    /** Calls the program as a script would; no window opens. */
    static Answer to(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = SdpointCommand.commandLine(() -> 0);
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        int exit = line.execute(arguments);
        return new Answer(exit, out.toString(), err.toString());
    }

    /** Lines on the standard output. */
    List<String> rows() {
        return out.lines().toList();
    }

    /** Cells of a line of CSV without quotes, empty ones too. */
    List<String> cells(int row) {
        return List.of(rows().get(row).split(",", -1));
    }

    /** Cells of all lines. */
    List<String[]> table() {
        return out.lines().map(line -> line.split(",", -1)).toList();
    }
}
