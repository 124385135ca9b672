package dev.sdpoint.engine.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies the rows of a damaged database that can be read: every table from its beginning up to the damage, from its end back to
 * it, and once more run by run along its index.
 */
final class Rescue {
    private static final Logger LOG = LoggerFactory.getLogger(Rescue.class);

    private final Set<String> damagedTables = new TreeSet<>();
    private int runs;

    /**
     * A table.
     *
     * @param key by which it lies in the file
     * @param parent the column that names a row of {@code of}, empty for none
     */
    private record Table(String name, String title, String key, String parent, String of) {}

    private static final List<Table> TABLES = List.of(
            new Table("run", "runs", "id", "", ""),
            new Table("tag", "tags", "run, name", "run", "run"),
            new Table("steps", "steps", "id", "run", "run"),
            new Table("evaluation", "evaluations", "id", "run", "run"),
            new Table("score", "scores", "evaluation, position", "evaluation", "evaluation"),
            new Table("event", "events", "id", "run", "run"));

    /** How many runs were saved. */
    int runs() {
        return runs;
    }

    /** What could not be read, as part of a sentence; empty if it was nothing. */
    String lost() {
        if (damagedTables.isEmpty()) {
            return "";
        }
        return "some " + String.join(", ", damagedTables) + " could not be read";
    }

    /** Copies what there is into a database with empty tables. */
    void copy(Path damaged, Database sound) throws StoreException {
        try (Database source = Database.lookAtDamaged(damaged)) {
            runs = sound.write(to -> {
                for (Table table : TABLES) {
                    source.outsideOfTransactions(from -> copy(table, from, to));
                }
                RunTable.refreshScores(to);
                return Database.query(to, "SELECT count(*) FROM run", row -> row.getInt(1))
                        .get(0);
            });
        } catch (SQLException e) {
            LOG.warn("Nothing of the damaged run store can be read: {}", e.getMessage());
            damagedTables.add("runs");
        }
    }

    private void copy(Table table, Connection from, Connection to) {
        try {
            List<String> columns = columns(table, to);
            columns.retainAll(columns(table, from));
            if (columns.isEmpty()) {
                return; // an older version without it
            }
            Copier copier = new Copier(table, columns, from, to);
            if (!copier.rows(" ORDER BY " + table.key())) {
                damagedTables.add(table.title());
                copier.rows(" ORDER BY " + table.key().replaceAll("(,|$)", " DESC$1"));
                copier.byParent();
            }
        } catch (SQLException e) {
            LOG.warn("The {} of the damaged run store cannot be read: {}", table.title(), e.getMessage());
            damagedTables.add(table.title());
        }
    }

    private static List<String> columns(Table table, Connection connection) throws SQLException {
        return new ArrayList<>(Database.query(
                connection, "SELECT name FROM pragma_table_info(?)", row -> row.getString(1), table.name()));
    }

    private final class Copier {
        private final Table table;
        private final List<String> columns;
        private final Connection from;
        private final Connection to;

        Copier(Table table, List<String> columns, Connection from, Connection to) {
            this.table = table;
            this.columns = columns;
            this.from = from;
            this.to = to;
        }

        /** @return whether all of them could be read */
        boolean rows(String which, Object... values) throws SQLException {
            String names = String.join(", ", columns);
            String marks = String.join(", ", columns.stream().map(name -> "?").toList());
            String read = "SELECT " + names + " FROM " + table.name() + which;
            String write = "INSERT OR IGNORE INTO " + table.name() + " (" + names + ") VALUES (" + marks + ")";
            try (PreparedStatement insert = to.prepareStatement(write);
                    PreparedStatement select = from.prepareStatement(read)) {
                for (int i = 0; i < values.length; i++) {
                    select.setObject(i + 1, values[i]);
                }
                return rows(select, insert);
            }
        }

        private boolean rows(PreparedStatement select, PreparedStatement insert) throws SQLException {
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    put(rows, insert);
                }
                return true;
            } catch (SQLException e) {
                LOG.warn("The {} can be read up to some place: {}", table.title(), e.getMessage());
                return false;
            }
        }

        private void put(ResultSet row, PreparedStatement insert) throws SQLException {
            if (!sound(row)) {
                damagedTables.add(table.title());
                return;
            }
            for (int i = 1; i <= columns.size(); i++) {
                insert.setObject(i, row.getObject(i));
            }
            try {
                insert.executeUpdate();
            } catch (SQLException e) {
                damagedTables.add(table.title()); // its run could not be read
            }
        }

        /** Steps have a checksum of their own. */
        private boolean sound(ResultSet row) throws SQLException {
            if (!table.name().equals("steps")) {
                return true;
            }
            try {
                return StepColumns.unpack(row.getLong("first"), row.getInt("count"), row.getBytes("packed"))
                                .count()
                        > 0;
            } catch (StoreException e) {
                return false;
            }
        }

        void byParent() throws SQLException {
            if (!table.parent().isEmpty()) {
                List<Long> parents = Database.query(to, "SELECT id FROM " + table.of(), row -> row.getLong(1));
                for (long parent : parents) {
                    boolean unused = rows(" WHERE " + table.parent() + " = ?", parent); // what it reads is kept
                }
            }
        }
    }
}
