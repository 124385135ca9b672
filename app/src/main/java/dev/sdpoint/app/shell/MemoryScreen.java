package dev.sdpoint.app.shell;

import dev.sdpoint.app.archive.RunArchive;
import dev.sdpoint.app.concurrent.BackgroundJob;
import dev.sdpoint.app.concurrent.FxTaskRunner;
import dev.sdpoint.app.workspace.UserFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;
import javafx.application.Platform;

/** Shows the real program on a screen that is only in memory, with a home of its own: the person's settings and runs are left alone. */
final class MemoryScreen {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String HOME = "sdpoint.home";

    private MemoryScreen() {}

    /** What is done with the program there. */
    interface Visit {
        /** @param guide leads through the window, which is filled and is closed afterwards */
        void walk(TourGuide guide) throws Exception;
    }

    /**
     * Opens the program, waits until it is filled, and closes it after the visit. Once in a process; not on the JavaFX thread.
     *
     * @param format how large the window is
     * @throws TourException if JavaFX does not start, or a step of the visit fails
     */
    static void show(TourFormat format, Visit visit) throws Exception {
        // A home of its own, so that the runs made here do not mix with the person's.
        Path home = Files.createTempDirectory("sdpoint-tour");
        String before = System.getProperty(HOME, "");
        System.setProperty(HOME, home.toString());
        try {
            open(format, visit);
        } finally {
            System.setProperty(HOME, before);
            delete(home);
        }
    }

    private static void open(TourFormat format, Visit visit) throws Exception {
        FxTaskRunner tasks = new FxTaskRunner();
        BundledContent bundled = BundledContent.prefetched();
        // A row and a column more than the window: the robot of that screen fails to take a picture of all of it.
        Headless.prepare(format.width() + 1, format.height() + 1);
        try {
            Desktop.startToolkit(() -> {});
        } catch (RuntimeException | LinkageError e) {
            throw new TourException(
                    "JavaFX does not start without a display here. It needs freetype, fontconfig with a font, and"
                            + " pango.",
                    e);
        }
        RunArchive archive = new RunArchive(UserFolders.runs());
        TourGuide guide = TourGuide.open(tasks, bundled, archive, format);
        try {
            guide.untilFilled();
            visit.walk(guide);
        } finally {
            guide.finish();
        }
        BackgroundJob.awaitAll(PATIENCE);
        archive.close();
        tasks.close();
        Platform.exit();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
