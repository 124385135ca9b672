package dev.sdpoint.engine.inference;

import dev.sdpoint.engine.sdpoint.Instance;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What an instance says of one picture.
 *
 * @param instance the instance that was used
 * @param probabilities {@code [classes]}, sums to 1
 * @param millis time of the forward pass on this machine
 */
public record Prediction(Instance instance, List<Float> probabilities, double millis) {
    public Prediction {
        probabilities = List.copyOf(probabilities);
    }

    /**
     * @param classIndex position of the class
     * @param probability 0 … 1
     */
    public record Guess(int classIndex, float probability) {}

    /** The most probable classes, best first; at most {@code count}. */
    public List<Guess> top(int count) {
        return IntStream.range(0, probabilities.size())
                .mapToObj(i -> new Guess(i, probabilities.get(i)))
                .sorted(Comparator.comparingDouble((Guess g) -> -g.probability())
                        .thenComparingInt(Guess::classIndex))
                .limit(count)
                .toList();
    }
}
