package dev.sdpoint.app.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Names that somebody may have meant who typed another. */
final class NearNames {
    private static final int MOST = 5;
    /** One letter of so many may be wrong. */
    private static final int LETTERS_PER_MISTAKE = 3;

    private NearNames() {}

    /** The names in which what was typed is found, but for a mistake in every third letter; the nearest first. */
    static List<String> of(String typed, List<String> names) {
        int most = typed.strip().length() / LETTERS_PER_MISTAKE;
        return names.stream()
                .filter(name -> !typed.isBlank() && mistakes(typed, name) <= most)
                .sorted(Comparator.comparingInt((String name) -> mistakes(typed, name)))
                .toList();
    }

    /** Names in a sentence: the first five, and how many more there are. */
    static String listed(List<String> names) {
        if (names.size() > MOST) {
            return String.join(", ", names.subList(0, MOST)) + " and " + (names.size() - MOST) + " more";
        }
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    /** The least number of letters to change, add or leave out that make what was typed a part of a name; capitals do not matter. */
    static int mistakes(String typed, String name) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        String within = name.toLowerCase(Locale.ROOT);
        int[] row = new int[within.length() + 1]; // 0: the part may begin anywhere
        for (int i = 1; i <= wanted.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= within.length(); j++) {
                int changed = diagonal + (wanted.charAt(i - 1) == within.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        int least = row[0];
        for (int mistakes : row) {
            least = Math.min(least, mistakes);
        }
        return least;
    }
}
