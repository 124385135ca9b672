package dev.sdpoint.app.guide;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Names headings as GitHub does, so that the same links lead to them there and here. One for each guide. */
final class Anchors {
    private final Map<String, Integer> given = new HashMap<>();

    /** The anchor of the next heading: {@code the-idea-in-five-minutes}, with {@code -1} if there is one already. */
    String of(String heading) {
        String name = heading.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}\\p{Pc} -]", "")
                .replace(' ', '-');
        int before = given.merge(name, 1, Integer::sum) - 1;
        return before == 0 ? name : name + "-" + before;
    }
}
