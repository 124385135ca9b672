package dev.sdpoint.engine.training;

import dev.sdpoint.engine.data.Batch;
import dev.sdpoint.engine.evaluation.ChannelStatistics;
import dev.sdpoint.engine.evaluation.OutOfDeviceMemory;
import dev.sdpoint.engine.evaluation.StatisticsBank;
import dev.sdpoint.engine.network.NamedWeights;
import dev.sdpoint.engine.network.NetworkPlan;
import dev.sdpoint.engine.network.NetworkSpec;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * A network whose only weight is a checksum of all steps so far: two runs agree in it only if they saw the same batches,
 * instances and rates in the same order. Tests hook into steps and evaluations.
 */
final class FakeLearner implements TrainableNetwork {
    /** Hears the number of a step, from 0, before its result; gives the loss. */
    interface Step {
        double loss(int step);
    }

    /** Steps of this network, restored ones not counted. */
    final List<Instance> instances = new ArrayList<>();

    Step onStep = step -> 1;
    Runnable onSweep = () -> {};
    /** Images that fit the pretended memory at once. */
    int fitting = Integer.MAX_VALUE;

    /** The number of parts of every step that was put together from parts. */
    final List<Integer> stepsInParts = new ArrayList<>();

    boolean brokenWeights;
    boolean closed;

    private final NetworkSpec spec;
    private int checksum;

    FakeLearner(NetworkSpec spec) {
        this.spec = spec;
    }

    /** What this network has become. */
    int checksum() {
        return checksum;
    }

    @Override
    public StepResult step(List<Batch> parts, Instance instance, double learningRate, long chance) {
        StepResult last = new StepResult(0, 0);
        for (Batch part : parts) {
            last = step(part, instance, learningRate, chance);
        }
        stepsInParts.add(parts.size());
        return last;
    }

    @Override
    public StepResult step(Batch batch, Instance instance, double learningRate, long chance) {
        if (batch.size() > fitting) {
            throw new OutOfDeviceMemory("fake device", new OutOfMemoryError("[DEVICE] allocation failed"));
        }
        CRC32 crc = new CRC32();
        add(crc, checksum);
        for (float value : batch.images()) {
            add(crc, Float.floatToIntBits(value));
        }
        for (int label : batch.labels()) {
            add(crc, label);
        }
        add(crc, instance.hashCode());
        add(crc, Double.hashCode(learningRate));
        checksum = (int) crc.getValue();
        instances.add(instance);
        return new StepResult(onStep.loss(instances.size() - 1), 1);
    }

    private static void add(CRC32 crc, int value) {
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            crc.update(value >>> shift);
        }
    }

    @Override
    public NamedWeights weights() {
        Map<String, float[]> arrays = new LinkedHashMap<>();
        NetworkPlan plan = spec.plan();
        NamedWeights.expected(plan).forEach((name, length) -> arrays.put(name, new float[length.intValue()]));
        arrays.getOrDefault("classifier/bias", new float[2])[0] = checksum >>> 16;
        arrays.getOrDefault("classifier/bias", new float[2])[1] = checksum & 0xFFFF;
        if (brokenWeights) {
            arrays.getOrDefault("conv0/weights", new float[1])[0] = Float.NaN;
        }
        return new NamedWeights(arrays);
    }

    @Override
    public float[] updaterState() {
        return new float[] {checksum & 0xFF, 7};
    }

    @Override
    public void restore(NamedWeights weights, float[] updaterState) {
        float[] bias = weights.get("classifier/bias", spec.classes());
        checksum = (int) bias[0] << 16 | (int) bias[1];
        if (updaterState.length != 2 || updaterState[0] != (checksum & 0xFF)) {
            throw new IllegalArgumentException("momentum of another state: " + Arrays.toString(updaterState));
        }
    }

    @Override
    public NetworkSpec spec() {
        return spec;
    }

    @Override
    public float[] probabilities(float[] images, int count, Instance instance, StatisticsBank bank) {
        onSweep.run();
        float[] answers = new float[count * spec.classes()];
        Arrays.fill(answers, 1f / spec.classes());
        return answers;
    }

    @Override
    public void sweep(
            float[] images, int count, List<Instance> all, StatisticsBank bank, ProbabilityConsumer consumer) {
        for (Instance instance : all) {
            consumer.accept(instance, probabilities(images, count, instance, bank), 1);
        }
    }

    @Override
    public void batchStatistics(float[] images, int count, List<Instance> all, StatisticsConsumer consumer) {
        ChannelStatistics any = new ChannelStatistics(new float[1], new float[1]);
        all.forEach(instance -> consumer.accept(instance, Map.of("norm", any)));
    }

    @Override
    public void close() {
        closed = true;
    }
}
