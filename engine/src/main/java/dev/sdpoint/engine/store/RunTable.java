package dev.sdpoint.engine.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** The runs themselves. */
final class RunTable {
    private RunTable() {}

    /**
     * How far a run has come.
     *
     * @param seconds that sessions took so far, pauses left out
     */
    record Progress(
            RecordedState state, double seconds, long iteration, long iterations, int iterationsPerEpoch, int epochs) {
        Progress in(RecordedState other) {
            return new Progress(other, seconds, iteration, iterations, iterationsPerEpoch, epochs);
        }

        Progress at(long reached) {
            return new Progress(state, seconds, reached, iterations, iterationsPerEpoch, epochs);
        }

        Progress after(double more) {
            return new Progress(state, seconds + more, iteration, iterations, iterationsPerEpoch, epochs);
        }
    }

    /** @return its row */
    static long insert(Connection connection, RunId id, NewRun run, Optional<String> checkpoint, Instant now)
            throws SQLException {
        Database.update(
                connection,
                "INSERT INTO run (key, name, network, method, recipe, data_title, data_fingerprint, checkpoint, state,"
                        + " started_at, changed_at, epochs) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id.key(),
                run.title(),
                run.recipe().network().name(),
                run.recipe().method().id(),
                run.recipe().text(),
                run.dataTitle(),
                run.dataFingerprint(),
                checkpoint.orElse(null),
                RecordedState.RUNNING.name(),
                now.toEpochMilli(),
                now.toEpochMilli(),
                run.recipe().optimization().epochs());
        return Database.lastRow(connection);
    }

    static Progress progress(Connection connection, long run) throws SQLException {
        return Database.query(
                        connection,
                        "SELECT state, seconds, iteration, iterations, iterations_per_epoch, epochs FROM run WHERE id = ?",
                        row -> new Progress(
                                RecordedState.valueOf(row.getString(1)),
                                row.getDouble(2),
                                row.getLong(3),
                                row.getLong(4),
                                row.getInt(5),
                                row.getInt(6)),
                        run)
                .get(0);
    }

    static void update(Connection connection, long run, Progress progress, Instant now) throws SQLException {
        Database.update(
                connection,
                "UPDATE run SET state = ?, seconds = ?, iteration = ?, iterations = ?, iterations_per_epoch = ?, epochs = ?,"
                        + " changed_at = ? WHERE id = ?",
                progress.state().name(),
                progress.seconds(),
                progress.iteration(),
                progress.iterations(),
                progress.iterationsPerEpoch(),
                progress.epochs(),
                now.toEpochMilli(),
                run);
    }
}
