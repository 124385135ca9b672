package dev.sdpoint.app.cli;

import java.io.File;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Files that a command writes: where, and whether what is there may go. */
final class OutFiles {
    @Option(names = "--force", description = "Replace files that are there already.")
    private boolean force;

    /**
     * A file as it was typed or, where a folder was, the one of a name in there. A folder is one that exists, or ends with a slash and is
     * made when the file is written.
     *
     * @param typed what {@code --out} is
     * @param ending that such files have, such as ".sdp"
     * @param name of the file in a folder
     * @throws ParameterException if it is neither
     */
    static Path in(CommandSpec spec, String typed, String ending, String name) {
        Path path;
        try {
            path = Path.of(typed);
        } catch (InvalidPathException e) {
            throw new ParameterException(
                    spec.commandLine(), "\"" + typed + "\" cannot be a file's name here; give another --out.", e);
        }
        if (Files.isDirectory(path) || typed.endsWith("/") || typed.endsWith(File.separator)) {
            return path.resolve(name);
        }
        if (!typed.toLowerCase(Locale.ROOT).endsWith(ending)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "\"" + typed + "\" is neither a file that ends with " + ending
                            + " nor a folder that exists. Give it that ending, or a slash at the end to make a new folder.");
        }
        return path;
    }

    /** Whether files are in the way and may not be replaced; says so. */
    boolean taken(CommandSpec spec, List<Path> files) {
        List<Path> there =
                force ? List.of() : files.stream().filter(Files::exists).toList();
        if (there.isEmpty()) {
            return false;
        }
        String more = there.size() == 1 ? " is" : " and " + (there.size() - 1) + " more are";
        PrintWriter err = spec.commandLine().getErr();
        err.println(there.get(0) + more
                + " there already; nothing was written. Give --force to replace what is there, or another --out.");
        err.flush();
        return true;
    }
}
