package dev.sdpoint.app.cli;

import dev.sdpoint.engine.download.InstallProgress;
import dev.sdpoint.engine.download.InstallWatcher;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows the coming of a data set: on a terminal as one line that changes, elsewhere as a plain line for every tenth of a stage. Ctrl+C
 * ends it in order, so that what has come is kept.
 */
final class InstallLine implements InstallWatcher, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(InstallLine.class);
    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");
    private static final long PATIENCE_SECONDS = 10;
    private static final int STEPS = 10;

    private final PrintWriter err;
    private final boolean terminal;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "stop-download");
    private volatile boolean stopped;
    private InstallProgress.@Nullable Stage stage;
    private long step = -1;
    private int shown;

    InstallLine(PrintWriter err) {
        this(err, isTerminal());
    }

    InstallLine(PrintWriter err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Whether a person looks at the standard error, where lines may change. */
    @SuppressWarnings("SystemConsoleNull") // where it is never null, the link below tells on Linux
    private static boolean isTerminal() {
        if (System.console() == null) {
            return false;
        }
        try {
            return !Files.isSymbolicLink(STANDARD_ERROR)
                    || Files.readSymbolicLink(STANDARD_ERROR).startsWith("/dev/");
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public void at(InstallProgress progress) {
        if (terminal) {
            String text = progress.text();
            err.print("\r" + text + " ".repeat(Math.max(0, shown - text.length())));
            shown = text.length();
        } else {
            boolean waits = progress.stage() == InstallProgress.Stage.WAITING;
            long now = waits ? 0 : (long) (STEPS * progress.share());
            if (progress.stage() == stage && now == step) {
                return;
            }
            stage = progress.stage();
            step = now;
            err.println(progress.text());
        }
        err.flush();
    }

    /** Says something else, on a line of its own. */
    void say(String sentence) {
        if (terminal && shown > 0) {
            err.println();
            shown = 0;
        }
        err.println(sentence);
        err.flush();
    }

    @Override
    public boolean cancelled() {
        return stopped;
    }

    private void stop() {
        stopped = true;
        try {
            if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("The download did not stop in time; what has come is kept all the same.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The line ends; what follows begins a new one. */
    @Override
    public void close() {
        if (terminal && shown > 0) {
            err.println();
            err.flush();
        }
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the program is ending: the hook runs already
        }
    }
}
