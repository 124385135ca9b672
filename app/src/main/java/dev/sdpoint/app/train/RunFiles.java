package dev.sdpoint.app.train;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The folders in which runs keep their checkpoints, so that a stopped or killed run goes on later: one folder a run, with
 * {@code recipe.properties} and {@code run.checkpoint}. Blocking; never on the JavaFX thread.
 */
final class RunFiles {
    /** Older folders are removed when a run begins: a checkpoint of a large network takes 300 MB. */
    private static final int KEPT = 5;

    private static final String RECIPE = "recipe.properties";
    private static final String CHECKPOINT = "run.checkpoint";
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT);

    private final Path folder;

    RunFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * Makes a folder for a new run.
     *
     * @return where its checkpoint goes
     * @throws IOException if the folder cannot be written
     */
    Path begin(RecipeEntries entries) throws IOException {
        Files.createDirectories(folder);
        List<Path> runs = newestFirst();
        for (Path old : runs.subList(Math.min(KEPT - 1, runs.size()), runs.size())) {
            remove(old);
        }
        Path run = Files.createDirectory(
                folder.resolve(LocalDateTime.now(ZoneId.systemDefault()).format(STAMP)));
        try (Writer out = Files.newBufferedWriter(run.resolve(RECIPE))) {
            entries.toProperties().store(out, "A run of SDPoint Explorer; goes with " + CHECKPOINT);
        }
        return run.resolve(CHECKPOINT);
    }

    /** The newest run that left a checkpoint and a readable recipe. */
    Optional<UnfinishedRun> newestUnfinished() throws IOException {
        for (Path run : newestFirst()) {
            Path checkpoint = run.resolve(CHECKPOINT);
            if (Files.isRegularFile(checkpoint) && Files.isRegularFile(run.resolve(RECIPE))) {
                Properties properties = new Properties();
                try (Reader in = Files.newBufferedReader(run.resolve(RECIPE))) {
                    properties.load(in);
                } catch (IllegalArgumentException e) {
                    continue;
                }
                Optional<RecipeEntries> entries = RecipeEntries.of(properties);
                if (entries.isPresent()) {
                    return Optional.of(new UnfinishedRun(entries.get(), checkpoint));
                }
            }
        }
        return Optional.empty();
    }

    /** Forgets a run whose model is kept elsewhere, or that nobody wants. */
    void discard(Path checkpoint) throws IOException {
        Path run = checkpoint.getParent();
        if (run != null && folder.equals(run.getParent())) {
            remove(run);
        }
    }

    private List<Path> newestFirst() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> runs = Files.list(folder)) {
            return runs.filter(Files::isDirectory)
                    .sorted(Comparator.<Path>naturalOrder().reversed())
                    .toList();
        }
    }

    private static void remove(Path run) throws IOException {
        try (Stream<Path> files = Files.list(run)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
        Files.delete(run);
    }
}
