package dev.sdpoint.app.shell;

import dev.sdpoint.app.archive.RunArchive;
import dev.sdpoint.app.concurrent.BackgroundJob;
import dev.sdpoint.app.workspace.PlaceId;
import dev.sdpoint.app.workspace.UserFolders;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.measurement.VitalCourse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.stage.Stage;

/**
 * Whether opening leaves anything behind. Places: every place of the real window, filled with the bundled model and images, is opened and painted over and over
 * in turn. Windows: one after another is opened beside it, shows every place, and is closed. A program for a long look; its test takes a short one.
 *
 * <p>Arguments: how often each place is opened, and how many windows; 1,000 and 40 by default, 0 for neither.
 */
public final class WindowSoak {
    /** What may stay behind in a whole soak of places. */
    private static final VitalCourse.Limits OF_PLACES = new VitalCourse.Limits(8, 60, 0.5);

    /** And of windows. */
    private static final VitalCourse.Limits OF_WINDOWS = new VitalCourse.Limits(8, 80, 0.5);

    private static final int READINGS = 40;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** A pulse lays the place out, and the next one waits until that is painted. */
    private static final int PULSES = 2;

    private WindowSoak() {}

    /** Does something on the JavaFX thread and waits for it. */
    interface FxThread {
        <T> T run(Callable<T> action) throws Exception;
    }

    /** Prints the tables; ends with an error if something leaks. */
    public static void main(String[] arguments) throws Exception {
        int openings = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000;
        int windows = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 40;
        List<String> leaks = new ArrayList<>();
        try (BenchmarkWindow window = BenchmarkWindow.open()) {
            FxThread fx = new FxThread() {
                @Override
                public <T> T run(Callable<T> action) throws Exception {
                    return window.onFx(action);
                }
            };
            if (openings > 0) {
                leaks.addAll(told(places(fx, window.workspace(), openings), OF_PLACES));
            }
            if (windows > 0) {
                leaks.addAll(told(windows(fx, window, windows), OF_WINDOWS));
            }
        } catch (Exception | Error e) {
            e.printStackTrace();
            System.exit(2);
        }
        leaks.forEach(System.err::println);
        System.exit(leaks.isEmpty() ? 0 : 1);
    }

    private static List<String> told(VitalCourse course, VitalCourse.Limits limits) {
        course.print(limits);
        return course.leaks(limits);
    }

    /** Opens every place so often. */
    static VitalCourse places(FxThread fx, Workspace workspace, int openings) throws Exception {
        VitalCourse course = new VitalCourse("openings of each of " + PlaceId.values().length + " places");
        for (int round = 1; round <= openings; round++) {
            openAll(fx, workspace);
            if (round % Math.max(1, openings / READINGS) == 0) {
                course.read(round);
            }
        }
        return course;
    }

    private static void openAll(FxThread fx, Workspace workspace) throws Exception {
        for (PlaceId place : PlaceId.values()) {
            CompletableFuture<Boolean> painted = new CompletableFuture<>();
            fx.run(() -> {
                workspace.currentPlaceProperty().set(place);
                new AnimationTimer() {
                    private int pulses;

                    @Override
                    public void handle(long now) {
                        pulses++;
                        if (pulses > PULSES) {
                            stop();
                            painted.complete(true);
                        }
                    }
                }.start();
                return place;
            });
            painted.get();
        }
    }

    /** Opens and closes so many windows. */
    private static VitalCourse windows(FxThread fx, BenchmarkWindow beside, int windows) throws Exception {
        VitalCourse course = new VitalCourse("windows, opened with all places and closed");
        for (int round = 1; round <= windows; round++) {
            try (RunArchive archive = new RunArchive(UserFolders.home().resolve("runs-of-another"))) {
                window(fx, beside, archive);
            }
            if (round % Math.max(1, windows / READINGS) == 0) {
                course.read(round);
            }
        }
        return course;
    }

    private static void window(FxThread fx, BenchmarkWindow beside, RunArchive archive) throws Exception {
        AppServices services = fx.run(
                () -> new AppServices(beside.tasks(), new ForgetfulPreferences(), new BundledContent(), archive));
        MainWindow window = fx.run(() -> {
            MainWindow made = new MainWindow(services, new Stage());
            made.show(services::openBundled);
            return made;
        });
        until(fx, () -> services.workspace().outcomesProperty().get().isPresent());
        until(fx, window::prepared);
        openAll(fx, services.workspace());
        fx.run(() -> {
            window.close();
            return window;
        });
        BackgroundJob.awaitAll(PATIENCE);
    }

    private static void until(FxThread fx, BooleanSupplier condition) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!fx.run(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("a window is not ready after " + PATIENCE.toSeconds() + " s");
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}
