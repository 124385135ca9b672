package dev.sdpoint.engine.store;

import dev.sdpoint.engine.data.FullStop;
import dev.sdpoint.engine.training.Recipe;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
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

    /**
     * Works out what the list shows of the run's evaluations, anew: the smallest error among those on the most images, and the
     * curve of the newest.
     */
    static void refreshScore(Connection connection, long run) throws SQLException {
        Database.update(
                connection,
                "UPDATE run SET curve = ?2, best_error = (SELECT min(top1_error) FROM score WHERE evaluation IN"
                        + " (SELECT id FROM evaluation WHERE run = ?1 AND images ="
                        + " (SELECT max(images) FROM evaluation WHERE run = ?1))) WHERE id = ?1",
                run,
                RunCurve.of(EvaluationTable.newest(connection, run)));
    }

    static void refreshScores(Connection connection) throws SQLException {
        for (long run : Database.query(connection, "SELECT id FROM run", row -> row.getLong(1))) {
            refreshScore(connection, run);
        }
    }

    /**
     * The row of a run.
     *
     * @throws StoreException if there is none
     */
    static long row(Connection connection, RunId id) throws SQLException, StoreException {
        return Database.query(connection, "SELECT id FROM run WHERE key = ?", row -> row.getLong(1), id.key()).stream()
                .findFirst()
                .orElseThrow(RunTable::missing);
    }

    static StoreException missing() {
        return new StoreException("This run is no longer in the run store. Look at the list anew.");
    }

    static Recipe recipe(Connection connection, long run) throws SQLException, StoreException {
        String text = Database.query(connection, "SELECT recipe FROM run WHERE id = ?", row -> row.getString(1), run)
                .get(0);
        try {
            return Recipe.ofText(text);
        } catch (IllegalArgumentException e) {
            throw new StoreException(
                    "The recipe of this run cannot be read: " + FullStop.after(String.valueOf(e.getMessage())), e);
        }
    }

    /** Time of the newest event or evaluation of a run; empty if it has told nothing yet. */
    static Optional<Instant> latest(Connection connection, long run) throws SQLException {
        return Database.query(
                        connection,
                        "SELECT max(at) FROM (SELECT at FROM event WHERE run = ? UNION ALL SELECT at FROM evaluation WHERE run = ?)",
                        row -> Optional.of(row.getLong(1)).filter(at -> at > 0).map(Instant::ofEpochMilli),
                        run,
                        run)
                .get(0);
    }

    /** Runs that wrote this checkpoint, the newest first. */
    static List<Long> withCheckpoint(Connection connection, String checkpoint, String dataFingerprint)
            throws SQLException {
        return Database.query(
                connection,
                "SELECT id FROM run WHERE checkpoint = ? AND data_fingerprint = ? ORDER BY started_at DESC, id DESC",
                row -> row.getLong(1),
                checkpoint,
                dataFingerprint);
    }

    /** Whether a run, deleted or not, has this checkpoint. */
    static boolean knows(Connection connection, String checkpoint) throws SQLException {
        return Database.query(
                        connection,
                        "SELECT count(*) > 0 FROM run WHERE checkpoint = ?",
                        row -> row.getBoolean(1),
                        checkpoint)
                .get(0);
    }

    /** Makes a checkpoint this run's and nobody else's. */
    static void takeCheckpoint(Connection connection, long run, String checkpoint) throws SQLException {
        Database.update(
                connection, "UPDATE run SET checkpoint = NULL WHERE checkpoint = ? AND id <> ?", checkpoint, run);
        Database.update(connection, "UPDATE run SET checkpoint = ? WHERE id = ?", checkpoint, run);
    }

    static RunId id(Connection connection, long run) throws SQLException {
        return Database.query(connection, "SELECT key FROM run WHERE id = ?", row -> new RunId(row.getString(1)), run)
                .get(0);
    }

    /** Whether a checkpoint is known, and all runs that wrote it are deleted. */
    static boolean onlyDeleted(Connection connection, String checkpoint) throws SQLException {
        return Database.query(
                        connection,
                        "SELECT count(*), count(deleted_at) FROM run WHERE checkpoint = ?",
                        row -> row.getLong(1) > 0 && row.getLong(1) == row.getLong(2),
                        checkpoint)
                .get(0);
    }

    /** Whether the newest run that wrote a checkpoint, and is not deleted, has done all its epochs. */
    static boolean finished(Connection connection, String checkpoint) throws SQLException {
        return Database.query(
                        connection,
                        "SELECT state FROM run WHERE checkpoint = ? AND deleted_at IS NULL ORDER BY started_at DESC, id DESC LIMIT 1",
                        row -> RecordedState.FINISHED.name().equals(row.getString(1)),
                        checkpoint)
                .contains(true);
    }

    static int dropIfNothingWasTold(Connection connection, long run) throws SQLException {
        return Database.update(
                connection,
                "DELETE FROM run WHERE id = ? AND NOT EXISTS (SELECT 1 FROM event WHERE event.run = run.id)"
                        + " AND NOT EXISTS (SELECT 1 FROM steps WHERE steps.run = run.id)",
                run);
    }
}
