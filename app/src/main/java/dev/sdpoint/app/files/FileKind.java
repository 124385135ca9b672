package dev.sdpoint.app.files;

import java.nio.file.Path;
import java.util.Locale;

/**
 * A kind of files.
 *
 * @param words what a person calls several of them, such as "SDPoint models"
 * @param ending of their names, with its point, in small letters
 */
public record FileKind(String words, String ending) {
    /** The file that a person named, with the ending of this kind. */
    public Path named(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.toLowerCase(Locale.ROOT).endsWith(ending) ? file : file.resolveSibling(name + ending);
    }
}
