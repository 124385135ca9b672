package dev.sdpoint.engine.inference;

import dev.sdpoint.engine.sdpoint.AdaptiveBins;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * How far the feature maps of an instance are from those of the full network, block by block from its downsampling point on.
 * The full map is average-pooled to the side of the other, as the point does it, and the difference is relative: {@code
 * ‖pooled − other‖₂ / ‖pooled‖₂} over all channels and positions. 0 is the same; at the point itself it is 0 but for max-pooling
 * stems.
 *
 * @param instance whose maps were compared
 * @param blocks in the order of the network, the block of the point first
 */
public record MapDifference(Instance instance, List<Block> blocks) {
    /** The difference that is called large: half the length of the full maps. */
    public static final double LARGE = 0.5;

    /**
     * @param block number of the block
     * @param relative 0 or above; 0 where both maps are zero, infinite where only the full one is
     */
    public record Block(int block, double relative) {}

    public MapDifference {
        blocks = List.copyOf(blocks);
    }

    /**
     * Compares the blocks that both ran, those before the instance's point left out.
     *
     * @throws IllegalArgumentException if the maps are of different networks
     */
    public static MapDifference of(FeatureMaps full, FeatureMaps other) {
        int from = other.instance() instanceof Instance.Downsampled downsampled ? downsampled.point() : 1;
        List<Block> found = new ArrayList<>();
        for (BlockMap map : other.blocks()) {
            if (map.block() >= from) {
                full.block(map.block()).ifPresent(f -> found.add(new Block(map.block(), between(f, map))));
            }
        }
        return new MapDifference(other.instance(), found);
    }

    /** The first block whose difference is above a threshold, such as {@link #LARGE}. */
    public OptionalInt firstAbove(double threshold) {
        return blocks.stream()
                .filter(b -> b.relative() > threshold)
                .mapToInt(Block::block)
                .findFirst();
    }

    private static double between(BlockMap full, BlockMap other) {
        if (full.channels() != other.channels() || full.side() < other.side()) {
            throw new IllegalArgumentException("block " + full.block() + " has " + full.channels() + " maps of side "
                    + full.side() + " in one and " + other.channels() + " of side " + other.side()
                    + " in the other; are both of one network?");
        }
        AdaptiveBins bins = AdaptiveBins.of(full.side(), other.side());
        double apart = 0;
        double length = 0;
        for (int c = 0; c < full.channels(); c++) {
            for (int y = 0; y < bins.out(); y++) {
                for (int x = 0; x < bins.out(); x++) {
                    double pooled = mean(full, c, bins, y, x);
                    double difference = pooled - other.at(c, y, x);
                    apart += difference * difference;
                    length += pooled * pooled;
                }
            }
        }
        return apart == 0 ? 0 : Math.sqrt(apart / length);
    }

    private static double mean(BlockMap map, int channel, AdaptiveBins bins, int y, int x) {
        double sum = 0;
        for (int row = bins.start(y); row < bins.end(y); row++) {
            for (int column = bins.start(x); column < bins.end(x); column++) {
                sum += map.at(channel, row, column);
            }
        }
        return sum / (bins.end(y) - bins.start(y)) / (bins.end(x) - bins.start(x));
    }
}
