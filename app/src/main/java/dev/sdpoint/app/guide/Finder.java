package dev.sdpoint.app.guide;

import java.util.ArrayList;
import java.util.List;

/** Finds text as people type it: in any case, with any dash for a hyphen, with an x for ×. */
final class Finder {
    private Finder() {}

    /** All places, from top to bottom; none for a blank query. They do not overlap. */
    static List<Match> find(List<String> passages, String query) {
        String wanted = folded(query.strip().replaceAll("\\s+", " "));
        List<Match> matches = new ArrayList<>();
        if (wanted.isEmpty()) {
            return matches;
        }
        for (int i = 0; i < passages.size(); i++) {
            String passage = folded(passages.get(i));
            for (int at = passage.indexOf(wanted); at >= 0; at = passage.indexOf(wanted, at + wanted.length())) {
                matches.add(new Match(i, at, at + wanted.length()));
            }
        }
        return matches;
    }

    /** As many characters as before, so that places stay where they are. */
    private static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            folded.append(folded(text.charAt(i)));
        }
        return folded.toString();
    }

    private static char folded(char letter) {
        return switch (letter) {
            case '–', '—', '−', '‐', '‑' -> '-';
            case '’', '‘' -> '\'';
            case '“', '”' -> '"';
            case '×' -> 'x';
            case '\u00A0', '\u202F', '\n', '\t' -> ' ';
            default -> Character.toLowerCase(letter);
        };
    }
}
