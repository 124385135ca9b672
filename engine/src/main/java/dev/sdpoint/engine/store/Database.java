package dev.sdpoint.engine.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;

/**
 * One connection to the database file, used by one thread at a time. Other processes may use the file meanwhile: in its
 * write-ahead log readers do not wait for the writer, and a transaction is on the disk (synchronous FULL) when it is confirmed,
 * whole or not at all.
 */
final class Database implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 10_000;

    private final Connection connection;
    private final ReentrantLock turn = new ReentrantLock();

    private Database(Connection connection) {
        this.connection = connection;
    }

    /** What is done with the database. */
    @FunctionalInterface
    interface Work<T> {
        T with(Connection connection) throws SQLException, StoreException;
    }

    /** Makes a value of a row. */
    @FunctionalInterface
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** Opens a file for reading and writing, making it if need be. */
    static Database open(Path file) throws SQLException {
        SQLiteConfig config = config();
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        Database database = new Database(JDBC.createConnection("jdbc:sqlite:" + file, config.toProperties()));
        try {
            database.pragma("PRAGMA journal_mode=WAL");
            return database;
        } catch (SQLException e) {
            database.close();
            throw e;
        }
    }

    /** Opens a file for reading alone; nothing in it changes, and what lies in its write-ahead log stays there. */
    static Database look(Path file) throws SQLException {
        SQLiteConfig config = config();
        config.setReadOnly(true);
        return new Database(JDBC.createConnection("jdbc:sqlite:" + file, config.toProperties()));
    }

    /** Opens a damaged file for reading alone. */
    static Database lookAtDamaged(Path file) throws SQLException {
        Database database = look(file);
        try {
            execute(database.connection, "PRAGMA writable_schema=ON"); // SQLite then reads on where a file is cut
            return database;
        } catch (SQLException e) {
            database.close();
            throw e;
        }
    }

    private static SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(PATIENCE_MILLIS);
        return config;
    }

    /** Reads; sees one state of the database from beginning to end. */
    <T> T read(Work<T> work) throws StoreException {
        return within("BEGIN", work);
    }

    /** Writes all of it or, when it throws, nothing. */
    <T> T write(Work<T> work) throws StoreException {
        return within("BEGIN IMMEDIATE", work);
    }

    /** What is done with the database of which nobody knows whether it can bear a transaction. */
    @FunctionalInterface
    interface Look {
        void at(Connection connection);
    }

    /** Reads here and there. */
    void outsideOfTransactions(Look look) {
        turn.lock();
        try {
            look.at(connection);
        } finally {
            turn.unlock();
        }
    }

    private <T> T within(String begin, Work<T> work) throws StoreException {
        turn.lock();
        try {
            execute(connection, begin);
            try {
                T result = work.with(connection);
                execute(connection, "COMMIT");
                return result;
            } catch (SQLException | StoreException | RuntimeException e) {
                rollBack(e);
                throw e;
            }
        } catch (SQLException e) {
            throw StoreException.of(e);
        } finally {
            turn.unlock();
        }
    }

    private void rollBack(Exception because) {
        try {
            execute(connection, "ROLLBACK");
        } catch (SQLException again) {
            because.addSuppressed(again); // SQLite has rolled back by itself
        }
    }

    /** A number that SQLite keeps about the file, read outside of a transaction. */
    String pragma(String statement) throws SQLException {
        turn.lock();
        try {
            return query(connection, statement, row -> row.getString(1)).stream()
                    .findFirst()
                    .orElse("");
        } finally {
            turn.unlock();
        }
    }

    /** Changes when another connection, of this process or another, has changed the file. */
    long version() throws StoreException {
        try {
            return Long.parseLong(pragma("PRAGMA data_version"));
        } catch (SQLException e) {
            throw StoreException.of(e);
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Changes rows and tells how many. */
    static int update(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, values)) {
            return statement.executeUpdate();
        }
    }

    static <T> List<T> query(Connection connection, String sql, Row<T> row, @Nullable Object... values)
            throws SQLException {
        List<T> found = new ArrayList<>();
        try (PreparedStatement statement = prepare(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(row.of(rows));
            }
        }
        return found;
    }

    static long lastRow(Connection connection) throws SQLException {
        return query(connection, "SELECT last_insert_rowid()", row -> row.getLong(1))
                .get(0);
    }

    private static PreparedStatement prepare(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    @Override
    public void close() {
        turn.lock();
        try {
            connection.close();
        } catch (SQLException e) {
            // what was confirmed is on the disk; the next one to open the file tidies up
        } finally {
            turn.unlock();
        }
    }
}
