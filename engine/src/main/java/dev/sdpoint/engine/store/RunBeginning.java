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
 * @param checkpoint as it stands in the database, if the session writes one: the run's own once the trainer has started, which it
 *     does after it has found the file to be of this recipe and images and of no other run under way
 */
record RunBeginning(RunId id, long row, RunTable.Progress progress, Optional<String> checkpoint) {
    /**
     * The run that left this checkpoint, if it is of the same recipe and images, or a new one; that has no checkpoint yet where
     * another has it, since it may be refused there.
     */
    static RunBeginning of(Connection connection, NewRun run, StoreFiles files) throws SQLException, StoreException {
        Optional<String> checkpoint = run.checkpoint().map(files::text);
        if (run.checkpoint().filter(Files::isRegularFile).isPresent()) {
            for (long row : RunTable.withCheckpoint(connection, checkpoint.orElseThrow(), run.dataFingerprint())) {
                if (sameWeights(RunTable.recipe(connection, row), run.recipe())) {
                    Database.update(connection, "UPDATE run SET deleted_at = NULL WHERE id = ?", row);
                    return at(connection, row, checkpoint);
                }
            }
        }
        boolean taken = checkpoint.isPresent() && RunTable.knows(connection, checkpoint.get());
        Optional<String> own = taken ? Optional.empty() : checkpoint;
        return at(connection, RunTable.insert(connection, RunId.fresh(), run, own, Instant.now()), checkpoint);
    }

    private static RunBeginning at(Connection connection, long row, Optional<String> checkpoint) throws SQLException {
        return new RunBeginning(RunTable.id(connection, row), row, RunTable.progress(connection, row), checkpoint);
    }

    private static boolean sameWeights(Recipe one, Recipe other) {
        return one.settings().equals(other.settings());
    }
}
