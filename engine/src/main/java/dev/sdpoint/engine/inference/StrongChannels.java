package dev.sdpoint.engine.inference;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Picks the channels of a block that say most about an image. */
public final class StrongChannels {
    private StrongChannels() {}

    /** The channels with the largest sums of squares, strongest first, the lower number first of equals; at most {@code count}. */
    public static List<Integer> of(BlockMap map, int count) {
        double[] strength = new double[map.channels()];
        int area = map.side() * map.side();
        for (int i = 0; i < map.values().length; i++) {
            double value = map.values()[i];
            strength[i / area] += value * value;
        }
        return IntStream.range(0, strength.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer c) -> -strength[c]).thenComparing(c -> c))
                .limit(count)
                .toList();
    }
}
