package dev.sdpoint.engine.training;

import dev.sdpoint.engine.data.Batch;
import dev.sdpoint.engine.evaluation.ExecutableNetwork;
import dev.sdpoint.engine.network.NamedWeights;
import dev.sdpoint.engine.sdpoint.Instance;

/** A network that learns. Not thread-safe. */
public interface TrainableNetwork extends ExecutableNetwork {
    /**
     * Forward, backward and update for one mini-batch under one instance.
     *
     * @param learningRate for this step, at least 0
     * @param chance seed of what dropout and stochastic depth drop in this step
     */
    StepResult step(Batch batch, Instance instance, double learningRate, long chance);

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
