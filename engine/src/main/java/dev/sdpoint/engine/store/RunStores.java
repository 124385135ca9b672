package dev.sdpoint.engine.store;

import dev.sdpoint.engine.data.FullStop;
import dev.sdpoint.engine.model.DiskTrouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/** Opens run stores, whatever state they are in. */
public final class RunStores {
    private RunStores() {}

    /**
     * Opens the store of a folder, making it if there is none, bringing it to this program's version if it is older and
     * repairing it if it is damaged. Blocking.
     *
     * @return what became of it; whoever asks closes the store in it
     */
    public static StoreOpening open(Path folder) {
        StoreFiles files = StoreFiles.in(folder);
        StoreLock lock;
        try {
            Files.createDirectories(files.folder());
            if (Files.exists(files.database()) && !Files.isWritable(files.database())) {
                return readOnly(files, files.database().getFileName() + " is write-protected");
            }
            if (!Files.isWritable(files.folder())) { // where SQLite must write beside the file
                return readOnly(files, "the folder is write-protected");
            }
            lock = StoreLock.enter(files.folder());
        } catch (IOException e) {
            return readOnly(files, DiskTrouble.words(e));
        }
        try {
            StoreOpening opening = open(files, lock);
            if (opening.store().isEmpty()) {
                lock.close();
            } else {
                lock.share();
            }
            return opening;
        } catch (IOException | SQLException | StoreException | LinkageError e) {
            lock.close();
            return new StoreOpening.Unusable("The list of runs in " + files.folder() + " cannot be opened ("
                    + FullStop.without(String.valueOf(e.getMessage()))
                    + "). Check the folder and the free space, and start the program anew.");
        }
    }

    private static StoreOpening open(StoreFiles files, StoreLock lock)
            throws IOException, SQLException, StoreException {
        boolean alone = lock.alone();
        if (alone) {
            Repair.finish(files);
        }
        Condition condition = Condition.of(files.database());
        if (condition.kind() == Condition.Kind.FOREIGN || condition.kind() == Condition.Kind.NEWER) {
            return refused(files, condition);
        }
        boolean damaged = files.markedDamaged() || condition.kind() == Condition.Kind.DAMAGED;
        if (damaged && !alone) {
            return new StoreOpening.Unusable(
                    "The list of runs in " + files.folder()
                            + " is damaged, and another SDPoint Explorer has it open. Close both and start one anew: it repairs it.");
        }
        if (damaged) {
            return Repair.of(files, repaired -> connected(repaired, lock));
        }
        if (condition.version() < Schema.VERSION && !alone) {
            return new StoreOpening.Unusable("The list of runs in " + files.folder()
                    + " is from an older SDPoint Explorer, which has it open. Close both and start the newer one.");
        }
        RunStore store = connected(files, lock);
        return alone ? new StoreOpening.Ready(store) : new StoreOpening.Shared(store);
    }

    private static StoreOpening refused(StoreFiles files, Condition condition) {
        return condition.kind() == Condition.Kind.NEWER
                ? new StoreOpening.Newer(files.database(), condition.version(), Schema.VERSION)
                : new StoreOpening.Unusable(files.database()
                        + " is a database of another program. Move it elsewhere and start the program anew.");
    }

    private static RunStore connected(StoreFiles files, StoreLock lock) throws SQLException, StoreException {
        Database writing = Database.open(files.database());
        try {
            Schema.migrate(writing);
            return new RunStore(files, Database.open(files.database()), Optional.of(writing), Optional.of(lock));
        } catch (SQLException | StoreException e) {
            writing.close();
            throw e;
        }
    }

    /** Looks at a copy: SQLite would write beside the file even to read it. */
    private static StoreOpening readOnly(StoreFiles files, String why) {
        if (!Files.isRegularFile(files.database())) {
            return new StoreOpening.Unusable("Runs cannot be kept in " + files.folder() + " (" + why
                    + "). Make the folder writable and start the program anew.");
        }
        try {
            StoreFiles copy = files.copied();
            try {
                return readOnly(copy, files, why);
            } catch (SQLException | StoreException e) {
                copy.close();
                throw e;
            }
        } catch (IOException | SQLException | StoreException e) {
            return new StoreOpening.Unusable("The list of runs in " + files.folder() + " can neither be written (" + why
                    + ") nor read (" + FullStop.without(String.valueOf(e.getMessage()))
                    + "). Make the folder writable and start the program anew.");
        }
    }

    private static StoreOpening readOnly(StoreFiles copy, StoreFiles files, String why)
            throws SQLException, StoreException {
        Condition condition = Condition.of(copy.database());
        if (condition.kind() == Condition.Kind.FOREIGN || condition.kind() == Condition.Kind.NEWER) {
            copy.close();
            return refused(files, condition);
        }
        Database reading = Database.open(copy.database());
        try {
            Schema.migrate(reading);
            return new StoreOpening.ReadOnly(
                    new RunStore(copy, reading, Optional.empty(), StoreLock.observe(files.folder())), why);
        } catch (StoreException e) {
            reading.close();
            throw e;
        }
    }
}
