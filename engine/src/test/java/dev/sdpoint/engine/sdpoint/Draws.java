package dev.sdpoint.engine.sdpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;

/** Many draws, and how far they are from what they should be. */
final class Draws {
    static final int COUNT = 100_000;

    private Draws() {}

    /** How often each instance came. */
    static Map<Instance, Integer> counts(InstanceSampler sampler) {
        Map<Instance, Integer> counts = new HashMap<>();
        for (int i = 0; i < COUNT; i++) {
            counts.merge(sampler.draw(i), 1, Integer::sum);
        }
        return counts;
    }

    /**
     * Pearson's sum over the instances that may come; fails if another came or the sampler states another probability.
     *
     * @param probabilities of every instance that may come
     */
    static double chiSquare(InstanceSampler sampler, Map<Instance, Double> probabilities) {
        assertThat(probabilities.values().stream().mapToDouble(p -> p).sum()).isBetween(1 - 1e-9, 1 + 1e-9);
        Map<Instance, Integer> counts = counts(sampler);
        assertThat(probabilities).containsKeys(counts.keySet().toArray(Instance[]::new));
        double sum = 0;
        for (Map.Entry<Instance, Double> entry : probabilities.entrySet()) {
            assertThat(sampler.probability(entry.getKey()))
                    .isBetween(entry.getValue() - 1e-12, entry.getValue() + 1e-12);
            double expected = entry.getValue() * COUNT;
            double difference = counts.getOrDefault(entry.getKey(), 0) - expected;
            sum += difference * difference / expected;
        }
        return sum;
    }
}
