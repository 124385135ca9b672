package dev.sdpoint.engine.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The steps of all runs, up to 512 in a row a row. */
final class StepTable {
    private StepTable() {}

    /** A row as it stands there, packed. */
    record Packed(long first, int count, byte[] bytes) {
        StepColumns unpack() throws StoreException {
            return StepColumns.unpack(first, count, bytes);
        }
    }

    /** Puts steps in the place of what began with the same one. */
    static void put(Connection connection, long run, StepColumns steps) throws SQLException {
        put(connection, run, new Packed(steps.first(), steps.count(), steps.pack()));
    }

    static void put(Connection connection, long run, Packed steps) throws SQLException {
        Database.update(
                connection,
                "INSERT INTO steps (run, first, count, packed) VALUES (?, ?, ?, ?) ON CONFLICT (run, first) DO UPDATE SET"
                        + " count = excluded.count, packed = excluded.packed",
                run,
                steps.first(),
                steps.count(),
                steps.bytes());
    }

    /** Forgets the steps after an iteration: the run was taken up again there. */
    static void cutAfter(Connection connection, long run, long iteration) throws SQLException, StoreException {
        Database.update(connection, "DELETE FROM steps WHERE run = ? AND first > ?", run, iteration);
        for (Packed last : rows(
                connection, "SELECT first, count, packed FROM steps WHERE run = ? ORDER BY first DESC LIMIT 1", run)) {
            int kept = (int) (iteration - last.first() + 1);
            if (kept < last.count()) {
                put(connection, run, last.unpack().first(kept));
            }
        }
    }

    /** Reads rows from the one that holds an iteration on, in order; none at the end. */
    interface Pages<E extends Exception> {
        List<Packed> from(long iteration) throws E;
    }

    /** Takes one row after the other. */
    interface Rows<E extends Exception> {
        void take(Packed row) throws E;
    }

    /** Goes through the rows of a run, some at a time, from the one that holds an iteration to the last. */
    static <E extends Exception> void pass(long iteration, Pages<E> pages, Rows<E> sink) throws E {
        long next = iteration;
        List<Packed> page = pages.from(next);
        while (!page.isEmpty()) {
            for (Packed row : page) {
                sink.take(row);
                next = row.first() + row.count();
            }
            page = pages.from(next);
        }
    }

    /** Some rows from the one that holds an iteration on, in order; empty at the end. */
    static List<Packed> from(Connection connection, long run, long iteration, int most) throws SQLException {
        return rows(
                connection,
                "SELECT first, count, packed FROM steps WHERE run = ? AND first >= coalesce((SELECT max(first) FROM steps"
                        + " WHERE run = ? AND first <= ?), 0) AND first + count > ? ORDER BY first LIMIT ?",
                run,
                run,
                iteration,
                iteration,
                most);
    }

    private static List<Packed> rows(Connection connection, String sql, Object... values) throws SQLException {
        return Database.query(
                connection, sql, row -> new Packed(row.getLong(1), row.getInt(2), row.getBytes(3)), values);
    }
}
