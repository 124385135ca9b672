package dev.sdpoint.engine.download;

import java.time.Instant;

/**
 * What was taken away of a data set and can be brought back.
 *
 * @param bytes that it takes on the disk
 * @param until when it can be brought back; after that its room is given back
 */
public record Removed(What what, long bytes, Instant until) {
    /** What it was. */
    public enum What {
        /** An installed data set. */
        DATA,
        /** The beginning of a download. */
        DOWNLOAD
    }
}
