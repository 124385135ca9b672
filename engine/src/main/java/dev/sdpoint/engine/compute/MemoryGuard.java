package dev.sdpoint.engine.compute;

import dev.sdpoint.engine.data.Batch;
import dev.sdpoint.engine.evaluation.OutOfDeviceMemory;
import dev.sdpoint.engine.evaluation.StatisticsBank;
import dev.sdpoint.engine.inference.FeatureMaps;
import dev.sdpoint.engine.inference.MappedNetwork;
import dev.sdpoint.engine.network.NamedWeights;
import dev.sdpoint.engine.network.NetworkSpec;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.training.TrainableNetwork;
import java.util.List;
import java.util.function.Supplier;

/**
 * Says {@link OutOfDeviceMemory} where the libraries say it in words of their own, and leaves no half-finished pass behind, so that the
 * next may be smaller. Frees nothing that is computed with. As much a network as the one within, which computes.
 *
 * <p>A step that runs out of memory has learned nothing: parameters move when all gradients are there, and that takes no memory in host memory.
 * DL4J's updater, on a GPU, takes a little; if just that were missing, a part of the parameters would have moved by a step.
 */
final class MemoryGuard implements TrainableNetwork, MappedNetwork {
    private final Guarded network;
    private final Supplier<String> device;
    private int computations;
    private boolean closed;

    /** A network whose passes can be broken off. */
    interface Guarded extends TrainableNetwork, MappedNetwork {
        /** Frees what a pass that threw has left in this thread. */
        void abandonPass();
    }

    /** @param device what computes, such as "CPU" */
    MemoryGuard(Guarded network, Supplier<String> device) {
        this.network = network;
        this.device = device;
    }

    private <T> T guarded(Supplier<T> computation) {
        begin();
        try {
            return computation.get();
        } catch (RuntimeException | OutOfMemoryError e) {
            if (!MemoryFailure.is(e)) {
                throw e;
            }
            network.abandonPass();
            throw new OutOfDeviceMemory(device.get(), e);
        } finally {
            end();
        }
    }

    private synchronized void begin() {
        if (closed) {
            throw new IllegalStateException("the network is closed");
        }
        computations++;
    }

    private void end() {
        synchronized (this) {
            computations--;
            if (!closed || computations > 0) {
                return;
            }
        }
        network.close();
    }

    private void guarded(Runnable computation) {
        guarded(() -> {
            computation.run();
            return true;
        });
    }

    @Override
    public NetworkSpec spec() {
        return network.spec();
    }

    @Override
    public NamedWeights weights() {
        return guarded(network::weights);
    }

    @Override
    public StepResult step(Batch batch, Instance instance, double learningRate, long chance) {
        return guarded(() -> network.step(batch, instance, learningRate, chance));
    }

    @Override
    public StepResult step(List<Batch> parts, Instance instance, double learningRate, long chance) {
        return guarded(() -> network.step(parts, instance, learningRate, chance));
    }

    @Override
    public float[] probabilities(float[] images, int count, Instance instance, StatisticsBank bank) {
        return guarded(() -> network.probabilities(images, count, instance, bank));
    }

    @Override
    public void sweep(
            float[] images, int count, List<Instance> instances, StatisticsBank bank, ProbabilityConsumer consumer) {
        guarded(() -> network.sweep(images, count, instances, bank, consumer));
    }

    @Override
    public void batchStatistics(float[] images, int count, List<Instance> instances, StatisticsConsumer consumer) {
        guarded(() -> network.batchStatistics(images, count, instances, consumer));
    }

    @Override
    public FeatureMaps featureMaps(float[] image, Instance instance, StatisticsBank bank) {
        return guarded(() -> network.featureMaps(image, instance, bank));
    }

    @Override
    public float[] updaterState() {
        return guarded(network::updaterState);
    }

    @Override
    public void restore(NamedWeights weights, float[] updaterState) {
        guarded(() -> network.restore(weights, updaterState));
    }

    /** Frees all memory of the network; if something is computed with it in another thread, as soon as that is done. Closing it again does nothing. */
    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            if (computations > 0) {
                return;
            }
        }
        network.close();
    }
}
