package dev.sdpoint.engine.evaluation;

import dev.sdpoint.engine.cost.CostModel;
import dev.sdpoint.engine.cost.InstanceCost;
import dev.sdpoint.engine.data.BatchMaker;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.sdpoint.InstanceSpace;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Classifies images under every instance, the layers before a point shared among instances. */
public final class Evaluator {
    private final InstanceSpace space;
    private final StatisticsBank bank;
    private final PassBudget budget;

    /** Runs up to 100 images at once, as many as {@link PassBudget#STANDARD} allows. */
    public Evaluator(InstanceSpace space, StatisticsBank bank) {
        this(space, bank, PassBudget.STANDARD);
    }

    Evaluator(InstanceSpace space, StatisticsBank bank, PassBudget budget) {
        this.space = space;
        this.bank = bank;
        this.budget = budget;
    }

    /**
     * @param sweep scores of all instances
     * @param outcomes per-image answers, in the order of the images
     */
    public record Result(Sweep sweep, Outcomes outcomes) {}

    /**
     * Scores all instances.
     *
     * @param maker labelled images without augmentation
     * @param images which of its images; outcomes come in this order
     * @param timed whether to measure each instance's time on its own as well; else {@code millisPerImage} is NaN
     * @param progress hears the share of images done after each batch, and 1 before each measurement, and says whether to go on
     * @throws InterruptedException if it says no
     */
    public Result evaluate(ExecutableNetwork network, BatchMaker maker, int[] images, boolean timed, Progress progress)
            throws InterruptedException {
        return evaluate(network, maker, images, timed, progress, (done, soFar) -> {});
    }

    /** Hears of answers while there are not all of them yet. */
    @FunctionalInterface
    public interface Growth {
        /**
         * A batch was answered by all instances. On the evaluating thread.
         *
         * @param done images answered, from the front
         * @param soFar makes their outcomes, equal to those of the end; only during this call
         */
        void grew(int done, Supplier<Outcomes> soFar);
    }

    /**
     * Scores all instances and tells of the answers on the way.
     *
     * @param growth hears of every batch, before {@code progress} does
     */
    public Result evaluate(
            ExecutableNetwork network, BatchMaker maker, int[] images, boolean timed, Progress progress, Growth growth)
            throws InterruptedException {
        int count = images.length;
        int batchSize = budget.batch(network.spec().plan());
        List<Instance> instances = space.instances();
        Tally[] tallies = IntStream.range(0, instances.size())
                .mapToObj(i -> new Tally(count, network.spec().classes()))
                .toArray(Tally[]::new);
        for (int from = 0; from < count; from += batchSize) {
            int[] chosen = Arrays.copyOfRange(images, from, Math.min(count, from + batchSize));
            var batch = maker.make(chosen, 0);
            int first = from;
            network.sweep(
                    batch.images(),
                    chosen.length,
                    instances,
                    bank,
                    (instance, probabilities, nanos) ->
                            tallies[space.indexOf(instance)].add(first, probabilities, batch.labels()));
            int done = Math.min(count, from + batchSize);
            growth.grew(done, () -> outcomes(tallies, done));
            progress.report((double) done / count);
        }
        double[] millis = timed
                ? time(network, maker, Arrays.copyOf(images, Math.min(count, batchSize)), progress)
                : nan(instances.size());
        List<InstanceCost> costs = new CostModel(network.spec().plan()).costs(space);
        Outcomes outcomes = outcomes(tallies, count);
        return new Result(Sweep.of(outcomes, costs, millis), outcomes);
    }

    private double[] time(ExecutableNetwork network, BatchMaker maker, int[] images, Progress progress)
            throws InterruptedException {
        float[] input = maker.make(images, 0).images();
        return InstanceTimer.millisPerImage(
                network, bank, space.instances(), input, images.length, share -> progress.report(1));
    }

    private static double[] nan(int length) {
        double[] values = new double[length];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    private Outcomes outcomes(Tally[] tallies, int count) {
        int cells = tallies.length * count;
        short[] predicted = new short[cells];
        float[] probability = new float[cells];
        short[] rank = new short[cells];
        for (int i = 0; i < tallies.length; i++) {
            System.arraycopy(tallies[i].predicted, 0, predicted, i * count, count);
            System.arraycopy(tallies[i].trueProbability, 0, probability, i * count, count);
            System.arraycopy(tallies[i].trueRank, 0, rank, i * count, count);
        }
        return new Outcomes(space.instances(), count, predicted, probability, rank);
    }

    /** Answers of one instance. */
    private static final class Tally {
        private final int classes;
        private final short[] predicted;
        private final float[] trueProbability;
        private final short[] trueRank;

        Tally(int count, int classes) {
            this.classes = classes;
            predicted = new short[count];
            trueProbability = new float[count];
            trueRank = new short[count];
        }

        void add(int first, float[] probabilities, int[] labels) {
            for (int i = 0; i < labels.length; i++) {
                int row = i * classes;
                float truth = probabilities[row + labels[i]];
                int best = 0;
                int rank = 0;
                for (int k = 0; k < classes; k++) {
                    best = probabilities[row + k] > probabilities[row + best] ? k : best;
                    // ties go to the lower class, as in the choice of the best
                    boolean ahead = probabilities[row + k] > truth
                            || (probabilities[row + k] == truth && k < labels[i])
                            || (Float.isNaN(truth) && k != labels[i]);
                    rank += ahead ? 1 : 0;
                }
                predicted[first + i] = (short) best;
                trueProbability[first + i] = truth;
                trueRank[first + i] = (short) rank;
            }
        }
    }
}
