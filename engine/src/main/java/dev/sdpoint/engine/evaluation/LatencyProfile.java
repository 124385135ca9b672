package dev.sdpoint.engine.evaluation;

import dev.sdpoint.engine.cost.CostModel;
import dev.sdpoint.engine.cost.InstanceCost;
import dev.sdpoint.engine.network.NamedWeights;
import dev.sdpoint.engine.network.NetworkSpec;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.sdpoint.InstanceSpace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/**
 * What every instance of a network takes on this machine, whatever its weights are. Immutable.
 *
 * @param network name of the network, for people
 * @param batch images of a pass; half of the usual where the memory did not suffice
 * @param timings in the order of the instance space
 */
public record LatencyProfile(String network, int batch, List<Timing> timings) {
    private static final long SEED = 1;

    /**
     * One instance.
     *
     * @param flops by which it is recognised in a sweep
     * @param millisPerImage in batches, above 0
     */
    public record Timing(Instance instance, long flops, double millisPerImage) {}

    public LatencyProfile {
        timings = List.copyOf(timings);
    }

    /**
     * Measures a network with made-up weights on made-up images, in the way of {@link Evaluator}. Takes a second for small networks and minutes
     * for the largest; nothing else should compute meanwhile. Where the memory does not suffice for a whole batch, all of it is measured
     * anew with batches of half the size.
     *
     * @param loader makes the network; it is closed afterwards
     * @param progress hears the share done, from 0 again if batches are halved
     * @param notes hears it in a sentence if batches are halved; on the calling thread
     * @throws InterruptedException if the progress says so, or the thread is interrupted
     * @throws OutOfDeviceMemory if the memory does not suffice for half a batch
     */
    public static LatencyProfile measure(
            NetworkLoader loader, NetworkSpec spec, InstanceSpace space, Progress progress, Consumer<String> notes)
            throws InterruptedException {
        NamedWeights weights = madeUp(spec);
        int batch = PassBudget.STANDARD.batch(spec.plan());
        int half = Halving.firstOf(batch);
        Halving halving = new Halving(
                notes,
                "Times are measured in batches of " + half
                        + " instead. Close other programs and measure again to time larger ones.");
        try (ExecutableNetwork network = loader.load(spec, weights)) {
            return halving.compute(
                    batch,
                    1,
                    () -> measure(network, weights, space, batch, progress),
                    () -> measure(network, weights, space, half, progress));
        }
    }

    private static LatencyProfile measure(
            ExecutableNetwork network, NamedWeights weights, InstanceSpace space, int batch, Progress progress)
            throws InterruptedException {
        NetworkSpec spec = network.spec();
        StatisticsBank none = new StatisticsBank(Map.of(), Map.of());
        StatisticsBank bank = StatisticsChoice.UNIFORM.bank(spec.plan(), space, weights, none);
        float[] images = noise(batch * 3 * spec.side() * spec.side());
        double[] millis = InstanceTimer.millisPerImage(network, bank, space.instances(), images, batch, progress);
        List<InstanceCost> costs = new CostModel(spec.plan()).costs(space);
        List<Timing> timings = new ArrayList<>();
        for (int i = 0; i < millis.length; i++) {
            timings.add(new Timing(costs.get(i).instance(), costs.get(i).flops(), millis[i]));
        }
        return new LatencyProfile(spec.name(), batch, timings);
    }

    /**
     * A sweep with these times in place of its own.
     *
     * @return empty if the sweep is of another network: it has an instance that was not measured, or that costs something else
     */
    public Optional<Sweep> on(Sweep sweep) {
        List<InstanceScore> timed = new ArrayList<>();
        for (InstanceScore score : sweep.scores()) {
            Optional<Timing> timing = timings.stream()
                    .filter(t -> t.instance().equals(score.instance()) && t.flops() == score.flops())
                    .findFirst();
            if (timing.isEmpty()) {
                return Optional.empty();
            }
            timed.add(new InstanceScore(
                    score.instance(),
                    score.flops(),
                    score.relativeCost(),
                    score.top1Error(),
                    score.top5Error(),
                    score.loss(),
                    timing.get().millisPerImage()));
        }
        return Optional.of(new Sweep(sweep.images(), timed));
    }

    private static NamedWeights madeUp(NetworkSpec spec) {
        Random random = new Random(SEED);
        Map<String, float[]> arrays = new LinkedHashMap<>();
        NamedWeights.expected(spec.plan()).forEach((name, length) -> {
            float[] values = new float[Math.toIntExact(length)];
            for (int i = 0; i < values.length; i++) {
                // Small, and no statistics without spread: values that overflow or vanish would be computed faster or
                // slower than real ones.
                values[i] = name.endsWith("/runningVariance") || name.endsWith("/scale")
                        ? 1
                        : 0.05f * (float) random.nextGaussian();
            }
            arrays.put(name, values);
        });
        return new NamedWeights(arrays);
    }

    private static float[] noise(int length) {
        Random random = new Random(SEED);
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
