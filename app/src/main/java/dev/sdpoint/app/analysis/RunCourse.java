package dev.sdpoint.app.analysis;

import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.evaluation.Sweep;
import dev.sdpoint.engine.event.TrainingEvent;
import dev.sdpoint.engine.event.TrainingEvent.IterationDone;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.store.RecordedEvaluation;
import dev.sdpoint.engine.store.RunStore;
import dev.sdpoint.engine.store.RunSummary;
import dev.sdpoint.engine.store.StoreException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a comparison needs of a recorded run: its evaluations, and its steps folded into a few hundred moments, so that a run of any
 * length takes the same memory.
 *
 * @param run what the list of runs says of it
 * @param evaluations in their order
 * @param steps averages over equal numbers of iterations, in their order
 * @param evaluated a moment per evaluation
 */
record RunCourse(
        RunSummary run, List<TrainingEvent.Evaluated> evaluations, List<Moment> steps, List<Moment> evaluated) {
    private static final int MOST = 500;
    private static final double SECONDS_PER_HOUR = 3600;

    RunCourse {
        evaluations = List.copyOf(evaluations);
        steps = List.copyOf(steps);
        evaluated = List.copyOf(evaluated);
    }

    /** Reads a run on the calling thread, one step after the other. */
    static RunCourse read(RunStore store, RunSummary run) throws StoreException {
        double iterationsPerEpoch = Math.max(
                1,
                (double) run.progress().iterations() / Math.max(1, run.origin().epochs()));
        Fold fold = new Fold(
                run.progress().iteration(),
                iterationsPerEpoch,
                store.recipe(run.id()).optimization().batchSize());
        store.steps(run.id(), 0, fold::add);
        List<Moment> steps = fold.moments();
        List<TrainingEvent.Evaluated> evaluations = store.evaluations(run.id()).stream()
                .map(RecordedEvaluation::told)
                .toList();
        List<Moment> evaluated = evaluations.stream()
                .map(told -> at(steps, told.iteration())
                        .evaluated(
                                told.iteration(),
                                told.iteration() / iterationsPerEpoch,
                                best(told.sweep()),
                                told.sweep().scores().stream()
                                        .filter(score -> score.instance().equals(Instance.FULL))
                                        .mapToDouble(InstanceScore::top1Error)
                                        .findFirst()
                                        .orElse(Double.NaN)))
                .toList();
        return new RunCourse(run, evaluations, steps, evaluated);
    }

    /** The newest evaluation. */
    Optional<TrainingEvent.Evaluated> last() {
        return evaluations.stream().reduce((before, after) -> after);
    }

    /** The evaluation with the smallest error of any instance, among those on the most images: few images flatter. */
    Optional<TrainingEvent.Evaluated> bestEvaluation() {
        int most = evaluations.stream()
                .mapToInt(told -> told.sweep().images())
                .max()
                .orElse(0);
        return evaluations.stream()
                .filter(told -> told.sweep().images() == most)
                .min(Comparator.comparingDouble(told -> best(told.sweep())));
    }

    /** Moments at which both quantities are known. */
    List<Moment> moments(Quantity x, Quantity y) {
        return x.perEvaluation() || y.perEvaluation() ? evaluated : steps;
    }

    private static double best(Sweep sweep) {
        return sweep.scores().stream()
                .mapToDouble(InstanceScore::top1Error)
                .min()
                .orElse(Double.NaN);
    }

    /** The moment whose iteration is nearest. */
    private static Moment at(List<Moment> steps, long iteration) {
        return steps.stream()
                .min(Comparator.comparingDouble(moment -> Math.abs(moment.iteration() - iteration)))
                .orElse(new Moment(
                        iteration, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN));
    }

    /** Averages steps over equal numbers of iterations. */
    private static final class Fold {
        private final List<Moment> moments = new ArrayList<>();
        private final long width;
        private final double iterationsPerEpoch;
        private final int batch;
        private double loss;
        private double error;
        private double rate;
        private long count;
        private long last;
        private double seconds;
        private double secondsPerStep = Double.NaN;

        Fold(long iterations, double iterationsPerEpoch, int batch) {
            width = Math.max(1, (iterations + MOST - 1) / MOST);
            this.iterationsPerEpoch = iterationsPerEpoch;
            this.batch = batch;
        }

        void add(IterationDone step) {
            if (step.imagesPerSecond() > 0 && Double.isFinite(step.imagesPerSecond())) {
                secondsPerStep = batch / step.imagesPerSecond();
            }
            // The first steps are too early for a pace.
            seconds += Double.isNaN(secondsPerStep) ? 0 : secondsPerStep;
            loss += step.loss();
            error += step.error();
            rate += step.learningRate();
            last = step.iteration();
            count++;
            if (count == width) {
                flush();
            }
        }

        List<Moment> moments() {
            flush();
            return moments;
        }

        private void flush() {
            if (count > 0) {
                moments.add(new Moment(
                        last,
                        last / iterationsPerEpoch,
                        seconds / SECONDS_PER_HOUR,
                        loss / count,
                        error / count,
                        rate / count,
                        Double.NaN,
                        Double.NaN));
                loss = 0;
                error = 0;
                rate = 0;
                count = 0;
            }
        }
    }
}
