package dev.sdpoint.app.shell;

import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The files that the window is to open when it starts, as a file manager hands them over at a double click.
 *
 * @param files in the order given; none opens what comes with the program
 */
record FilesToOpen(List<Path> files) {
    /** Only what comes with the program. */
    static final FilesToOpen NONE = new FilesToOpen(List.of());

    private static final List<String> ENDINGS = List.of(".sdp", ".sdprun");

    FilesToOpen {
        files = List.copyOf(files);
    }

    /**
     * What the arguments of the program name, if they name files and not a command: a model or recorded runs by their ending, whether
     * they are there or not, or a folder that is there and is given with a separator, so that none hides a command of its name.
     *
     * @return empty if the arguments are a command
     */
    static Optional<FilesToOpen> of(String[] arguments) {
        List<Path> files = new ArrayList<>();
        for (String argument : arguments) {
            Optional<Path> file = file(argument);
            if (file.isEmpty()) {
                return Optional.empty();
            }
            files.add(file.get());
        }
        return Optional.of(new FilesToOpen(files));
    }

    /** Opens each as if it had been dropped on the window, and the runs together. */
    void giveTo(FileDrops.Receiver receiver) {
        List<Path> runs = new ArrayList<>();
        for (Path file : files) {
            if (has(file.toString(), ".sdprun")) {
                runs.add(file);
            } else if (has(file.toString(), ".sdp")) {
                receiver.openModel(file);
            } else {
                receiver.openData(file);
            }
        }
        if (!runs.isEmpty()) {
            receiver.takeInRuns(runs);
        }
    }

    private static Optional<Path> file(String argument) {
        if (argument.startsWith("-")) {
            return Optional.empty();
        }
        try {
            Path path = argument.startsWith("file:/") ? Path.of(URI.create(argument)) : Path.of(argument);
            boolean named = ENDINGS.stream().anyMatch(ending -> has(argument, ending));
            boolean separated = argument.contains("/") || argument.contains(File.separator);
            boolean folder = separated && Files.isDirectory(path);
            return named || folder ? Optional.of(path.toAbsolutePath()) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // no path, no URI, or one of another machine
        }
    }

    private static boolean has(String name, String ending) {
        return name.toLowerCase(Locale.ROOT).endsWith(ending);
    }
}
