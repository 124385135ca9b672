package dev.sdpoint.engine.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * The tables, as the scripts {@code schema-1.sql}, {@code schema-2.sql}, … make them one after the other. {@code user_version}
 * says how many of them a file has seen; a script that was shipped is never changed.
 */
final class Schema {
    /** "SDPr": tells our files from other databases. */
    static final int APPLICATION = 0x53445072;

    private static final List<Step> STEPS = List.of(connection -> {}, RunTable::refreshScores);

    /** What this program writes. */
    static final int VERSION = STEPS.size();

    private Schema() {}

    /** What a script cannot do, after it. */
    private interface Step {
        void with(Connection connection) throws SQLException, StoreException;
    }

    /** Number of scripts that a file has seen; 0 for a new one. */
    static int version(Database database) throws SQLException {
        return Integer.parseInt(database.pragma("PRAGMA user_version"));
    }

    /** Whether a file is ours or empty. */
    static boolean isOurs(Database database) throws SQLException {
        int application = Integer.parseInt(database.pragma("PRAGMA application_id"));
        return application == APPLICATION
                || (application == 0
                        && database.pragma("SELECT count(*) FROM sqlite_schema").equals("0"));
    }

    /** Brings an older or new file to this program's version, whole or not at all. */
    static void migrate(Database database) throws StoreException {
        migrate(database, VERSION);
    }

    static void migrate(Database database, int to) throws StoreException {
        database.write(connection -> {
            int from = Database.query(connection, "PRAGMA user_version", row -> row.getInt(1))
                    .get(0);
            if (from >= to) {
                return from;
            }
            for (int version = from + 1; version <= to; version++) {
                for (String statement : script(version)) {
                    Database.execute(connection, statement);
                }
                STEPS.get(version - 1).with(connection);
            }
            Database.execute(connection, "PRAGMA application_id=" + APPLICATION);
            Database.execute(connection, "PRAGMA user_version=" + to);
            return to;
        });
    }

    /** A statement ends with a semicolon at the end of a line. */
    private static List<String> script(int version) {
        String name = "schema-" + version + ".sql";
        try (InputStream in = Schema.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing in this build");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^\\s*--.*$", "");
            return List.of(text.strip().split(";\\s*(\\R|$)"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
