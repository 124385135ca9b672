package dev.sdpoint.engine.store;

import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.evaluation.Sweep;
import dev.sdpoint.engine.event.TrainingEvent;
import dev.sdpoint.engine.sdpoint.Instance;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The evaluations of all runs, each with the score of every instance. */
final class EvaluationTable {
    private EvaluationTable() {}

    /**
     * Adds an evaluation in the place of one of the same iteration on as many images: a run that is taken up again where an
     * epoch ended may evaluate the same weights once more.
     */
    static void add(Connection connection, long run, Instant at, TrainingEvent.Evaluated told) throws SQLException {
        Sweep sweep = told.sweep();
        Database.update(
                connection,
                "DELETE FROM evaluation WHERE run = ? AND iteration = ? AND images = ?",
                run,
                told.iteration(),
                sweep.images());
        Database.update(
                connection,
                "INSERT INTO evaluation (run, iteration, epoch, at, images) VALUES (?, ?, ?, ?, ?)",
                run,
                told.iteration(),
                told.epoch(),
                at.toEpochMilli(),
                sweep.images());
        long evaluation = Database.lastRow(connection);
        for (int position = 0; position < sweep.scores().size(); position++) {
            InstanceScore score = sweep.scores().get(position);
            Database.update(
                    connection,
                    "INSERT INTO score VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    evaluation,
                    position,
                    score.instance().point(),
                    score.instance().ratio(),
                    score.flops(),
                    score.relativeCost(),
                    orNull(score.top1Error()),
                    orNull(score.top5Error()),
                    orNull(score.loss()),
                    orNull(score.millisPerImage()));
        }
    }

    /** Those of a run, in the order in which they were made. */
    static List<RecordedEvaluation> of(Connection connection, long run) throws SQLException {
        return those(connection, " WHERE run = ? ORDER BY id", run);
    }

    /** The last one of a run. */
    static Optional<RecordedEvaluation> newest(Connection connection, long run) throws SQLException {
        return those(connection, " WHERE run = ? ORDER BY id DESC LIMIT 1", run).stream()
                .findFirst();
    }

    private static List<RecordedEvaluation> those(Connection connection, String which, long run) throws SQLException {
        List<Head> heads = Database.query(
                connection,
                "SELECT id, iteration, epoch, at, images FROM evaluation" + which,
                row -> new Head(row.getLong(1), row.getLong(2), row.getInt(3), row.getLong(4), row.getInt(5)),
                run);
        List<RecordedEvaluation> evaluations = new ArrayList<>();
        for (Head head : heads) {
            List<InstanceScore> scores = Database.query(
                    connection,
                    "SELECT point, ratio, flops, relative_cost, top1_error, top5_error, loss, millis_per_image FROM score"
                            + " WHERE evaluation = ? ORDER BY position",
                    row -> new InstanceScore(
                            Instance.of(row.getInt(1), row.getDouble(2)),
                            row.getLong(3),
                            row.getDouble(4),
                            orNaN(row, 5),
                            orNaN(row, 6),
                            orNaN(row, 7),
                            orNaN(row, 8)),
                    head.id());
            if (!scores.isEmpty()) { // none after damage
                evaluations.add(new RecordedEvaluation(
                        Instant.ofEpochMilli(head.at()),
                        new TrainingEvent.Evaluated(head.iteration(), head.epoch(), new Sweep(head.images(), scores))));
            }
        }
        return evaluations;
    }

    /** Forgets the evaluations after an iteration: the run was taken up again there. */
    static void cutAfter(Connection connection, long run, long iteration) throws SQLException {
        Database.update(connection, "DELETE FROM evaluation WHERE run = ? AND iteration > ?", run, iteration);
    }

    private record Head(long id, long iteration, int epoch, long at, int images) {}

    private static @Nullable Double orNull(double value) {
        return Double.isNaN(value) ? null : value;
    }

    private static double orNaN(ResultSet row, int column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? Double.NaN : value;
    }
}
