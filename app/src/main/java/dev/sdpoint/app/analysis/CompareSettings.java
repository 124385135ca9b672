package dev.sdpoint.app.analysis;

import dev.sdpoint.app.text.Texts;
import java.util.Arrays;
import java.util.List;

/**
 * How runs are compared.
 *
 * @param best each run's best evaluation instead of its newest
 * @param x along the bottom of the courses
 * @param y upwards in the courses
 * @param shares budgets of the table, in per cent of each full network's cost; 1 … 100, ascending, at most {@value #MOST_SHARES}
 */
record CompareSettings(boolean best, Quantity x, Quantity y, List<Integer> shares) {
    private static final Texts TEXTS = Texts.of(CompareSettings.class);
    static final int MOST_SHARES = 6;

    CompareSettings {
        shares = List.copyOf(shares);
    }

    /**
     * Shares as a person writes them, such as "40, 60 80 %".
     *
     * @throws IllegalArgumentException with a sentence, if they are none
     */
    static List<Integer> shares(String text) {
        String[] words = text.replace("%", " ").strip().split("[\\s,;]+", -1);
        if (!Arrays.stream(words).allMatch(word -> word.matches("\\d{1,3}"))) {
            throw wrong();
        }
        List<Integer> shares =
                Arrays.stream(words).map(Integer::valueOf).distinct().sorted().toList();
        if (shares.get(0) < 1 || shares.get(shares.size() - 1) > 100 || shares.size() > MOST_SHARES) {
            throw wrong();
        }
        return shares;
    }

    private static IllegalArgumentException wrong() {
        return new IllegalArgumentException(TEXTS.get("shares.problem", MOST_SHARES));
    }
}
