package dev.sdpoint.engine.evaluation;

/** Hears how far a long computation is, and can end it. */
@FunctionalInterface
public interface Progress {
    /** Goes on to the end, silently. */
    Progress NONE = share -> {};

    /**
     * @param share done, 0 … 1
     * @throws InterruptedException to end the computation
     */
    void report(double share) throws InterruptedException;
}
