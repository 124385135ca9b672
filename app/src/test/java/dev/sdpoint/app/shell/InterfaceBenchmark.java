package dev.sdpoint.app.shell;

import dev.sdpoint.app.workspace.PlaceId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How smooth the window is, alone and beside a run that trains wrn-16-2 on all cores, and what the window costs that run: one Markdown
 * table of limits and figures. A program, not a test: times belong to the machine.
 *
 * <p>Arguments: a folder of CIFAR-10 if it is to be trained on instead of the bundled images, and which parts to measure: {@code idle},
 * {@code charts}, {@code million}, {@code drags}, {@code busy}, {@code share}, {@code wakings}; all by default. {@code drags} are the drags of
 * the budget slider beside a run, which {@code busy} has too.
 */
public final class InterfaceBenchmark {
    private static final List<String> PARTS = List.of("idle", "charts", "million", "drags", "busy", "share", "wakings");
    private static final Map<String, String> RECIPE = Map.of(
            "#recipe-network", "wrn-16-2",
            "#recipe-epochs", "1000",
            "#recipe-batch", "64",
            "#recipe-evaluation", "200");
    private static final int SOME_STEPS = 40;
    /** After which Java's compiler, which takes a core from the run, rests (docs/performance.md). */
    private static final int UNTIL_COMPILED = 500;

    private InterfaceBenchmark() {}

    /** Measures and prints. */
    public static void main(String[] arguments) throws Exception {
        List<String> given = List.of(arguments);
        List<String> parts = given.stream().filter(PARTS::contains).toList();
        try (BenchmarkWindow window = BenchmarkWindow.open()) {
            for (String folder : given.stream().filter(a -> !PARTS.contains(a)).toList()) {
                window.openData(Path.of(folder));
            }
            measure(window, parts.isEmpty() ? PARTS : parts);
        } catch (Exception | Error e) {
            e.printStackTrace();
            System.exit(1);
        }
        System.exit(0);
    }

    private static void measure(BenchmarkWindow window, List<String> parts) throws Exception {
        Goals goals = new Goals();
        BudgetMeasurement budget = new BudgetMeasurement(window, goals);
        GalleryMeasurement gallery = new GalleryMeasurement(window, goals);
        Content content = window.onFx(() -> Content.of(window));
        if (parts.contains("idle")) {
            budget.run("idle");
            gallery.run(10_000, "idle");
            gallery.run(100_000, "idle");
            content.putBack(window);
        }
        if (parts.contains("charts")) {
            new ChartMeasurement(window, goals).run();
        }
        if (parts.contains("million")) {
            new MillionMeasurement(window, goals).run();
        }
        boolean timed = parts.contains("share") || parts.contains("wakings") || parts.contains("drags");
        if (parts.contains("busy") || timed) {
            train(window, timed ? UNTIL_COMPILED : SOME_STEPS);
        }
        if (parts.contains("wakings")) {
            new WakingCost(window, goals).run();
        }
        if (parts.contains("share")) {
            new TrainingShare(window, goals).run();
        }
        if (parts.contains("drags") && !parts.contains("busy")) {
            budget.run("training");
        }
        if (parts.contains("busy")) {
            window.guide().goTo(PlaceId.TRAIN);
            goals.frames("Train place while it trains", window.frames(600, frame -> {}));
            budget.run("training");
            gallery.run(10_000, "training");
            gallery.run(100_000, "training");
            content.putBack(window);
        }
    }

    /** Starts a run, and waits until the just-in-time compiler and the caches have settled. */
    private static void train(BenchmarkWindow window, int steps) throws Exception {
        TourGuide guide = window.guide();
        guide.goTo(PlaceId.TRAIN);
        guide.node("#train-start");
        TrainStop.fill(guide, RECIPE);
        guide.press("#train-start");
        guide.until("the run", Duration.ofMinutes(5), () -> window.steps().count() > steps);
    }

    /** What was open at first. */
    private record Content(Runnable restore) {
        static Content of(BenchmarkWindow window) {
            var model = window.workspace().modelProperty().get();
            var data = window.workspace().dataProperty().get();
            var outcomes = window.workspace().outcomesProperty().get();
            return new Content(() -> {
                window.workspace().outcomesProperty().set(java.util.Optional.empty());
                window.workspace().modelProperty().set(model);
                window.workspace().dataProperty().set(data);
                window.workspace().outcomesProperty().set(outcomes);
            });
        }

        void putBack(BenchmarkWindow window) throws Exception {
            window.onFx(() -> {
                restore.run();
                return window;
            });
        }
    }
}
