package dev.sdpoint.engine.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * In what state a database file is, told at once and without changing it: header, tables and the whole table of runs are looked
 * at. Damage in the steps of a run, which may be gigabytes, is found when they are read.
 *
 * @param kind what can be done with it
 * @param version of its tables; 0 if there are none or they cannot be read
 */
record Condition(Kind kind, int version) {
    private static final int FIRST_TABLES = 5;

    /** What can be done with a file. */
    enum Kind {
        /** It can be opened, or made. */
        SOUND,
        /** It must be repaired first. */
        DAMAGED,
        /** A newer program wrote it. */
        NEWER,
        /** It is a database of another program. */
        FOREIGN
    }

    static Condition of(Path file) throws SQLException {
        if (!Files.exists(file)) {
            return new Condition(Kind.SOUND, 0);
        }
        try (Database database = Database.look(file)) {
            int version = Schema.version(database);
            if (!Schema.isOurs(database)) {
                return new Condition(Kind.FOREIGN, version);
            }
            if (version > Schema.VERSION) {
                return new Condition(Kind.NEWER, version);
            }
            return new Condition(version == 0 || isWhole(database) ? Kind.SOUND : Kind.DAMAGED, version);
        } catch (SQLException e) {
            if (StoreException.isDamage(e)) {
                return new Condition(Kind.DAMAGED, 0);
            }
            throw e;
        }
    }

    private static boolean isWhole(Database database) throws SQLException {
        String tables = database.pragma("SELECT count(*) FROM sqlite_schema WHERE type = 'table'");
        return Integer.parseInt(tables) >= FIRST_TABLES
                && database.pragma("PRAGMA quick_check('run')").equals("ok");
    }
}
