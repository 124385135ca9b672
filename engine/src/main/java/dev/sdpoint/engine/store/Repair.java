package dev.sdpoint.engine.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Makes a sound database of a damaged one, which is kept as it was found. A process that is killed meanwhile leaves either the
 * damaged file in its place, and the next one begins anew, or the whole repaired one, which the next one puts in its place.
 */
final class Repair {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT);

    private Repair() {}

    /** Opens the store when the repaired database is in its place. */
    interface Reopening {
        RunStore open(StoreFiles files) throws SQLException, StoreException;
    }

    /** Repairs the database; nobody else may have it open. */
    static StoreOpening of(StoreFiles files, Reopening reopening) throws IOException, SQLException, StoreException {
        files.markDamaged();
        remove(files.repaired());
        Rescue rescue = new Rescue();
        try (Database sound = Database.open(files.repaired())) {
            Schema.migrate(sound);
            rescue.copy(files.database(), sound);
        }
        String stamp = LocalDateTime.now(ZoneId.systemDefault()).format(STAMP);
        Path kept = files.kept(stamp);
        // the database last: while it is in its place, this can begin anew
        for (String end : List.of("-wal", "-shm", "")) {
            if (Files.exists(files.companion(end))) {
                Files.move(files.companion(end), kept.resolveSibling(kept.getFileName() + end));
            }
        }
        finish(files);
        return new StoreOpening.Repaired(reopening.open(files), kept, rescue.runs(), rescue.lost());
    }

    /** Puts a repaired database in its place, if a process was killed just before it did. */
    static void finish(StoreFiles files) throws IOException {
        if (!Files.exists(files.database()) && Files.exists(files.repaired())) {
            Files.move(files.repaired(), files.database(), StandardCopyOption.ATOMIC_MOVE);
            files.unmarkDamaged();
        }
    }

    private static void remove(Path database) throws IOException {
        for (String end : StoreFiles.COMPANIONS) {
            Files.deleteIfExists(database.resolveSibling(database.getFileName() + end));
        }
    }
}
