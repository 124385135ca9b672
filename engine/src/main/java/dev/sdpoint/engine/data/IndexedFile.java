package dev.sdpoint.engine.data;

/**
 * One file of a folder, as the index remembers it.
 *
 * @param path relative to the folder of the data set, with slashes
 * @param bytes size of the file
 * @param modified when it was last written, in milliseconds since 1970
 * @param header what it says of itself; {@link PictureHeader#NONE} where it cannot be used
 * @param reason why it cannot be used, a sentence; empty where it can
 */
record IndexedFile(String path, long bytes, long modified, PictureHeader header, String reason) {
    boolean usable() {
        return reason.isEmpty();
    }

    /** Whether the file was not touched since. */
    boolean sameAs(long bytesNow, long modifiedNow) {
        return bytes == bytesNow && modified == modifiedNow;
    }

    /** The same file, known to be of no use. */
    IndexedFile refused(String because) {
        return new IndexedFile(path, bytes, modified, PictureHeader.NONE, because);
    }
}
