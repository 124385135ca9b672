package dev.sdpoint.engine.store;

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
            lock = StoreLock.enter(files.folder());
        } catch (IOException e) {
            return readOnly(files, reason(e));
        }
        try {
            StoreOpening opening = open(files, lock);
            if (opening.store().isEmpty()) {
                lock.close();
            } else {
                lock.share();
            }
            return opening;
        } catch (IOException | SQLException | StoreException e) {
            lock.close();
            return new StoreOpening.Unusable("The list of runs in " + files.folder() + " cannot be opened ("
                    + e.getMessage() + "). Check the folder and the free space, and start the program anew.");
        }
    }

    private static StoreOpening open(StoreFiles files, StoreLock lock)
            throws IOException, SQLException, StoreException {
        boolean alone = lock.alone();
        if (alone) {
            Repair.finish(files);
        }
        if (files.markedDamaged() || !Soundness.of(files.database())) {
            return alone
                    ? Repair.of(files, reopened -> connected(files, lock))
                    : new StoreOpening.Unusable(
                            "The list of runs in " + files.folder()
                                    + " is damaged, and another SDPoint Explorer has it open. Close both and start one anew: it repairs it.");
        }
        Database writing = Database.open(files.database());
        try {
            if (!Schema.isOurs(writing)) {
                writing.close();
                return new StoreOpening.Unusable(files.database()
                        + " is a database of another program. Move it elsewhere and start the program anew.");
            }
            int version = Schema.version(writing);
            if (version > Schema.VERSION) {
                writing.close();
                return new StoreOpening.Newer(files.database(), version, Schema.VERSION);
            }
            if (version < Schema.VERSION && !alone) {
                writing.close();
                return new StoreOpening.Unusable("The list of runs in " + files.folder()
                        + " is from an older SDPoint Explorer, which has it open. Close both and start the newer one.");
            }
            if (version < Schema.VERSION) {
                Schema.migrate(writing);
            }
        } catch (SQLException | StoreException e) {
            writing.close();
            throw e;
        }
        RunStore store = connected(files, lock, writing);
        return alone ? new StoreOpening.Ready(store) : new StoreOpening.Shared(store);
    }

    private static RunStore connected(StoreFiles files, StoreLock lock) throws SQLException, StoreException {
        Database writing = Database.open(files.database());
        try {
            Schema.migrate(writing);
        } catch (StoreException e) {
            writing.close();
            throw e;
        }
        return connected(files, lock, writing);
    }

    private static RunStore connected(StoreFiles files, StoreLock lock, Database writing) throws SQLException {
        try {
            return new RunStore(files, Database.open(files.database()), Optional.of(writing), Optional.of(lock));
        } catch (SQLException e) {
            writing.close();
            throw e;
        }
    }

    /** Looks at the file itself if that is safe, else at a copy of it. */
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
                    + ") nor read (" + e.getMessage() + "). Make the folder writable and start the program anew.");
        }
    }

    private static StoreOpening readOnly(StoreFiles copy, StoreFiles files, String why)
            throws SQLException, StoreException {
        Database reading = Database.open(copy.database());
        try {
            int version = Schema.version(reading);
            boolean ours = Schema.isOurs(reading);
            if (!ours || version > Schema.VERSION) {
                reading.close();
                copy.close();
                return ours
                        ? new StoreOpening.Newer(files.database(), version, Schema.VERSION)
                        : new StoreOpening.Unusable(files.database() + " is a database of another program.");
            }
            Schema.migrate(reading);
            return new StoreOpening.ReadOnly(
                    new RunStore(copy, reading, Optional.empty(), StoreLock.observe(files.folder())), why);
        } catch (SQLException | StoreException e) {
            reading.close();
            throw e;
        }
    }

    private static String reason(IOException failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }
}
