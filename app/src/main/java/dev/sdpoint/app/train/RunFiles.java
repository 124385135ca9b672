package dev.sdpoint.app.train;

import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.library.FoundModel;
import dev.sdpoint.engine.model.ModelFiles;
import dev.sdpoint.engine.model.SdpModel;
import dev.sdpoint.engine.model.WholeFile;
import dev.sdpoint.engine.training.Recipe;
import dev.sdpoint.engine.training.RunFolder;
import dev.sdpoint.engine.training.RunFork;
import dev.sdpoint.engine.training.TrainingException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folders in which runs keep their checkpoints, so that a stopped or killed run goes on later: one folder a run, with {@code
 * recipe.txt}, or the {@code recipe.properties} of earlier versions, and {@code run.checkpoint}. Blocking; never on the JavaFX
 * thread.
 */
final class RunFiles {
    /** Older folders are removed when a run begins, unless a run trains there: a checkpoint of a large network takes 300 MB. */
    private static final int KEPT = 5;

    private static final Logger LOG = LoggerFactory.getLogger(RunFiles.class);
    private static final String RECIPE = "recipe.properties";

    private final Path folder;
    private final Predicate<Path> deleted;
    private final Predicate<Path> finished;
    private final ModelSaver saver;

    RunFiles(Path folder) {
        this(folder, checkpoint -> false, ModelFiles::write);
    }

    /** Files of which nobody knows whether their runs came to their end. */
    RunFiles(Path folder, Predicate<Path> deleted, ModelSaver saver) {
        this(folder, deleted, checkpoint -> false, saver);
    }

    /**
     * @param deleted whether the person deleted the run of a checkpoint
     * @param finished whether the run of a checkpoint came to its end
     * @param saver writes models of runs that are followed by others
     */
    RunFiles(Path folder, Predicate<Path> deleted, Predicate<Path> finished, ModelSaver saver) {
        this.folder = folder;
        this.deleted = deleted;
        this.finished = finished;
        this.saver = saver;
    }

    /** Where the queue is kept. */
    QueueFile queue() {
        return new QueueFile(folder.resolve("queue.properties"));
    }

    /** Where this machine's pace is kept. */
    PaceFile pace() {
        return new PaceFile(folder.resolve("pace.txt"));
    }

    /**
     * Makes a folder for a new run, with its recipe, and the checkpoint that it begins from if it is a fork.
     *
     * @param needed checkpoints that stay, however old, beside those that queues of any window have written down
     * @return where its checkpoint goes
     * @throws IOException if the folder cannot be written
     * @throws TrainingException if the parent's checkpoint does not fit, with a sentence
     */
    Path begin(Recipe recipe, Optional<ParentRun> parent, DataSet data, Set<Path> needed)
            throws IOException, TrainingException {
        tidy(Stream.concat(needed.stream(), parent.stream().map(ParentRun::checkpoint)));
        RunFolder run = RunFolder.create(folder);
        if (parent.isEmpty()) {
            WholeFile.write(run.recipeFile(), recipe.text());
            return run.checkpoint();
        }
        boolean begun = false;
        try {
            RunFork.begin(parent.get().checkpoint(), parent.get().name(), recipe, data, run);
            begun = true;
            return run.checkpoint();
        } finally {
            if (!begun) {
                boolean unused = run.remove();
            }
        }
    }

    /** Removes old folders, but for those of these checkpoints and of queued runs', with models, and where a run trains. */
    private void tidy(Stream<Path> needed) throws IOException {
        Set<Path> kept = needed.map(RunFiles::real).collect(Collectors.toSet());
        List<RunFolder> runs = RunFolder.newestFirst(folder);
        for (RunFolder old : runs.subList(Math.min(KEPT - 1, runs.size()), runs.size())) {
            if (!kept.contains(real(old.checkpoint()))) {
                removeUnlessWanted(old);
            }
        }
    }

    /** Where a run trains, its folder stays too. What cannot be removed costs room, and is tried again: nothing waits for it. */
    private void removeUnlessWanted(RunFolder old) {
        try {
            if (!holdsModel(old) && !queued(old.checkpoint())) {
                boolean unused = old.remove();
            }
        } catch (IOException e) {
            LOG.warn("The old folder {} could not be removed.", old.path(), e);
        }
    }

