package dev.sdpoint.app.shell;

import dev.sdpoint.app.archive.RunArchive;
import dev.sdpoint.app.concurrent.BackgroundJob;
import dev.sdpoint.app.concurrent.FxTaskRunner;
import dev.sdpoint.app.theme.Fonts;
import dev.sdpoint.app.theme.Theme;
import dev.sdpoint.app.workspace.UserFolders;
import dev.sdpoint.app.workspace.Workspace;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.stage.Stage;

/** The real window in memory, filled and prepared, with a clock before the networks that train. For the thread that measures. */
final class BenchmarkWindow implements AutoCloseable {
    private static final int WIDTH = 1440;
    private static final int HEIGHT = 900;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final FxTaskRunner tasks;
    private final RunArchive archive = new RunArchive(UserFolders.home().resolve("runs"));
    private final AppServices services;
    private final Stage stage;
    private final MainWindow window;
    private final TourGuide guide;
    private final StepClock steps;

    private BenchmarkWindow(FxTaskRunner tasks) throws Exception {
        this.tasks = tasks;
        CompletableFuture<StepClock> clock = new CompletableFuture<>();
        services = onFx(
                () -> new AppServices(tasks, new ForgetfulPreferences(), new BundledContent(), archive, builder -> {
                    StepClock before = new StepClock(builder);
                    clock.complete(before);
                    return before;
                }));
        steps = clock.get();
        stage = onFx(Stage::new);
        window = onFx(() -> new MainWindow(services, stage));
        guide = new TourGuide(tasks, services, window, stage);
    }

    /** Opens it, with a home of its own. Once in a process. */
    static BenchmarkWindow open() throws Exception {
        System.setProperty(
                "sdpoint.home", Files.createTempDirectory("sdpoint-benchmark").toString());
        Headless.prepare(WIDTH, HEIGHT);
        Desktop.startToolkit(Fonts::load);
        BenchmarkWindow opened = new BenchmarkWindow(new FxTaskRunner());
        opened.onFx(() -> {
            opened.services.themes().choiceProperty().set(Theme.LIGHT);
            opened.stage.setWidth(WIDTH);
            opened.stage.setHeight(HEIGHT);
            opened.window.show(opened.services::openBundled);
            return opened;
        });
        opened.guide.until(
                "the bundled answers",
                PATIENCE,
                () -> opened.workspace().outcomesProperty().get().isPresent());
        opened.guide.until("all places", PATIENCE, opened.window::prepared);
        return opened;
    }

    TourGuide guide() {
        return guide;
    }

    Workspace workspace() {
        return services.workspace();
    }

    FxTaskRunner tasks() {
        return tasks;
    }

    StepClock steps() {
        return steps;
    }

    Stage stage() {
        return stage;
    }

    /** Opens a folder of images, and waits until the model's answers on them are there. */
    void openData(Path folder) throws Exception {
        onFx(() -> {
            services.openData(folder);
            return folder;
        });
        guide.until(
                "the images of " + folder,
                PATIENCE,
                () -> workspace().dataProperty().get().isPresent()
                        && !workspace().dataProperty().get().get().id().contains("bundled"));
        guide.until(
                "the answers on them",
                Duration.ofMinutes(10),
                () -> workspace().outcomesProperty().get().isPresent());
    }

    /** Does something on the JavaFX thread and waits for it. */
    <T> T onFx(Callable<T> action) throws Exception {
        CompletableFuture<T> result = new CompletableFuture<>();
        tasks.onFxThread(() -> {
            try {
                result.complete(action.call());
            } catch (Exception e) {
                result.completeExceptionally(e);
            }
        });
        return result.get();
    }

    /** Measures frames while something is done in each of them. */
    FrameTimes frames(int count, IntConsumer everyFrame) throws Exception {
        return framesWhile(count, frame -> {
            everyFrame.accept(frame);
            return true;
        });
    }

    /** As above, until there are enough of them or a frame's work says that it was the last. */
    FrameTimes framesWhile(int most, IntPredicate everyFrame) throws Exception {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        FrameTimes frames = onFx(() -> new FrameTimes(most, everyFrame, () -> done.complete(true)));
        onFx(() -> {
            frames.start();
            return frames;
        });
        done.get();
        return frames;
    }

    /**
     * Milliseconds from an action until its result is painted: two pulses after the first one that finds it there, for a pulse lays out,
     * and the next one waits until that is painted.
     *
     * @param there whether the result is there, on the JavaFX thread
     */
    double untilPainted(Runnable action, BooleanSupplier there) throws Exception {
        CompletableFuture<Double> millis = new CompletableFuture<>();
        onFx(() -> {
            long start = System.nanoTime();
            action.run();
            new AnimationTimer() {
                private int pulses;

                @Override
                public void handle(long now) {
                    if (pulses > 0 || there.getAsBoolean()) {
                        pulses++;
                    }
                    if (pulses == 3) {
                        stop();
                        millis.complete((System.nanoTime() - start) / 1e6);
                    }
                }
            }.start();
            return start;
        });
        return millis.get();
    }

    /** A node of the scene. JavaFX thread. */
    <T extends Node> T find(String selector, Class<T> type) {
        Node node = stage.getScene().lookup(selector);
        if (!type.isInstance(node)) {
            throw new IllegalStateException(selector + " is " + node);
        }
        return type.cast(node);
    }

    /** Megabytes of the heap that are in use after a collection. */
    static double heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
    }

    @Override
    public void close() throws Exception {
        guide.finish();
        BackgroundJob.awaitAll(PATIENCE);
        tasks.close();
        archive.close();
        Platform.exit();
    }
}
