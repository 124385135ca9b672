package dev.sdpoint.engine.evaluation;

import dev.sdpoint.engine.data.Augmentation;
import dev.sdpoint.engine.data.BatchMaker;
import dev.sdpoint.engine.data.LabeledImages;
import dev.sdpoint.engine.data.Normalization;
import dev.sdpoint.engine.network.NamedWeights;
import dev.sdpoint.engine.network.WideResNet;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Answers what a test wrote down, and remembers what it was asked. Images are told apart by the value of their pixels. */
final class FakeNetwork implements ExecutableNetwork {
    static final WideResNet SPEC = new WideResNet(10, 1, 6, 16);
    private static final int PIXELS = 16 * 16 * 3;

    /** The images of each batch that came in, by number; −1 for an image of several values. */
    final List<int[]> batches = new ArrayList<>();

    /** The inputs of each batch as they came in. */
    final List<float[]> inputs = new ArrayList<>();

    /** Instances whose probabilities were asked for alone. */
    final List<Instance> asked = new ArrayList<>();

    private final BiFunction<Integer, Instance, float[]> probabilities;
    private final BiFunction<Integer, Instance, Map<String, ChannelStatistics>> statistics;

    private FakeNetwork(
            BiFunction<Integer, Instance, float[]> probabilities,
            BiFunction<Integer, Instance, Map<String, ChannelStatistics>> statistics) {
        this.probabilities = probabilities;
        this.statistics = statistics;
    }

    /** @param answer probabilities of six classes for an image under an instance */
    static FakeNetwork answering(BiFunction<Integer, Instance, float[]> answer) {
        return new FakeNetwork(answer, (batch, instance) -> Map.of());
    }

    /** @param statistics of a batch, by its number, under an instance */
    static FakeNetwork measuring(BiFunction<Integer, Instance, Map<String, ChannelStatistics>> statistics) {
        return new FakeNetwork((image, instance) -> new float[6], statistics);
    }

    /** Images of one value each, 0, 1, 2 …, that come out of the maker as this value. */
    static BatchMaker images(int count, int[] labels, Augmentation augmentation) {
        byte[] pixels = new byte[count * PIXELS];
        for (int i = 0; i < count; i++) {
            Arrays.fill(pixels, i * PIXELS, (i + 1) * PIXELS, (byte) i);
        }
        float grey = 1 / 255f;
        return new BatchMaker(
                new LabeledImages(16, pixels, labels),
                new Normalization(new float[3], new float[] {grey, grey, grey}),
                augmentation);
    }

    @Override
    public WideResNet spec() {
        return SPEC;
    }

    @Override
    public NamedWeights weights() {
        return new NamedWeights(Map.of());
    }

    @Override
    public float[] probabilities(float[] images, int count, Instance instance, StatisticsBank bank) {
        asked.add(instance);
        return answers(numbers(images, count), instance);
    }

    @Override
    public void sweep(
            float[] images, int count, List<Instance> instances, StatisticsBank bank, ProbabilityConsumer consumer) {
        int[] numbers = note(images, count);
        for (Instance instance : instances) {
            consumer.accept(instance, answers(numbers, instance), 1);
        }
    }

    private float[] answers(int[] numbers, Instance instance) {
        float[] all = new float[numbers.length * 6];
        for (int i = 0; i < numbers.length; i++) {
            System.arraycopy(probabilities.apply(numbers[i], instance), 0, all, i * 6, 6);
        }
        return all;
    }

    @Override
    public void batchStatistics(float[] images, int count, List<Instance> instances, StatisticsConsumer consumer) {
        int number = batches.size();
        note(images, count);
        // backwards: nobody may rely on the order
        for (int i = instances.size() - 1; i >= 0; i--) {
            consumer.accept(instances.get(i), statistics.apply(number, instances.get(i)));
        }
    }

    private int[] note(float[] images, int count) {
        int[] numbers = numbers(images, count);
        batches.add(numbers);
        inputs.add(images.clone());
        return numbers;
    }

    private static int[] numbers(float[] images, int count) {
        int[] numbers = new int[count];
        for (int i = 0; i < count; i++) {
            int first = Math.round(images[i * PIXELS]);
            numbers[i] = first == Math.round(images[(i + 1) * PIXELS - 1]) ? first : -1;
        }
        return numbers;
    }

    @Override
    public void close() {}
}
