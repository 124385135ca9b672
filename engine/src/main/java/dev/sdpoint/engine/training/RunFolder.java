package dev.sdpoint.engine.training;

import dev.sdpoint.engine.model.SealedZip;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder of its own for the checkpoint of one run, named for the time at which it was made. Blocking.
 *
 * @param path the folder
 */
public record RunFolder(Path path) {
    private static final String CHECKPOINT = "run.checkpoint";
    private static final String RECIPE = "recipe.txt";
    private static final String ORIGIN = "origin.txt";
    private static final String MODEL = "model.sdp";

    /** What runs write into their folders, also those of earlier versions of the program. */
    private static final List<String> WRITTEN =
            List.of(CHECKPOINT, CHECKPOINT + ".previous", RECIPE, "recipe.properties", ORIGIN, MODEL);

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT);
    private static final Duration TICK = Duration.ofMillis(1);
    private static final int ATTEMPTS = 1000;

    /**
     * Makes a new one. Its name comes after those that there are, also where the clock was set back meanwhile: by their names old runs are told
     * from new ones.
     *
     * @param parent where runs have their folders; made if it is not there
     * @throws IOException if it cannot be written
     */
    public static RunFolder create(Path parent) throws IOException {
        return create(parent, Clock.system(ZoneId.systemDefault()));
    }

    static RunFolder create(Path parent, Clock clock) throws IOException {
        Files.createDirectories(parent);
        LocalDateTime now = LocalDateTime.now(clock);
        LocalDateTime first = newestStamp(parent)
                .filter(newest -> !newest.isBefore(now))
                .map(newest -> newest.plus(TICK))
                .orElse(now);
        for (int i = 0; i < ATTEMPTS; i++) {
            Path path = parent.resolve(first.plus(TICK.multipliedBy(i)).format(STAMP));
            try {
                return new RunFolder(Files.createDirectory(path));
            } catch (FileAlreadyExistsException e) {
                // another run began in the same millisecond
            }
        }
        throw new IOException("no free name for a folder in " + parent);
    }

    private static Optional<LocalDateTime> newestStamp(Path parent) throws IOException {
        return newestFirst(parent).stream().flatMap(run -> run.stamp().stream()).findFirst();
    }

    private Optional<LocalDateTime> stamp() {
        try {
            return Optional.of(LocalDateTime.parse(String.valueOf(path.getFileName()), STAMP));
        } catch (DateTimeParseException e) {
            return Optional.empty(); // a folder of another name
        }
    }

    /** Those that there are, the newest first. Folders of other names are a person's, and none of these. */
    public static List<RunFolder> newestFirst(Path parent) throws IOException {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.filter(Files::isDirectory)
                    .sorted(Comparator.<Path>naturalOrder().reversed())
                    .map(RunFolder::new)
                    .filter(run -> run.stamp().isPresent())
                    .toList();
        }
    }

    /** The folder that a checkpoint lies in, if it is one of these. */
    public static Optional<RunFolder> of(Path parent, Path checkpoint) {
        Path folder = checkpoint.toAbsolutePath().normalize().getParent();
        if (folder == null || !checkpoint.endsWith(CHECKPOINT)) {
            return Optional.empty();
        }
        return parent.toAbsolutePath().normalize().equals(folder.getParent())
                ? Optional.of(new RunFolder(folder))
                : Optional.empty();
    }

    /** Where the run's checkpoint goes. */
    public Path checkpoint() {
        return path.resolve(CHECKPOINT);
    }

    /** Where the model of a finished run goes that lies beside its checkpoint. */
    public static Path modelBeside(Path checkpoint) {
        return checkpoint.resolveSibling(MODEL);
    }

    /** Where a sentence goes about the run that this one was forked from, if it was. */
    public Path originFile() {
        return path.resolve(ORIGIN);
    }

    /** What this run was forked from, as a sentence; empty if it began with new weights. */
    public Optional<String> origin() throws IOException {
        return Files.isRegularFile(originFile()) ? Optional.of(Files.readString(originFile())) : Optional.empty();
    }

    /** Where the text of the run's recipe goes. */
    public Path recipeFile() {
        return path.resolve(RECIPE);
    }

    /** The recipe that lies there, if there is one that this program understands. */
    public Optional<Recipe> recipe() throws IOException {
        if (!Files.isRegularFile(recipeFile())) {
            return Optional.empty();
        }
        try {
            return Optional.of(Recipe.ofText(Files.readString(recipeFile())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** SHA-256 of the data set that the checkpoint here is of; empty if there is none that this program understands. */
    public Optional<String> dataFingerprint() {
        return Checkpoint.dataFingerprint(checkpoint());
    }

    /** The peak learning rate that a person has set during the run, as its checkpoint tells; empty if none was. */
    public Optional<Double> editedPeakRate() {
        return Checkpoint.editedPeakRate(checkpoint());
    }

    /** Whether a run is training here, in this process or another. */
    public boolean training() {
        try (RunClaim claim = RunClaim.of(checkpoint())) {
            return false;
        } catch (TrainingException e) {
            return true;
        }
    }

    /**
     * Removes what a run wrote, and the folder unless something else lies in it. Nothing happens where a run is training, in this process or
     * another.
     *
     * @return whether the folder is gone
     * @throws IOException if a file cannot be removed
     */
    public boolean remove() throws IOException {
        if (!Files.isDirectory(path)) {
            return true;
        }
        try (RunClaim claim = RunClaim.of(checkpoint())) {
            for (String name : WRITTEN) {
                Path file = path.resolve(name);
                SealedZip.removeLeftovers(file);
                if (Files.isRegularFile(file)) {
                    Files.delete(file);
                }
            }
        } catch (TrainingException e) {
            return false;
        }
        try {
            Files.delete(path);
            return true;
        } catch (DirectoryNotEmptyException e) {
            return false; // what a person or another program put there
        }
    }
}
