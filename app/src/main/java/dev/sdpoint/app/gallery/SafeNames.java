package dev.sdpoint.app.gallery;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Names of files and folders that every file system takes: letters without accents, digits, space, dot, hyphen and underscore; neither
 * beginning nor ending with a space or a dot, and not long.
 */
final class SafeNames {
    private static final int LONGEST = 80;

    private SafeNames() {}

    /** A text as part of a name; "_" stands for what has no place in one. */
    static String of(String text) {
        String plain = Normalizer.normalize(text.replace('×', 'x').replace("·", ""), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^A-Za-z0-9 ._-]+", "_")
                .replaceAll(" {2,}", " ");
        String cut = plain.substring(0, Math.min(LONGEST, plain.length()));
        String trimmed = cut.replaceAll("^[ .]+|[ .]+$", "");
        return trimmed.isEmpty() ? "_" : trimmed;
    }

    /** Folder of a group, such as "01 0.0736 GFLOPs after block 1 x0.5". */
    static String folder(int number, String cost, String instance) {
        return of(String.format(Locale.ROOT, "%02d %s %s", number, cost, instance));
    }

    /** File of a picture, such as "00052 cat.png". */
    static String picture(int image, String className) {
        return of(String.format(Locale.ROOT, "%05d %s", image, className)) + ".png";
    }
}
