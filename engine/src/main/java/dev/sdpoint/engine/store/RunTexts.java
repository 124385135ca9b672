package dev.sdpoint.engine.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** What a person writes on a run. */
final class RunTexts {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TAG = 50;
    private static final int LONGEST_NOTE = 100_000;

    private RunTexts() {}

    static String name(String typed) {
        return within(typed.strip(), 1, LONGEST_NAME, "a name");
    }

    static String note(String typed) {
        return within(typed, 0, LONGEST_NOTE, "a note");
    }

    static List<String> tags(Collection<String> typed) {
        return typed.stream()
                .map(tag -> within(tag.strip(), 1, LONGEST_TAG, "a tag"))
                .distinct()
                .toList();
    }

    private static String within(String text, int least, int most, String what) {
        if (text.length() < least || text.length() > most) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "%s of %,d characters is outside %d … %,d", what, text.length(), least, most));
        }
        return text;
    }

    static void putTags(Connection connection, long run, Collection<String> names) throws SQLException {
        Database.update(connection, "DELETE FROM tag WHERE run = ?", run);
        for (String name : names) {
            Database.update(connection, "INSERT OR IGNORE INTO tag (run, name) VALUES (?, ?)", run, name);
        }
    }
}
