package dev.sdpoint.engine.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * By what a changed file is noticed without reading it.
 *
 * @param bytes its length
 * @param modifiedNanos when it was written last, in nanoseconds since 1970; coarser on some file systems
 * @param key what the file system calls it, so that a file which took another's name is noticed; empty where it does not tell
 */
public record FileStamp(long bytes, long modifiedNanos, String key) {
    /**
     * As a file is now.
     *
     * @throws IOException if it is not there, or may not be looked at
     */
    public static FileStamp of(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        Object key = attributes.fileKey();
        return new FileStamp(
                attributes.size(),
                attributes.lastModifiedTime().to(java.util.concurrent.TimeUnit.NANOSECONDS),
                key == null ? "" : key.toString());
    }
}
