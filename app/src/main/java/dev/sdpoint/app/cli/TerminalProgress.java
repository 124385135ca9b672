package dev.sdpoint.app.cli;

import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar with the time left, on standard error so that standard output stays clean. */
final class TerminalProgress implements AutoCloseable {
    private static final int COLUMNS = 100;
    private static final int UPDATE_MILLIS = 1000;
    private final ProgressBar bar;

    /** @param done steps already done, which do not count for the time left */
    TerminalProgress(String title, long steps, long done) {
        bar = new ProgressBarBuilder()
                .setTaskName(title)
                .setInitialMax(steps)
                .startsFrom(done, Duration.ZERO)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(UPDATE_MILLIS)
                .setConsumer(new ConsoleProgressBarConsumer(System.err, COLUMNS))
                .build();
    }

    void reached(long step, String note) {
        bar.stepTo(step);
        bar.setExtraMessage(note);
    }

    @Override
    public void close() {
        bar.close();
    }
}
