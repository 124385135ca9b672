package dev.sdpoint.app.shell;

import dev.sdpoint.app.archive.RunArchive;
import dev.sdpoint.app.concurrent.BackgroundJob;
import dev.sdpoint.app.concurrent.FxTaskRunner;
import dev.sdpoint.app.theme.Fonts;
import dev.sdpoint.app.workspace.UserFolders;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.prefs.Preferences;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts JavaFX, shows the window, and waits until it is closed. */
final class Desktop {
    private static final Logger LOG = LoggerFactory.getLogger(Desktop.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** Where the settings of the window are kept. */
    static final String NODE = "dev/sdpoint/explorer";

    private Desktop() {}

    /**
     * Opens the window and returns when it is closed and every job has come to its end.
     *
     * @param files what it shows first
     * @return the exit code
     */
    static int open(FilesToOpen files) throws InterruptedException, ExecutionException {
        Optional<String> problem = Displays.problem();
        if (problem.isPresent()) {
            System.err.println(problem.get());
            return 1;
        }
        CompletableFuture<Integer> closed = new CompletableFuture<>();
        FxTaskRunner tasks = new FxTaskRunner();
        BundledContent bundled = BundledContent.prefetched();
        RunArchive archive = new RunArchive(UserFolders.runs());
        try {
            startToolkit(() -> show(tasks, bundled, archive, files, closed));
        } catch (RuntimeException | LinkageError e) {
            LOG.error("JavaFX does not start.", e);
            System.err.println(Displays.unusable());
            return 1;
        }
        int code = closed.get();
        // The window is gone already; only a checkpoint may still be written.
        BackgroundJob.awaitAll(PATIENCE);
        archive.close();
        tasks.close();
        Platform.exit();
        return code;
    }

    /**
     * Starts JavaFX.
     *
     * @param first runs on the JavaFX thread
     * @throws RuntimeException if it does not start, as does a LinkageError; the stack trace that JavaFX then prints is swallowed
     */
    static void startToolkit(Runnable first) {
        PrintStream terminal = System.err;
        System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        try {
            Platform.setImplicitExit(false);
            Platform.startup(first);
        } finally {
            System.setErr(terminal);
        }
    }

    private static void show(
            FxTaskRunner tasks,
            BundledContent bundled,
            RunArchive archive,
            FilesToOpen files,
            CompletableFuture<Integer> closed) {
        try {
            Timing.reached("toolkit started");
            Fonts.load();
            AppServices services = new AppServices(tasks, Preferences.userRoot().node(NODE), bundled, archive);
            MainWindow window = new MainWindow(services, new Stage());
            Timing.reached("window built");
            window.onClosed(() -> closed.complete(0));
            // What is read meanwhile is shown when the window is there, so that it does not wait for it.
            window.show(() -> services.openAtStart(files));
        } catch (RuntimeException | LinkageError e) {
            closed.completeExceptionally(e);
        }
    }
}
