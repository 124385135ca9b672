package dev.sdpoint.engine.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * Tells at once whether a database can be used: its header, its tables and the whole table of runs are looked at. Damage in the
 * steps of a run, which may be gigabytes, is found when they are read.
 */
final class Soundness {
    private Soundness() {}

    /** Whether the file is sound, as far as that is looked at; also if there is none. */
    static boolean of(Path file) throws SQLException {
        if (!Files.exists(file)) {
            return true;
        }
        try (Database database = Database.open(file)) {
            if (!Schema.isOurs(database) || Schema.version(database) == 0) {
                return true; // for others to judge
            }
            return database.pragma("PRAGMA quick_check('run')").equals("ok")
                    && Long.parseLong(database.pragma("SELECT count(*) FROM sqlite_schema WHERE type = 'table'"))
                            >= Schema.TABLES;
        } catch (SQLException e) {
            if (StoreException.isDamage(e)) {
                return false;
            }
            throw e;
        }
    }
}
