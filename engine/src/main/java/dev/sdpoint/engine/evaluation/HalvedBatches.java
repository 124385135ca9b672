package dev.sdpoint.engine.evaluation;

import dev.sdpoint.engine.network.NamedWeights;
import dev.sdpoint.engine.network.NetworkSpec;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A network that computes batches in two halves from the moment on when the memory of its device did not suffice for a whole one. It does so
 * once and says so; if a half does not fit either, {@link OutOfDeviceMemory} goes to the caller.
 *
 * <p>Answers are the same in halves, for no image sees another at inference. Batch statistics are those of each half, reported one after
 * the other, as if it were a batch: a mean over more and smaller batches. Times are the sum of both. One thread at a time.
 */
public class HalvedBatches implements ExecutableNetwork {
    /** A variance needs two images. */
    protected static final int SMALLEST_BATCH = 2;

    private static final String IN_HALVES = "From here on batches are computed in two halves, which takes longer."
            + " Close other programs, or choose a smaller batch or network, to compute them whole.";

    private final ExecutableNetwork network;
    private final Halving halving;

    /**
     * @param network is closed with this one
     * @param notes hears the sentence for a person when batches are halved; on the computing thread
     */
    public HalvedBatches(ExecutableNetwork network, Consumer<String> notes) {
        this.network = network;
        this.halving = new Halving(notes, IN_HALVES);
    }

    /** Loads networks that halve batches, each for itself. */
    public static NetworkLoader loader(NetworkLoader loader, Consumer<String> notes) {
        return (spec, weights) -> new HalvedBatches(loader.load(spec, weights), notes);
    }

    /** Whether batches are halved by now. */
    public final boolean halved() {
        return halving.halved();
    }

    /**
     * Computes a batch whole, or by halves if that has become necessary.
     *
     * @param size images of the batch
     * @param least images that a half must have
     * @param whole computes it at once; it may have told nobody anything when it runs out of memory
     * @param halves computes it in two parts
     */
    protected final <T> T compute(int size, int least, Supplier<T> whole, Supplier<T> halves) {
        return halving.compute(size, least, whole::get, halves::get);
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
    public float[] probabilities(float[] images, int count, Instance instance, StatisticsBank bank) {
        return compute(count, 1, () -> network.probabilities(images, count, instance, bank), () -> {
            Halves halves = new Halves(images, count);
            return joined(
                    network.probabilities(halves.first(), halves.countOfFirst(), instance, bank),
                    network.probabilities(halves.second(), halves.countOfSecond(), instance, bank));
        });
    }

    @Override
    public void sweep(
            float[] images, int count, List<Instance> instances, StatisticsBank bank, ProbabilityConsumer consumer) {
        List<Answer> answers = compute(count, 1, () -> answers(images, count, instances, bank), () -> {
            Halves halves = new Halves(images, count);
            List<Answer> first = answers(halves.first(), halves.countOfFirst(), instances, bank);
            List<Answer> second = answers(halves.second(), halves.countOfSecond(), instances, bank);
            List<Answer> both = new ArrayList<>();
            for (int i = 0; i < first.size(); i++) {
                both.add(first.get(i).with(second.get(i)));
            }
            return both;
        });
        answers.forEach(answer -> consumer.accept(answer.instance(), answer.probabilities(), answer.nanos()));
    }

    /** Nobody hears of answers before all are there, for they are asked again if memory runs out between them. */
    private List<Answer> answers(float[] images, int count, List<Instance> instances, StatisticsBank bank) {
        List<Answer> answers = new ArrayList<>();
        network.sweep(
                images,
                count,
                instances,
                bank,
                (instance, probabilities, nanos) -> answers.add(new Answer(instance, probabilities, nanos)));
        return answers;
    }

    @Override
    public void batchStatistics(float[] images, int count, List<Instance> instances, StatisticsConsumer consumer) {
        List<Map<Instance, Map<String, ChannelStatistics>>> all =
                compute(count, SMALLEST_BATCH, () -> List.of(statistics(images, count, instances)), () -> {
                    Halves halves = new Halves(images, count);
                    return List.of(
                            statistics(halves.first(), halves.countOfFirst(), instances),
                            statistics(halves.second(), halves.countOfSecond(), instances));
                });
        all.forEach(batch -> batch.forEach(consumer::accept));
    }

    private Map<Instance, Map<String, ChannelStatistics>> statistics(
            float[] images, int count, List<Instance> instances) {
        Map<Instance, Map<String, ChannelStatistics>> all = new LinkedHashMap<>();
        network.batchStatistics(images, count, instances, all::put);
        return all;
    }

    @Override
    public void close() {
        network.close();
    }

    private static float[] joined(float[] first, float[] second) {
        float[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private record Answer(Instance instance, float[] probabilities, long nanos) {
        Answer with(Answer second) {
            return new Answer(instance, joined(probabilities, second.probabilities), nanos + second.nanos);
        }
    }

    /** The images of a batch in two parts; the first is the larger by one if they are odd in number. */
    private static final class Halves {
        private final float[] images;
        private final int count;
        private final int ofFirst;

        Halves(float[] images, int count) {
            this.images = images;
            this.count = count;
            this.ofFirst = Halving.firstOf(count);
        }

        int countOfFirst() {
            return ofFirst;
        }

        int countOfSecond() {
            return count - ofFirst;
        }

        float[] first() {
            return Arrays.copyOf(images, images.length / count * ofFirst);
        }

        float[] second() {
            return Arrays.copyOfRange(images, images.length / count * ofFirst, images.length);
        }
    }
}
