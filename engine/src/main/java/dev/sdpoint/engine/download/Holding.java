package dev.sdpoint.engine.download;

import java.nio.file.Path;

/** What is here of a data set. */
public sealed interface Holding {
    /** Nothing. */
    record Absent() implements Holding {}

    /**
     * A part of its archive, which a download goes on from.
     *
     * @param bytes that are here
     * @param total bytes of the archive
     */
    record Begun(long bytes, long total) implements Holding {}

    /**
     * All of it.
     *
     * @param folder with its files, as {@link dev.sdpoint.engine.data.DataSets} opens it
     * @param bytes that it takes on the disk
     */
    record Installed(Path folder, long bytes) implements Holding {}

    /**
     * It was here, and is not whole any more.
     *
     * @param sentence what is wrong and what to do
     */
    record Damaged(Path folder, String sentence) implements Holding {}

    /**
     * Something else is where it would be; it is left alone.
     *
     * @param place what is there
     * @param sentence what is wrong and what to do
     */
    record Foreign(Path place, String sentence) implements Holding {}
}
