package dev.sdpoint.engine.compute;

import dev.sdpoint.engine.data.Batch;
import dev.sdpoint.engine.evaluation.StatisticsBank;
import dev.sdpoint.engine.inference.FeatureMaps;
import dev.sdpoint.engine.network.NamedWeights;
import dev.sdpoint.engine.network.NetworkSpec;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.List;

/** A network that runs out of native memory, in ND4J's words, with more than so many images. */
final class Narrow implements MemoryGuard.Guarded {
    private final GraphNetwork network;
    private final int fitting;

    Narrow(GraphNetwork network, int fitting) {
        this.network = network;
        this.fitting = fitting;
    }

    private void take(int count) {
        if (count > fitting) {
            throw new IllegalStateException("Failed to allocate 205520896 bytes from DEVICE [0] memory");
        }
    }

    @Override
    public StepResult step(Batch batch, Instance instance, double learningRate, long chance) {
        take(batch.size());
        return network.step(batch, instance, learningRate, chance);
    }

    @Override
    public StepResult step(List<Batch> parts, Instance instance, double learningRate, long chance) {
        parts.forEach(part -> take(part.size()));
        return network.step(parts, instance, learningRate, chance);
    }

    @Override
    public float[] probabilities(float[] images, int count, Instance instance, StatisticsBank bank) {
        take(count);
        return network.probabilities(images, count, instance, bank);
    }

    @Override
    public void sweep(
            float[] images, int count, List<Instance> instances, StatisticsBank bank, ProbabilityConsumer consumer) {
        take(count);
        network.sweep(images, count, instances, bank, consumer);
    }

    @Override
    public void batchStatistics(float[] images, int count, List<Instance> instances, StatisticsConsumer consumer) {
        take(count);
        network.batchStatistics(images, count, instances, consumer);
    }

    @Override
    public FeatureMaps featureMaps(float[] image, Instance instance, StatisticsBank bank) {
        return network.featureMaps(image, instance, bank);
    }

    @Override
    public void abandonPass() {
        network.abandonPass();
    }

    @Override
    public NetworkSpec spec() {
        return network.spec();
    }

    @Override
    public NamedWeights weights() {
        return network.weights();
    }

    @Override
    public float[] updaterState() {
        return network.updaterState();
    }

    @Override
    public void restore(NamedWeights weights, float[] updaterState) {
        network.restore(weights, updaterState);
    }

    @Override
    public void close() {
        network.close();
    }
}
