package dev.sdpoint.engine.inference;

import dev.sdpoint.engine.sdpoint.Instance;
import java.util.List;
import java.util.Optional;

/**
 * The feature maps of one image in all blocks under an instance.
 *
 * @param instance under which the network ran
 * @param blocks in the order of the network; of an early exit only those before it
 */
public record FeatureMaps(Instance instance, List<BlockMap> blocks) {
    public FeatureMaps {
        blocks = List.copyOf(blocks);
    }

    /** The maps of a block, if the instance runs it. */
    public Optional<BlockMap> block(int number) {
        return blocks.stream().filter(map -> map.block() == number).findFirst();
    }
}
