package dev.sdpoint.benchmarks;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.GradientCollector;
import dev.sdpoint.engine.data.Batch;
import dev.sdpoint.engine.evaluation.StatisticsBank;
import dev.sdpoint.engine.network.LayerSpec;
import dev.sdpoint.engine.network.NamedWeights;
import dev.sdpoint.engine.network.NetworkSpec;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.training.Optimization;
import dev.sdpoint.measurement.ObservedFlops;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A residual network in libtorch through DJL: any plan of convolutions, batch norm, ReLU, residual additions, global pooling
 * and one classifier. Instances downsample with libtorch's adaptive average pooling. One thread at a time; whoever opens it closes it.
 */
final class LibtorchNetwork implements AutoCloseable {
    private static final String ENGINE = "PyTorch";

    private final NetworkSpec spec;
    private final MemoryLayout layout;
    private final NDManager manager = NDManager.newBaseManager(Device.cpu(), ENGINE);
    private final LibtorchParameters parameters;
    private final Map<Instance, Map<String, PtNDArray>> calibrated = new HashMap<>();

    /**
     * @param optimization momentum and weight decay of {@link #step}
     * @param threads for one operation, of all libtorch networks of the process
     */
    LibtorchNetwork(
            NetworkSpec spec, NamedWeights weights, Optimization optimization, MemoryLayout layout, int threads) {
        this.spec = spec;
        this.layout = layout;
        JniUtils.setNumThreads(threads);
        this.parameters = new LibtorchParameters(spec.plan(), weights, optimization, layout, manager);
    }

    /** Version of libtorch. */
    static String version() {
        return Engine.getEngine(ENGINE).getVersion();
    }

    /** Images in libtorch's memory; closed with the network. */
    PtNDArray images(Batch batch) {
        int channels = spec.plan().channels();
        int side = batch.side();
        if (layout == MemoryLayout.CHANNELS_LAST) {
            PtNDArray stored =
                    (PtNDArray) manager.create(batch.images(), new Shape(batch.size(), side, side, channels));
            return stored.transpose(0, 3, 1, 2);
        }
        float[] first = MemoryLayout.channelsFirst(batch.images(), batch.size(), side, side, channels);
        return (PtNDArray) manager.create(first, new Shape(batch.size(), channels, side, side));
    }

    /** What log-probabilities are weighted with to give the mean cross-entropy; closed with the network. */
    PtNDArray targets(Batch batch) {
        float[] weights = new float[batch.size() * spec.classes()];
        for (int i = 0; i < batch.size(); i++) {
            weights[i * spec.classes() + batch.labels()[i]] = -1f / batch.size();
        }
        return (PtNDArray) manager.create(weights, new Shape(batch.size(), spec.classes()));
    }

    /** Takes over the statistics of some instances. */
    void calibrate(List<Instance> instances, StatisticsBank bank) {
        for (Instance instance : instances) {
            Map<String, PtNDArray> all = new HashMap<>(parameters.values());
            for (LayerSpec layer : spec.plan().layers()) {
                if (layer instanceof LayerSpec.BatchNorm) {
                    bank.of(instance, layer.name()).ifPresent(own -> {
                        all.put(layer.name() + "/runningMean", (PtNDArray) manager.create(own.mean()));
                        all.put(layer.name() + "/runningVariance", (PtNDArray) manager.create(own.variance()));
                    });
                }
            }
            calibrated.put(instance, all);
        }
    }

    /** Class probabilities {@code [image][class]} with an instance's statistics; no gradients are recorded. */
    float[] probabilities(PtNDArray images, Instance instance) {
        if (JniUtils.isGradMode()) {
            throw new IllegalStateException("libtorch would record gradients, which inference does not need");
        }
        try (NDManager pass = manager.newSubManager()) {
            LibtorchPass layers = new LibtorchPass(spec.plan(), instance, statistics(instance), false);
            return JniUtils.softmax(layers.logits(handle(images, pass)), 1, images.getDataType())
                    .toFloatArray();
        }
    }

    /** Operations of an image under an instance, counted from libtorch's tensors. */
    long flops(PtNDArray images, Instance instance) {
        NamedWeights held = weights();
        try (NDManager pass = manager.newSubManager()) {
            LibtorchPass layers = new LibtorchPass(spec.plan(), instance, statistics(instance), false);
            layers.logits(handle(images, pass));
            return ObservedFlops.of(
                    spec.plan(), c -> held.get(c.name() + "/weights", c.weights()).length, layers.shapes());
        }
    }

    private Map<String, PtNDArray> statistics(Instance instance) {
        Map<String, PtNDArray> all = calibrated.get(instance);
        if (all == null) {
            throw new IllegalArgumentException("no statistics for " + instance.label() + "; calibrate it first");
        }
        return all;
    }

    /** Forward, backward and update; returns the mean cross-entropy before the update. */
    double step(PtNDArray images, PtNDArray targets, Instance instance, double learningRate) {
        try (NDManager pass = manager.newSubManager()) {
            Map<String, PtNDArray> leaves = parameters.leaves(pass);
            double loss;
            try (GradientCollector gradients = Engine.getEngine(ENGINE).newGradientCollector()) {
                PtNDArray logits = new LibtorchPass(spec.plan(), instance, leaves, true).logits(handle(images, pass));
                PtNDArray mean = JniUtils.logSoftmax(logits, 1, images.getDataType())
                        .mul(targets)
                        .sum();
                gradients.backward(mean);
                loss = mean.getFloat();
            }
            parameters.learn(leaves, (PtNDArray) pass.create((float) learningRate));
            return loss;
        }
    }

    /** A tensor in the same memory that a pass may close. */
    private static PtNDArray handle(PtNDArray tensor, NDManager pass) {
        PtNDArray handle = JniUtils.detachGradient(tensor);
        handle.attach(pass);
        return handle;
    }

    /** A copy of the parameters as they are now. */
    NamedWeights weights() {
        return parameters.read();
    }

    @Override
    public void close() {
        manager.close();
    }
}
