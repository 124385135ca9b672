package dev.sdpoint.app.budget;

import dev.sdpoint.app.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How files of pictures are called, for dialogs and folders; what a file really holds is told by its content. */
final class PictureNames {
    private static final Texts TEXTS = Texts.of(PictureNames.class);

    private static final List<String> ENDINGS =
            List.of("jpg", "jpeg", "jpe", "jfif", "png", "gif", "bmp", "tif", "tiff", "webp");

    private PictureNames() {}

    /** The formats in words. */
    static String formats() {
        return TEXTS.get("picture.formats");
    }

    /** What a file dialog looks for; in capitals too, because not every desktop takes both for the same. */
    static List<String> patterns() {
        return ENDINGS.stream()
                .flatMap(ending -> Stream.of(ending, ending.toUpperCase(Locale.ROOT)))
                .map(ending -> "*." + ending)
                .toList();
    }

    /** Whether a file is called like a picture, and is not hidden. */
    static boolean fits(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0
                && !name.startsWith(".")
                && ENDINGS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }
}
