package dev.sdpoint.app.shell;

import dev.sdpoint.app.train.DayLongRun;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.DoubleAccumulator;
import javafx.scene.control.Label;

/** The Train place along a run of a million iterations that is told in a minute, a quarter of it before each of its charts. */
final class MillionMeasurement {
    private static final double SECONDS = 60;
    private static final int EPOCHS = 2565;
    private static final long ALL = (long) EPOCHS * (DayLongRun.ITERATIONS_PER_EPOCH + 2) + 2;
    private static final int MOST_FRAMES = 6_000;
    private static final List<String> CHARTS =
            List.of("#train-chart-loss", "#train-chart-rate", "#train-chart-speed", "#train-chart-map");

    private final BenchmarkWindow window;
    private final Goals goals;

    MillionMeasurement(BenchmarkWindow window, Goals goals) {
        this.window = window;
        this.goals = goals;
    }

    void run() throws Exception {
        DayLongRun run = new DayLongRun(SECONDS, 0, EPOCHS);
        MeasuredPlace place = MeasuredPlace.show(window, run);
        for (String chart : CHARTS) {
            place.press(chart); // its classes and its panel belong to the first look at it
            window.frames(10, frame -> {});
        }
        window.frames(60, frame -> {});
        double before = BenchmarkWindow.heap();
        AtomicInteger updates = new AtomicInteger();
        DoubleAccumulator most = new DoubleAccumulator(Math::max, 0);
        window.onFx(() -> {
            Label status = (Label) place.node("#train-status").orElseThrow();
            status.textProperty().addListener((value, old, text) -> updates.incrementAndGet());
            return status;
        });
        place.start();
        long began = System.nanoTime();
        int[] shown = {-1};
        FrameTimes frames = window.framesWhile(MOST_FRAMES, frame -> {
            int wanted = (int) Math.min(CHARTS.size() - 1, CHARTS.size() * run.told() / ALL);
            if (wanted != shown[0]) {
                shown[0] = wanted;
                ((javafx.scene.control.ToggleButton)
                                place.node(CHARTS.get(wanted)).orElseThrow())
                        .setSelected(true);
            }
            double used =
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
            most.accumulate(used);
            return run.told() < ALL;
        });
        double seconds = (System.nanoTime() - began) / 1e9;
        window.guide().until("the end of the run", Duration.ofMinutes(2), () -> run.told() == ALL);
        window.frames(30, frame -> {});
        String what = "a run of 1,000,350 iterations told in a minute";
        goals.frames(what, frames);
        goals.atMost(what + ": longest frame", 50, frames.gap(1), "ms");
        goals.tell(
                what + ": frame, 99th and 99.8th percentile",
                String.format(java.util.Locale.ROOT, "%.0f and %.0f ms", frames.gap(0.99), frames.gap(0.998)));
        goals.atLeast(what + ": updates a second", 9, updates.get() / seconds, "");
        goals.atMost(what + ": heap over idle", 150, BenchmarkWindow.heap() - before, "MB");
        goals.tell(what + ": most heap in use meanwhile, garbage and all, over idle", most.get() - before, "MB");
        goals.tell(what + ": what an event costs the run", 1e-3 * run.acceptNanos() / run.told(), "µs");
        place.close();
    }
}
