package dev.sdpoint.engine.training;

import dev.sdpoint.engine.data.Batch;
import dev.sdpoint.engine.evaluation.ExecutableNetwork;
import dev.sdpoint.engine.network.NamedWeights;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.List;

/** A network that learns. Not thread-safe. */
public interface TrainableNetwork extends ExecutableNetwork {
    /**
     * Forward, backward and update for one mini-batch under one instance.
     *
     * @param learningRate for this step, at least 0
     * @param chance seed of what dropout and stochastic depth drop in this step
     * @throws dev.sdpoint.engine.evaluation.OutOfDeviceMemory if the batch does not fit; nothing was learned then
     */
    StepResult step(Batch batch, Instance instance, double learningRate, long chance);

    /**
     * One update from the summed gradients of several batches, which need less memory than one of all their images. Each is normalised
     * by its own statistics, and drops something else.
     *
     * @param parts at least one
     * @return loss and wrong answers over all images
     * @throws UnsupportedOperationException if this network learns whole batches only and there are several
     */
    default StepResult step(List<Batch> parts, Instance instance, double learningRate, long chance) {
        if (parts.size() != 1) {
            throw new UnsupportedOperationException(
                    "this network learns from one batch at a time, not " + parts.size());
        }
        return step(parts.get(0), instance, learningRate, chance);
    }

    /** {@link #step(Batch, Instance, double, long)} for a network that drops nothing at random. */
    default StepResult step(Batch batch, Instance instance, double learningRate) {
        return step(batch, instance, learningRate, 0);
    }

    /** A copy of the momentum of every parameter, in an order of the implementation's own. */
    float[] updaterState();

    /**
     * Puts back what {@link #weights()} and {@link #updaterState()} gave.
     *
     * @throws IllegalArgumentException if they belong to another architecture
     */
    void restore(NamedWeights weights, float[] updaterState);

    /**
     * @param loss mean cross-entropy of the batch in nats, before the update
     * @param wrong images of the batch whose first guess was wrong
     */
    record StepResult(double loss, int wrong) {}
}
