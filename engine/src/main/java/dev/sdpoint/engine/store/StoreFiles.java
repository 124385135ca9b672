package dev.sdpoint.engine.store;

import dev.sdpoint.engine.training.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of a store: the database with what SQLite keeps beside it, and folders of checkpoints. */
final class StoreFiles implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StoreFiles.class);
    private static final String NAME = "runs";
    private static final String DAMAGED = "runs.damaged";
    private static final String REPAIRED = "runs-repaired.db";
    /** What SQLite keeps beside a database. */
    static final List<String> COMPANIONS = List.of("", "-wal", "-shm");

    private final Path folder;
    private final Optional<Path> copy;

    private StoreFiles(Path folder, Optional<Path> copy) {
        this.folder = folder;
        this.copy = copy;
    }

    static StoreFiles in(Path folder) {
        return new StoreFiles(folder.toAbsolutePath().normalize(), Optional.empty());
    }

    /** The same, but with a copy of the database elsewhere, removed when this is closed: for a folder that cannot be written. */
    StoreFiles copied() throws IOException {
        Path place = Files.createTempDirectory("sdpoint-runs");
        StoreFiles copied = new StoreFiles(folder, Optional.of(place));
        for (String companion : List.of("", "-wal")) {
            Path from = companion(companion);
            if (Files.exists(from)) {
                Files.copy(from, copied.companion(companion));
            }
        }
        return copied;
    }

    Path folder() {
        return folder;
    }

    Path database() {
        return companion("");
    }

    Path companion(String end) {
        return copy.orElse(folder).resolve(NAME + ".db" + end);
    }

    /** Where a damaged database is kept; the stamp makes the name free. */
    Path kept(String stamp) {
        return folder.resolve(NAME + "-damaged-" + stamp + ".db");
    }

    /** Where a repaired database is made. */
    Path repaired() {
        return folder.resolve(REPAIRED);
    }

    /** How a checkpoint stands in the database: relative if it lies below the folder, so that the folder can be moved. */
    String text(Path checkpoint) {
        Path whole = checkpoint.toAbsolutePath().normalize();
        return whole.startsWith(folder) ? folder.relativize(whole).toString().replace('\\', '/') : whole.toString();
    }

    /** What {@link #text} was made of. */
    Path path(String text) {
        return folder.resolve(text);
    }

    boolean markedDamaged() {
        return Files.exists(folder.resolve(DAMAGED));
    }

    void markDamaged() {
        try {
            Files.write(folder.resolve(DAMAGED), new byte[0]);
        } catch (IOException e) {
            LOG.warn("The damage of the run store could not be marked.", e);
        }
    }

    void unmarkDamaged() throws IOException {
        Files.deleteIfExists(folder.resolve(DAMAGED));
    }

    /** Removes the folder of a checkpoint if it is one of this store's, nothing else lies in it, and no run trains in it. */
    void removeFolder(Path checkpoint) {
        try {
            Optional<RunFolder> ours = RunFolder.of(folder, checkpoint);
            if (ours.isPresent() && !ours.get().remove()) {
                LOG.warn(
                        "{} stays: a run trains in it, or it has other files too.",
                        ours.get().path());
            }
        } catch (IOException e) {
            LOG.warn("The folder of {} could not be removed.", checkpoint, e);
        }
    }

    @Override
    public void close() {
        if (copy.isPresent()) {
            try (Stream<Path> files = Files.list(copy.get())) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
                Files.delete(copy.get());
            } catch (IOException e) {
                LOG.warn("The copy {} could not be removed.", copy.get(), e);
            }
        }
    }
}
