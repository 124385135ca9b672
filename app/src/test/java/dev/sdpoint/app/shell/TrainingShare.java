package dev.sdpoint.app.shell;

import dev.sdpoint.app.workspace.PlaceId;
import dev.sdpoint.engine.sdpoint.Instance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What watching costs a run: the Train place on screen, another place on screen, and no window at all take turns for slices of some
 * iterations each. The time of an iteration counts as a multiple of the median of its instance, so that slices with dear instances do
 * not count for more; the ratios of a round of slices are what is told. Beside it, what the threads that draw used of the processors.
 */
final class TrainingShare {
    private static final int ITERATIONS = 12;
    /** For what the change itself costs: a place that comes on screen draws all its figures once. */
    private static final int AFTER_A_CHANGE = 4;

    private static final int MOST_ROUNDS = 60;
    private static final Duration ENOUGH = Duration.ofMinutes(4);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final BenchmarkWindow window;
    private final Goals goals;

    private enum Watching {
        TRAIN_PLACE,
        ANOTHER_PLACE,
        NO_WINDOW
    }

    /** Iterations of one slice; seconds of the processors that drawing took, and on the wall. */
    private record Slice(Watching watching, List<StepClock.Step> steps, double drawing, double wall) {}

    TrainingShare(BenchmarkWindow window, Goals goals) {
        this.window = window;
        this.goals = goals;
    }

    void run() throws Exception {
        List<List<Slice>> rounds = new ArrayList<>();
        Watching[] order = Watching.values();
        long end = System.nanoTime() + ENOUGH.toNanos();
        for (int round = 0; round < MOST_ROUNDS && System.nanoTime() < end; round++) {
            List<Slice> slices = new ArrayList<>();
            for (int i = 0; i < order.length; i++) {
                Watching next = order[(i + round) % order.length];
                slices.add(slice(next));
            }
            rounds.add(slices);
        }
        turn(Watching.TRAIN_PLACE);
        Map<Instance, Double> usual = usual(rounds);
        for (Watching without : List.of(Watching.ANOTHER_PLACE, Watching.NO_WINDOW)) {
            double[] extra = rounds.stream()
                    .mapToDouble(round ->
                            100 * (relative(round, Watching.TRAIN_PLACE, usual) / relative(round, without, usual) - 1))
                    .sorted()
                    .toArray();
            String than = without == Watching.NO_WINDOW ? "no window" : "another place";
            goals.atMost("open Train place: more time an iteration than with " + than, 2, extra[extra.length / 2], "%");
            goals.tell(
                    "the same, quartiles of " + rounds.size() + " rounds of " + ITERATIONS + " iterations",
                    String.format(
                            Locale.ROOT, "%.2f to %.2f %%", extra[extra.length / 4], extra[extra.length * 3 / 4]));
        }
        for (Watching watching : order) {
            double drawing =
                    rounds.stream().mapToDouble(r -> of(r, watching).drawing()).sum();
            double wall =
                    rounds.stream().mapToDouble(r -> of(r, watching).wall()).sum();
            goals.tell(
                    "share of all cores that drawing took, "
                            + watching.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    100 * drawing / wall / ThreadTimes.CORES,
                    "%");
        }
    }

    private Slice slice(Watching watching) throws Exception {
        turn(watching);
        await(window.steps().count() + AFTER_A_CHANGE);
        int from = window.steps().count();
        double drawing = ThreadTimes.drawing();
        long start = System.nanoTime();
        await(from + ITERATIONS);
        return new Slice(
                watching,
                window.steps().since(from),
                ThreadTimes.drawing() - drawing,
                (System.nanoTime() - start) / 1e9);
    }

    private void turn(Watching watching) throws Exception {
        window.onFx(() -> {
            window.workspace()
                    .currentPlaceProperty()
                    .set(watching == Watching.TRAIN_PLACE ? PlaceId.TRAIN : PlaceId.GALLERY);
            if (watching == Watching.NO_WINDOW) {
                window.stage().hide();
            } else if (!window.stage().isShowing()) {
                window.stage().show();
            }
            return watching;
        });
    }

    private void await(int steps) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (window.steps().count() < steps) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the run does not go on");
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private static Slice of(List<Slice> round, Watching watching) {
        return round.stream().filter(s -> s.watching() == watching).findFirst().orElseThrow();
    }

    private static Map<Instance, Double> usual(List<List<Slice>> rounds) {
        return StepClock.Step.medians(rounds.stream()
                .flatMap(List::stream)
                .flatMap(slice -> slice.steps().stream())
                .toList());
    }

    private static double relative(List<Slice> round, Watching watching, Map<Instance, Double> usual) {
        double is = 0;
        double expected = 0;
        for (StepClock.Step step : of(round, watching).steps()) {
            is += step.nanos();
            expected += usual.getOrDefault(step.instance(), Double.NaN);
        }
        return is / expected;
    }
}
