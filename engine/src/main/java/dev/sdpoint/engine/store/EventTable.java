package dev.sdpoint.engine.store;

import dev.sdpoint.engine.event.TrainingEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What runs told besides steps and evaluations, in the order in which they told it. */
final class EventTable {
    private EventTable() {}

    /** An event as it stands in the table. */
    private record Written(String kind, @Nullable Double number, @Nullable String text) {}

    static void add(Connection connection, long run, RecordedEvent told) throws SQLException {
        Written written = write(told.event());
        Database.update(
                connection,
                "INSERT INTO event (run, iteration, at, kind, number, text) VALUES (?, ?, ?, ?, ?, ?)",
                run,
                told.event().iteration(),
                told.at().toEpochMilli(),
                written.kind(),
                written.number(),
                written.text());
    }

    static List<RecordedEvent> of(Connection connection, long run) throws SQLException {
        return Database.query(
                connection,
                "SELECT iteration, at, kind, number, text FROM event WHERE run = ? ORDER BY id",
                row -> new RecordedEvent(
                        Instant.ofEpochMilli(row.getLong(2)),
                        read(row.getLong(1), new Written(row.getString(3), row.getDouble(4), row.getString(5)))),
                run);
    }

    private static Written write(TrainingEvent event) {
        String kind = event.getClass().getSimpleName();
        if (event instanceof TrainingEvent.Started started) {
            return new Written(
                    kind, null, started.iterations() + " " + started.iterationsPerEpoch() + " " + started.epochs());
        }
        if (event instanceof TrainingEvent.PeakRateChanged changed) {
            return new Written(kind, changed.peakRate(), null);
        }
        if (event instanceof TrainingEvent.Finished finished) {
            return new Written(kind, finished.seconds(), null);
        }
        if (event instanceof TrainingEvent.Warned warned) {
            return new Written(kind, null, warned.message());
        }
        if (event instanceof TrainingEvent.Failed failed) {
            return new Written(kind, null, failed.message());
        }
        if (event instanceof TrainingEvent.CheckpointWritten checkpoint) {
            return new Written(kind, null, checkpoint.file());
        }
        return new Written(kind, null, null);
    }

    private static TrainingEvent read(long iteration, Written written) throws SQLException {
        double number = written.number() == null ? Double.NaN : written.number();
        String text = written.text() == null ? "" : written.text();
        return switch (written.kind()) {
            case "Started" -> {
                long[] numbers = Arrays.stream(text.split(" ", 3)).mapToLong(Long::parseLong).toArray();
                yield new TrainingEvent.Started(iteration, numbers[0], (int) numbers[1], (int) numbers[2]);
            }
            case "PeakRateChanged" -> new TrainingEvent.PeakRateChanged(iteration, number);
            case "Warned" -> new TrainingEvent.Warned(iteration, text);
            case "Paused" -> new TrainingEvent.Paused(iteration);
            case "Resumed" -> new TrainingEvent.Resumed(iteration);
            case "CheckpointWritten" -> new TrainingEvent.CheckpointWritten(iteration, text);
            case "Finished" -> new TrainingEvent.Finished(iteration, number);
            case "Stopped" -> new TrainingEvent.Stopped(iteration);
            case "Failed" -> new TrainingEvent.Failed(iteration, text);
            default -> throw new SQLException("the event \"" + written.kind() + "\" is unknown");
        };
    }
}
