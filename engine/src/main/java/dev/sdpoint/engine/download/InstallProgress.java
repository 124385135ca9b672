package dev.sdpoint.engine.download;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * How far the coming of a data set is.
 *
 * @param stage what is done now
 * @param done bytes of this stage that are done
 * @param total bytes of this stage, at least 1
 * @param bytesPerSecond of the network, smoothed; 0 if not known
 * @param left time left in this stage at that rate, if known
 * @param note more to say, such as why it waits; may be empty
 */
public record InstallProgress(
        Stage stage, long done, long total, double bytesPerSecond, Optional<Duration> left, String note) {
    /** What is done now. */
    public enum Stage {
        CONNECTING("Connecting"),
        DOWNLOADING("Downloading"),
        /** Before the next try. */
        WAITING("Waiting"),
        CHECKING("Checking"),
        COPYING("Copying"),
        UNPACKING("Unpacking");

        private final String title;

        Stage(String title) {
            this.title = title;
        }

        /** Its name for people. */
        public String title() {
            return title;
        }
    }

    /** Of a stage that has no rate of its own. */
    static InstallProgress of(Stage stage, long done, long total) {
        return new InstallProgress(stage, done, Math.max(1, total), 0, Optional.empty(), "");
    }

    /** The share done, 0 to 1. */
    public double share() {
        return Math.min(1, (double) done / total);
    }

    /** Such as "Downloading 43.2 MB of 170 MB · 68 kB/s · about 31 min left". */
    public String text() {
        if (stage == Stage.CONNECTING || stage == Stage.WAITING) {
            return note.isEmpty() ? stage.title() + " …" : note;
        }
        StringBuilder text = new StringBuilder(stage.title() + " " + Sizes.of(done) + " of " + Sizes.of(total));
        if (bytesPerSecond > 0) {
            text.append(" · ").append(Sizes.of(Math.round(bytesPerSecond))).append("/s");
        }
        left.ifPresent(time -> text.append(" · ").append(words(time)));
        return text.toString();
    }

    private static String words(Duration time) {
        long seconds = Math.max(1, time.toSeconds());
        if (seconds < 60) {
            return seconds + " s left";
        }
        long minutes = Math.round(seconds / 60.0);
        return minutes < 60
                ? "about " + minutes + " min left"
                : String.format(Locale.ROOT, "about %d h %02d min left", minutes / 60, minutes % 60);
    }
}
