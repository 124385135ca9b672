package dev.sdpoint.app.shell;

import dev.sdpoint.app.workspace.PlaceId;
import dev.sdpoint.engine.sdpoint.Instance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;

/**
 * What the open Train place costs a run, told apart from the machine's noise: the window works only in pulses, some a second, so the
 * run is compared with itself near a pulse and away from all of them, many hundred times within minutes, and slow drifts fall
 * out. Work is what the steps should take, by the median of their instances; the run's pace is work by time. What the pace near pulses
 * is lower than away from them is the cost. It leaves out what is spread evenly, such as an event that the run tells (docs/performance.md).
 */
final class WakingCost {
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(5);
    /** A step that is under way at a pulse, and what the pulse leaves behind. */
    private static final double STEPS_BEFORE = 1;

    private static final double STEPS_AFTER = 1.5;
    private static final long BLOCK_NANOS = 10_000_000_000L;

    private final BenchmarkWindow window;
    private final Goals goals;

    WakingCost(BenchmarkWindow window, Goals goals) {
        this.window = window;
        this.goals = goals;
    }

    /** Nanoseconds and work near pulses and away from them. */
    private record Pace(double nearTime, double nearWork, double awayTime, double awayWork) {
        Pace plus(Pace other, int sign) {
            return new Pace(
                    nearTime + sign * other.nearTime,
                    nearWork + sign * other.nearWork,
                    awayTime + sign * other.awayTime,
                    awayWork + sign * other.awayWork);
        }

        /** Per cent of time that pulses add to the run. */
        double cost() {
            double without = (nearWork + awayWork) * awayTime / awayWork;
            return 100 * ((nearTime + awayTime) / without - 1);
        }
    }

    void run() throws Exception {
        window.guide().goTo(PlaceId.TRAIN);
        List<Long> pulses = Collections.synchronizedList(new ArrayList<>());
        Runnable listener = () -> pulses.add(System.nanoTime());
        Scene scene = window.onFx(() -> window.stage().getScene());
        window.onFx(() -> {
            scene.addPostLayoutPulseListener(listener);
            return scene;
        });
        int from = window.steps().count();
        TimeUnit.NANOSECONDS.sleep(LONG_ENOUGH.toNanos());
        List<StepClock.Step> steps = window.steps().since(from);
        window.onFx(() -> {
            scene.removePostLayoutPulseListener(listener);
            return scene;
        });
        tell(steps, List.copyOf(pulses));
    }

    private void tell(List<StepClock.Step> steps, List<Long> pulses) {
        Map<Instance, Double> usual = StepClock.Step.medians(steps);
        double step = steps.stream().mapToLong(StepClock.Step::nanos).average().orElseThrow();
        List<long[]> near = near(pulses, step);
        List<Pace> blocks = blocks(steps, usual, near);
        Pace all = blocks.stream().reduce(new Pace(0, 0, 0, 0), (a, b) -> a.plus(b, 1));
        double error = jackknife(all, blocks);
        double seconds = (all.nearTime + all.awayTime) / 1e9;
        goals.atMost("open Train place: more time a run takes for its pulses", 2, all.cost(), "%");
        goals.tell(
                "the same, 95 % interval",
                String.format(
                        Locale.ROOT,
                        "%.2f to %.2f %%; %d steps of %.0f ms, %.2f pulses a second, %.0f %% of %.0f s near one",
                        all.cost() - 1.96 * error,
                        all.cost() + 1.96 * error,
                        steps.size(),
                        step / 1e6,
                        pulses.size() / seconds,
                        100 * all.nearTime / (all.nearTime + all.awayTime),
                        seconds));
    }

    /** Stretches of time near a pulse, in order, none touching the next. */
    private static List<long[]> near(List<Long> pulses, double step) {
        List<long[]> merged = new ArrayList<>();
        for (long pulse : pulses) {
            long begin = pulse - (long) (STEPS_BEFORE * step);
            long end = pulse + (long) (STEPS_AFTER * step);
            if (!merged.isEmpty() && begin <= merged.get(merged.size() - 1)[1]) {
                merged.get(merged.size() - 1)[1] = end;
            } else {
                merged.add(new long[] {begin, end});
            }
        }
        return merged;
    }

    private static List<Pace> blocks(List<StepClock.Step> steps, Map<Instance, Double> usual, List<long[]> near) {
        List<Pace> blocks = new ArrayList<>();
        Pace block = new Pace(0, 0, 0, 0);
        long first = steps.get(0).begin();
        for (StepClock.Step step : steps) {
            double touched = near.stream()
                    .mapToLong(s -> Math.max(0, Math.min(s[1], step.end()) - Math.max(s[0], step.begin())))
                    .sum();
            double work = usual.getOrDefault(step.instance(), Double.NaN);
            double share = touched / step.nanos();
            block = block.plus(new Pace(touched, work * share, step.nanos() - touched, work * (1 - share)), 1);
            if (step.end() - first > BLOCK_NANOS) {
                blocks.add(block);
                block = new Pace(0, 0, 0, 0);
                first = step.end();
            }
        }
        return blocks;
    }

    /** Standard error of the cost, leaving out one block at a time. */
    private static double jackknife(Pace all, List<Pace> blocks) {
        double[] without =
                blocks.stream().mapToDouble(b -> all.plus(b, -1).cost()).toArray();
        double mean = Arrays.stream(without).average().orElseThrow();
        double squares =
                Arrays.stream(without).map(c -> (c - mean) * (c - mean)).sum();
        return Math.sqrt(squares * (without.length - 1) / without.length);
    }
}
