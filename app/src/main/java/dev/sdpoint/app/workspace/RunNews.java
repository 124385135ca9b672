package dev.sdpoint.app.workspace;

/**
 * How the run of the Train place stands, for whoever shows it elsewhere.
 *
 * @param title of the run, such as "wrn-16-2"
 * @param percent of its iterations that are done, 0 … 100
 * @param sentence what came of it; empty while it trains
 */
public record RunNews(String title, Phase phase, int percent, String sentence) {
    /** Where a run stands. */
    public enum Phase {
        TRAINING,
        FINISHED,
        /** By a person; can go on. */
        STOPPED,
        FAILED
    }
}