    /** Whether the model of a run was kept beside its checkpoint, or a person saved one there, by whatever name. */
    private static boolean holdsModel(RunFolder run) throws IOException {
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(run.path(), file -> FoundModel.isModel(String.valueOf(file.getFileName())))) {
            return files.iterator().hasNext();
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    /** Whether a waiting run of any window begins from a checkpoint, or may do so. */
    private boolean queued(Path checkpoint) {
        try {
            return queue().parents().stream().map(RunFiles::real).anyMatch(real(checkpoint)::equals);
        } catch (IOException e) {
            LOG.warn("{} stays, since a queue that may need it cannot be read.", checkpoint, e);
            return true;
        }
    }

    /** The one path of a file that can be named in several ways: from the current folder, by a link. */
    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            return file.toAbsolutePath().normalize(); // it is not there
        }
    }

    /**
     * Keeps the model of a finished run beside its checkpoint; the folder then stays until a person deletes the run.
     *
     * @return its file
     * @throws Exception with a sentence for a person
     */
    Path keep(SdpModel finished, Path checkpoint) throws Exception {
        Path file = model(checkpoint);
        saver.save(file, finished);
        return file;
    }

    /** Where the model of a finished run is kept. */
    static Path model(Path checkpoint) {
        return RunFolder.modelBeside(checkpoint);
    }

    /** Whether a file lies in the folder of a run, and would go with it. */
    static boolean together(Path checkpoint, Path file) {
        return model(real(checkpoint)).equals(model(real(file)));
    }

    /**
     * The newest run that left a checkpoint and a readable recipe, has no model, is not deleted, and does not train right now. One that came to its
     * end, of which only the model is missing, is found if there is no other.
     *
     * @param except a checkpoint that is passed over
     */
    Optional<UnfinishedRun> newestUnfinished(Optional<Path> except) throws IOException {
        Optional<Path> passed = except.map(RunFiles::real);
        Optional<UnfinishedRun> ended = Optional.empty();
        for (RunFolder run : RunFolder.newestFirst(folder)) {
            if (passed.filter(real(run.checkpoint())::equals).isEmpty()) {
                Optional<UnfinishedRun> found = continuable(run);
                if (found.isPresent() && !finished(found.get())) {
                    return found.map(this::looked);
                }
                ended = ended.isPresent() ? ended : found;
            }
        }
        return ended.map(this::looked);
    }

    /** Whether a run came to its end, so that only its model is missing. */
    boolean finished(UnfinishedRun run) {
        return finished.test(run.checkpoint());
    }

    private Optional<UnfinishedRun> continuable(RunFolder run) throws IOException {
        if (!Files.isRegularFile(run.checkpoint()) || holdsModel(run)) {
            return Optional.empty();
        }
        Optional<UnfinishedRun> found = unfinished(run);
        return found.filter(known -> !deleted.test(run.checkpoint()) && !run.training());
    }

    /** A run with what its checkpoint says of its images, and of its rate. */
    UnfinishedRun looked(UnfinishedRun run) {
        Optional<RunFolder> place = RunFolder.of(folder, run.checkpoint());
        return run.on(place.flatMap(RunFolder::dataFingerprint)).at(place.flatMap(RunFolder::editedPeakRate));
    }

    private static Optional<UnfinishedRun> unfinished(RunFolder run) throws IOException {
        Optional<Recipe> recipe = run.recipe();
        if (recipe.isPresent() || !Files.isRegularFile(run.path().resolve(RECIPE))) {
            return recipe.map(known -> UnfinishedRun.of(known, run.checkpoint()));
        }
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(run.path().resolve(RECIPE))) {
            properties.load(in);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return Optional.of(new UnfinishedRun(RecipeEntries.of(properties), run.checkpoint()));
    }

    /** Forgets a run whose model is kept elsewhere, unless one lies beside its checkpoint too, or a run in a queue begins from that. */
    void discard(Path checkpoint) {
        RunFolder.of(folder, checkpoint)
                .filter(run -> Files.isDirectory(run.path()))
                .ifPresent(this::removeUnlessWanted);
    }
}
