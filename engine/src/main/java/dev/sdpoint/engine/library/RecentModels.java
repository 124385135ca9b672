package dev.sdpoint.engine.library;

import dev.sdpoint.engine.model.Turn;
import dev.sdpoint.engine.model.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Model files outside the library that a person opened, the newest first, kept as a text of one path a line. Safe from any thread and
 * beside other processes.
 */
public final class RecentModels {
    private static final int MOST = 8;
    private static final long LONGEST_BYTES = 1 << 16;

    private final Path file;

    /** @param file made when something is first added */
    public RecentModels(Path file) {
        this.file = file;
    }

    /**
     * The files, the newest first; also those that are not there any more. None if nothing is kept or what is kept is no such text.
     *
     * @throws IOException if it cannot be read
     */
    public synchronized List<Path> list() throws IOException {
        List<Path> paths = new ArrayList<>();
        if (!Files.isRegularFile(file) || Files.size(file) > LONGEST_BYTES) {
            return paths;
        }
        for (String line :
                new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.UTF_8).split("\n", -1)) {
            try {
                Path path = Path.of(line);
                if (path.isAbsolute() && !paths.contains(path) && paths.size() < MOST) {
                    paths.add(path);
                }
            } catch (InvalidPathException e) {
                // of another system, or written by hand
            }
        }
        return paths;
    }

    /**
     * Puts a file first.
     *
     * @throws IOException if it cannot be kept
     */
    public synchronized void add(Path opened) throws IOException {
        Path path = opened.toAbsolutePath().normalize();
        if (path.toString().chars().anyMatch(Character::isISOControl)) {
            return; // such a name has no place in a line
        }
        try (Turn turn = Turn.toChange(file)) {
            List<Path> paths = list();
            paths.remove(path);
            paths.add(0, path);
            write(paths.subList(0, Math.min(MOST, paths.size())));
        }
    }

    /**
     * Takes a file off the list; the file itself stays.
     *
     * @throws IOException if that cannot be kept
     */
    public synchronized void remove(Path path) throws IOException {
        try (Turn turn = Turn.toChange(file)) {
            List<Path> paths = list();
            if (paths.remove(path)) {
                write(paths);
            }
        }
    }

    private void write(List<Path> paths) throws IOException {
        StringBuilder text = new StringBuilder();
        paths.forEach(path -> text.append(path).append('\n'));
        WholeFile.write(file, text.toString());
    }
}
