package dev.sdpoint.engine.download;

/**
 * A file inside a published archive whose content is known.
 *
 * @param name without its folder
 * @param bytes exact length
 * @param md5 32 lower-case hexadecimal digits
 */
public record ArchivedFile(String name, long bytes, String md5) {
    /** @throws IllegalArgumentException if the name is a path, the length negative or the sum none */
    public ArchivedFile {
        if (name.isBlank() || name.contains("/") || name.contains("\\") || name.startsWith("..")) {
            throw new IllegalArgumentException("'" + name + "' is no plain name of a file.");
        }
        if (bytes < 0) {
            throw new IllegalArgumentException(name + " cannot have " + bytes + " bytes.");
        }
        DataArchive.requireMd5(md5);
    }
}
