package dev.sdpoint.engine.store;

import dev.sdpoint.engine.training.Recipe;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a session that begins is written.
 *
 * @param row of the run
 * @param progress of its sessions so far
 */
record RunBeginning(RunId id, long row, RunTable.Progress progress) {
    /** The run that left this checkpoint, if it is of the same recipe and images, or a new one. */
    static RunBeginning of(Connection connection, NewRun run, StoreFiles files) throws SQLException, StoreException {
        Optional<String> checkpoint = run.checkpoint().map(files::text);
        if (run.checkpoint().filter(Files::isRegularFile).isPresent()) {
            for (long row : RunTable.withCheckpoint(connection, checkpoint.orElseThrow(), run.dataFingerprint())) {
                if (sameWeights(RunTable.recipe(connection, row), run.recipe())) {
                    Database.update(connection, "UPDATE run SET deleted_at = NULL WHERE id = ?", row);
                    return new RunBeginning(RunTable.id(connection, row), row, RunTable.progress(connection, row));
                }
            }
        }
        RunId id = RunId.fresh();
        long row = RunTable.insert(connection, id, run, checkpoint, Instant.now());
        return new RunBeginning(id, row, RunTable.progress(connection, row));
    }

    private static boolean sameWeights(Recipe one, Recipe other) {
        return one.settings().equals(other.settings());
    }
}
