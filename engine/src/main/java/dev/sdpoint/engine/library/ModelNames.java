package dev.sdpoint.engine.library;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** Names of models, which every file system takes. */
final class ModelNames {
    /** Leaves room for a number and for letters of up to three bytes in the 255 bytes that names have. */
    private static final int LONGEST = 70;

    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");

    private ModelNames() {}

    /** A name made of another program's: without signs that some file system refuses, no longer than most take. */
    static String of(String name) {
        String safe = name.replaceAll("[\\p{Cntrl}/\\\\:*?\"<>|~]+", "-").replaceAll("^[. -]+", "");
        String cut = safe.substring(
                        0, safe.offsetByCodePoints(0, Math.min(LONGEST, safe.codePointCount(0, safe.length()))))
                .replaceAll("[. ]+$", "");
        return cut.isEmpty() || DEVICES.contains(cut.toLowerCase(Locale.ROOT)) ? "model" : cut;
    }

    /** The beginning of a name, as much of it as has room. */
    static String within(int bytes, String name) {
        int end = 0;
        int taken = 0;
        while (end < name.length()) {
            int next = name.offsetByCodePoints(end, 1);
            taken += name.substring(end, next).getBytes(StandardCharsets.UTF_8).length;
            if (taken > bytes) {
                break;
            }
            end = next;
        }
        return name.substring(0, end);
    }

    /** The name, or the first of "name (2)", "name (3)", … that nobody has. */
    static String free(String name, Predicate<String> taken) {
        String free = name;
        for (int number = 2; taken.test(free); number++) {
            free = name + " (" + number + ")";
        }
        return free;
    }
}
