package dev.sdpoint.engine.data;

/** Hears how far the opening of a folder of pictures is. */
@FunctionalInterface
public interface FolderProgress {
    /** Does not listen. */
    FolderProgress NONE = (seen, total, skipped) -> {};

    /**
     * Called now and then on the opening thread; should return at once.
     *
     * @param seen files looked at so far
     * @param total files found; 0 while they are still being looked for
     * @param skipped files left out so far
     */
    void reached(long seen, long total, long skipped);
}
