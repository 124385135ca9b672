package dev.sdpoint.engine.training;

import dev.sdpoint.engine.data.Batch;
import dev.sdpoint.engine.evaluation.HalvedBatches;
import dev.sdpoint.engine.network.NamedWeights;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * {@link HalvedBatches} for a network that learns: a step whose batch does not fit is one update from the sum of the gradients of two
 * halves.
 *
 * <p>That is the gradient of the whole batch but for what a half does not see of the other: batch normalisation takes mean and variance
 * of its half ("ghost batches"), dropout and stochastic depth draw anew for the second half, and sums of floats end in other bits. A
 * halved run therefore differs from one that never was, slightly and from the step on that was halved; a run that goes on later
 * begins whole again.
 */
final class HalvedSteps extends HalvedBatches implements TrainableNetwork {
    private final TrainableNetwork network;

    HalvedSteps(TrainableNetwork network, Consumer<String> notes) {
        super(network, notes);
        this.network = network;
    }

    @Override
    public StepResult step(List<Batch> parts, Instance instance, double learningRate, long chance) {
        return network.step(parts, instance, learningRate, chance);
    }

    @Override
    public StepResult step(Batch batch, Instance instance, double learningRate, long chance) {
        return compute(
                batch.size(),
                SMALLEST_BATCH,
                () -> network.step(batch, instance, learningRate, chance),
                () -> network.step(halves(batch), instance, learningRate, chance));
    }

    /** The first is the larger by one if the images are odd in number. */
    private static List<Batch> halves(Batch batch) {
        int middle = (batch.size() + 1) / 2;
        int values = batch.images().length / batch.size() * middle;
        return List.of(
                new Batch(Arrays.copyOf(batch.images(), values), Arrays.copyOf(batch.labels(), middle), batch.side()),
                new Batch(
                        Arrays.copyOfRange(batch.images(), values, batch.images().length),
                        Arrays.copyOfRange(batch.labels(), middle, batch.size()),
                        batch.side()));
    }

    @Override
    public float[] updaterState() {
        return network.updaterState();
    }

    @Override
    public void restore(NamedWeights weights, float[] updaterState) {
        network.restore(weights, updaterState);
    }
}
