package dev.sdpoint.app.shell;

import dev.sdpoint.app.train.DayLongRun;
import java.util.Locale;

/** The Train place's charts along a run of a day that is told in a minute, and when somebody comes back after a day. */
final class ChartMeasurement {
    private static final double SECONDS = 60;
    private static final int MORE = 40;
    private static final int MOST_FRAMES = 6_000;
    private static final long ALL = (long) DayLongRun.EPOCHS * (DayLongRun.ITERATIONS_PER_EPOCH + 2) + 1;

    private final BenchmarkWindow window;
    private final Goals goals;

    ChartMeasurement(BenchmarkWindow window, Goals goals) {
        this.window = window;
        this.goals = goals;
    }

    void run() throws Exception {
        seen();
        unseen();
    }

    private void seen() throws Exception {
        DayLongRun day = new DayLongRun(SECONDS, MORE);
        MeasuredPlace place = MeasuredPlace.show(window, day);
        window.frames(60, frame -> {});
        double before = BenchmarkWindow.heap();
        place.start();
        FrameTimes frames = window.framesWhile(MOST_FRAMES, frame -> day.told() < ALL);
        goals.frames(
                String.format(Locale.ROOT, "charts of a day (%,d events told in %.0f s)", day.told(), SECONDS), frames);
        goals.tell(
                "the same, JavaFX thread's 95 % in the first and the last tenth of the day",
                String.format(Locale.ROOT, "%.2f and %.2f ms", frames.work(0.95, 0, 0.1), frames.work(0.95, 0.9, 1)));
        double drawing = ThreadTimes.drawing();
        long began = System.nanoTime();
        await(day, MORE);
        goals.tell(
                "a day's charts at the pace of the run: share of all cores that drawing takes",
                100 * (ThreadTimes.drawing() - drawing) / ((System.nanoTime() - began) / 1e9) / ThreadTimes.CORES,
                "%");
        goals.tell("charts of a day: heap growth", BenchmarkWindow.heap() - before, "MB");
        goals.tell("charts of a day: what an event costs the run", 1e-3 * day.acceptNanos() / day.told(), "µs");
        place.close();
    }

    private void unseen() throws Exception {
        DayLongRun day = new DayLongRun(0, 0);
        MeasuredPlace place = MeasuredPlace.show(window, day);
        window.frames(60, frame -> {});
        place.start();
        window.guide().until("the run to begin", java.time.Duration.ofMinutes(1), () -> day.told() > 0);
        window.onFx(() -> {
            place.place().hidden();
            return place;
        });
        await(day, 0);
        FrameTimes frames = window.frames(30, frame -> {
            if (frame == 65) {
                place.place().shown();
            }
        });
        goals.tell("back after a day away: JavaFX thread's longest work", frames.work(1), "ms");
        goals.tell("away: what an event costs the run", 1e-3 * day.acceptNanos() / day.told(), "µs");
        place.close();
    }

    private void await(DayLongRun day, int more) throws Exception {
        window.guide().until("the end of the day", java.time.Duration.ofMinutes(5), () -> day.told() == ALL + more + 1);
        window.frames(30, frame -> {});
    }
}
