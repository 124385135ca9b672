package dev.sdpoint.engine.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** What runs told besides steps and evaluations, in the order in which they told it. */
final class EventTable {
    private EventTable() {}

    static void add(Connection connection, long run, RecordedEvent told) throws SQLException {
        WrittenEvent written = WrittenEvent.of(told.event());
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
                        new WrittenEvent(row.getString(3), row.getDouble(4), row.getString(5)).at(row.getLong(1))),
                run);
    }
}
