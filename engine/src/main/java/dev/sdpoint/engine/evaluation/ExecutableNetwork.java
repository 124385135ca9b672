package dev.sdpoint.engine.evaluation;

import dev.sdpoint.engine.network.NamedWeights;
import dev.sdpoint.engine.network.NetworkSpec;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.List;
import java.util.Map;

/**
 * A network with weights that can run forward under any instance. Images are normalised floats {@code
 * [image][row][column][channel]}. Not thread-safe: one thread at a time, and it holds native memory until closed. Whatever computes throws
 * {@link OutOfDeviceMemory} if the images are too many at once.
 */
public interface ExecutableNetwork extends AutoCloseable {
    /** The architecture. */
    NetworkSpec spec();

    /** A copy of the parameters as they are now. */
    NamedWeights weights();

    /**
     * Class probabilities under one instance with its own statistics.
     *
     * @return {@code [image][class]}, each row sums to 1
     * @throws IllegalArgumentException if the bank has no statistics for the instance
     */
    float[] probabilities(float[] images, int count, Instance instance, StatisticsBank bank);

    /**
     * Class probabilities under many instances: the layers before a point run once for all instances (paper §3.4 and method
     * §5). Equal to calling {@link #probabilities} one by one.
     */
    void sweep(float[] images, int count, List<Instance> instances, StatisticsBank bank, ProbabilityConsumer consumer);

    /**
     * Runs in training mode and reports the batch's own mean and variance at every batch-norm layer: all layers for full
     * resolution, those after the point for others. Weights and running averages do not change.
     */
    void batchStatistics(float[] images, int count, List<Instance> instances, StatisticsConsumer consumer);

    @Override
    void close();

    /** Receives the answers of one instance; called on the calling thread. */
    @FunctionalInterface
    interface ProbabilityConsumer {
        /**
         * @param probabilities {@code [image][class]}; the receiver's to keep
         * @param nanos time of the layers that this instance ran for itself
         */
        void accept(Instance instance, float[] probabilities, long nanos);
    }

    /** Receives the batch statistics of one instance; called on the calling thread. */
    @FunctionalInterface
    interface StatisticsConsumer {
        /** @param layers by layer name; the variance is unbiased */
        void accept(Instance instance, Map<String, ChannelStatistics> layers);
    }
}
