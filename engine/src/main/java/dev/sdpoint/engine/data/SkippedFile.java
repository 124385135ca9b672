package dev.sdpoint.engine.data;

/**
 * A file or folder of a data set that was left out.
 *
 * @param path relative to the folder of the data set, with slashes
 * @param reason a sentence for people
 */
public record SkippedFile(String path, String reason) {}
