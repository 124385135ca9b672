package dev.sdpoint.engine.model;

/** Hears how far a copy of a model file is. */
@FunctionalInterface
public interface CopyProgress {
    /** For those who do not want to know. */
    CopyProgress NONE = (done, total) -> {};

    /**
     * So much is done; called on the copying thread, at least once a megabyte.
     *
     * @param done bytes, at most {@code total}
     * @param total bytes of the file as it was at the beginning
     * @throws InterruptedException to end the copy; nothing is left of it then
     */
    void copied(long done, long total) throws InterruptedException;
}
