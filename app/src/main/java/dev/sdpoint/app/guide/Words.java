package dev.sdpoint.app.guide;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Text as it flows in one paragraph, heading or cell.
 *
 * @param runs pieces that look alike, in reading order
 */
record Words(List<Run> runs) {
    Words {
        runs = List.copyOf(runs);
    }

    /** How a piece of text stands out. */
    enum Look {
        STRONG,
        EMPHASIS,
        CODE
    }

    /**
     * A piece of text.
     *
     * @param link where it leads: {@code #anchor} or an address of the web; empty if nowhere
     */
    record Run(String text, Set<Look> looks, String link) {
        Run {
            looks = looks.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(looks));
        }

        /** Whether another piece can be written on as a part of this one. */
        boolean isLike(Run other) {
            return looks.equals(other.looks) && link.equals(other.link);
        }
    }

    /** Without looks and links. */
    String text() {
        return runs.stream().map(Run::text).collect(Collectors.joining());
    }
}
