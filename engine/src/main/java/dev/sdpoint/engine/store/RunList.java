package dev.sdpoint.engine.store;

import dev.sdpoint.engine.training.Method;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongPredicate;

/** Reads runs as a list shows them: two queries, whatever their number, and none of them sees a step. */
final class RunList {
    private static final String COLUMNS =
            "SELECT id, key, name, network, method, epochs, data_title, data_fingerprint, state,"
                    + " iteration, iterations, seconds, started_at, changed_at, best_error, curve, checkpoint, deleted_at, note, recipe FROM run";

    private final Connection connection;
    private final LongPredicate recordedNow;
    private final Function<String, Path> checkpoints;

    /**
     * @param recordedNow whether somebody records a row, in this process or another
     * @param checkpoints makes a path of the text in the table
     */
    RunList(Connection connection, LongPredicate recordedNow, Function<String, Path> checkpoints) {
        this.connection = connection;
        this.recordedNow = recordedNow;
        this.checkpoints = checkpoints;
    }

    /** Those that are deleted, or those that are not; the newest first. */
    List<RunSummary> all(boolean deleted) throws SQLException {
        Map<Long, List<String>> tags = tags("SELECT run, name FROM tag ORDER BY run, name");
        String which = deleted ? " WHERE deleted_at IS NOT NULL" : " WHERE deleted_at IS NULL";
        return Database.query(
                connection, COLUMNS + which + " ORDER BY started_at DESC, id DESC", row -> summary(row, tags));
    }

    Optional<RunSummary> one(RunId id) throws SQLException {
        Map<Long, List<String>> tags = tags(
                "SELECT run, name FROM tag WHERE run = (SELECT id FROM run WHERE key = ?) ORDER BY name", id.key());
        return Database.query(connection, COLUMNS + " WHERE key = ?", row -> summary(row, tags), id.key()).stream()
                .findFirst();
    }

    private Map<Long, List<String>> tags(String sql, Object... values) throws SQLException {
        Map<Long, List<String>> tags = new HashMap<>();
        Database.query(
                connection,
                sql,
                row -> tags.computeIfAbsent(row.getLong(1), run -> new ArrayList<>())
                        .add(row.getString(2)),
                values);
        return tags;
    }

    private RunSummary summary(ResultSet row, Map<Long, List<String>> tags) throws SQLException {
        long id = row.getLong("id");
        double best = row.getDouble("best_error");
        Optional<Double> bestError = row.wasNull() ? Optional.empty() : Optional.of(best);
        long deleted = row.getLong("deleted_at");
        Optional<Instant> deletedAt = row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(deleted));
        return new RunSummary(
                new RunId(row.getString("key")),
                new RunSummary.Label(row.getString("name"), tags.getOrDefault(id, List.of()), row.getString("note")),
                new RunSummary.Origin(
                        row.getString("network"),
                        Method.parse(row.getString("method")),
                        row.getInt("epochs"),
                        row.getString("data_title"),
                        row.getString("data_fingerprint"),
                        row.getString("recipe")),
                new RunSummary.Progress(
                        state(id, RecordedState.valueOf(row.getString("state"))),
                        row.getLong("iteration"),
                        row.getLong("iterations"),
                        Duration.ofMillis(Math.round(1000 * row.getDouble("seconds"))),
                        Instant.ofEpochMilli(row.getLong("started_at")),
                        Instant.ofEpochMilli(row.getLong("changed_at"))),
                new RunSummary.Result(bestError, RunCurve.points(row.getBytes("curve"))),
                Optional.ofNullable(row.getString("checkpoint")).map(checkpoints),
                deletedAt);
    }

    private RecordedState state(long run, RecordedState written) {
        return written.live() && !recordedNow.test(run) ? RecordedState.INTERRUPTED : written;
    }
}
