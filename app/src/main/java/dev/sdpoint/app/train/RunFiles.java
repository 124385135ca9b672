package dev.sdpoint.app.train;

import dev.sdpoint.engine.training.Recipe;
import dev.sdpoint.engine.training.RunFolder;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Predicate;

/**
 * The folders in which runs keep their checkpoints, so that a stopped or killed run goes on later: one folder a run, with {@code
 * recipe.properties}, or the {@code recipe.txt} of a run from elsewhere, and {@code run.checkpoint}. Blocking; never on the JavaFX
 * thread.
 */
final class RunFiles {
    /** Older folders are removed when a run begins, unless a run trains there: a checkpoint of a large network takes 300 MB. */
    private static final int KEPT = 5;

    private static final String RECIPE = "recipe.properties";

    private final Path folder;
    private final Predicate<Path> deleted;

    RunFiles(Path folder) {
        this(folder, checkpoint -> false);
    }

    /** @param deleted whether the person deleted the run of a checkpoint */
    RunFiles(Path folder, Predicate<Path> deleted) {
        this.folder = folder;
        this.deleted = deleted;
    }

    /**
     * Makes a folder for a new run.
     *
     * @return where its checkpoint goes
     * @throws IOException if the folder cannot be written
     */
    Path begin(RecipeEntries entries) throws IOException {
        List<RunFolder> runs = RunFolder.newestFirst(folder);
        for (RunFolder old : runs.subList(Math.min(KEPT - 1, runs.size()), runs.size())) {
            boolean unused = old.remove(); // where a run trains, it stays
        }
        RunFolder run = RunFolder.create(folder);
        try (Writer out = Files.newBufferedWriter(run.path().resolve(RECIPE))) {
            entries.toProperties().store(out, "A run of SDPoint Explorer; goes with its checkpoint");
        }
        return run.checkpoint();
    }

    /** The newest run that left a checkpoint and a readable recipe, is not deleted, and does not train right now. */
    Optional<UnfinishedRun> newestUnfinished() throws IOException {
        for (RunFolder run : RunFolder.newestFirst(folder)) {
            if (Files.isRegularFile(run.checkpoint())) {
                Optional<UnfinishedRun> found = unfinished(run);
                if (found.isPresent() && !deleted.test(run.checkpoint()) && !run.training()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<UnfinishedRun> unfinished(RunFolder run) throws IOException {
        if (!Files.isRegularFile(run.path().resolve(RECIPE))) {
            Optional<Recipe> recipe = run.recipe();
            return recipe.map(known -> UnfinishedRun.of(known, run.checkpoint()));
        }
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(run.path().resolve(RECIPE))) {
            properties.load(in);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return RecipeEntries.of(properties).map(entries -> new UnfinishedRun(entries, run.checkpoint()));
    }

    /** Forgets a run whose model is kept elsewhere, or that nobody wants. */
    void discard(Path checkpoint) throws IOException {
        Optional<RunFolder> run = RunFolder.of(folder, checkpoint);
        if (run.isPresent()) {
            boolean unused = run.get().remove();
        }
    }
}
