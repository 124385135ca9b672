package dev.sdpoint.app.budget;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.cost.CostBreakdown;
import dev.sdpoint.engine.cost.CostModel;
import dev.sdpoint.engine.cost.ZeroPadding;
import dev.sdpoint.engine.network.LayerSpec;
import dev.sdpoint.engine.network.NetworkPlan;
import dev.sdpoint.engine.network.ReceptiveFields;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The network as a row of blocks under one instance, beside what each would be in full (the paper's Fig. 1). Immutable.
 *
 * @param instance the instance
 * @param imageSide side of the image
 * @param blocks stem, blocks 1 … N, last stage
 */
record NetworkProfile(Instance instance, int imageSide, List<Block> blocks) {
    private static final Texts TEXTS = Texts.of(NetworkProfile.class);

    NetworkProfile {
        blocks = List.copyOf(blocks);
    }

    /**
     * One block.
     *
     * @param name "stem", "block 3" or "pool"
     * @param side of the feature maps that it computes; for the last stage, of those that it averages
     * @param fullSide the same at full resolution
     * @param flops of one picture
     * @param fullFlops the same at full resolution
     * @param reading how far it sees, and what it reads
     * @param fullReading the same at full resolution
     */
    record Block(
            String name, int side, int fullSide, long flops, long fullFlops, Reading reading, Reading fullReading) {
        /** Cost over that at full resolution. */
        double relativeCost() {
            return fullFlops == 0 ? 1 : (double) flops / fullFlops;
        }

        /** Share of the block's own cost that is saved; a little below 0 where only the downsampling itself is added. */
        double saved() {
            return 1 - relativeCost();
        }
    }

    /**
     * What the values that a block computes depend on.
     *
     * @param field side of their receptive field in pixels of the image; may exceed the image
     * @param padding what its convolutions read, and how much of that is padding
     */
    record Reading(int field, ZeroPadding padding) {}

    /** The profile of an instance. */
    static NetworkProfile of(NetworkPlan plan, CostModel costs, Instance instance) {
        Map<String, Integer> sides = plan.sides(instance);
        Map<String, Integer> fullSides = plan.sides(Instance.FULL);
        Map<String, Integer> fields = ReceptiveFields.sides(plan, instance);
        Map<String, Integer> fullFields = ReceptiveFields.sides(plan, Instance.FULL);
        CostBreakdown breakdown = costs.breakdown(instance);
        CostBreakdown full = costs.breakdown(Instance.FULL);
        List<Block> blocks = new ArrayList<>();
        int last = plan.layers().get(plan.layers().size() - 1).block();
        for (int block = 0; block <= last; block++) {
            String layer = telling(plan, block);
            blocks.add(new Block(
                    name(plan, block, last),
                    sides.getOrDefault(layer, 1),
                    fullSides.getOrDefault(layer, 1),
                    breakdown.blockFlops(block),
                    full.blockFlops(block),
                    new Reading(field(plan, fields, block), ZeroPadding.of(plan, instance, block)),
                    new Reading(field(plan, fullFields, block), ZeroPadding.of(plan, Instance.FULL, block))));
        }
        return new NetworkProfile(instance, plan.side(), blocks);
    }

    /** Block 0 is a stem without a point, or empty, and then stands for the image; a stem with a point is block 1. */
    private static String name(NetworkPlan plan, int block, int last) {
        boolean stemHasPoint = plan.layers().stream().anyMatch(l -> l instanceof LayerSpec.MaxPool && l.point() == 1);
        boolean empty = plan.layers().stream().noneMatch(l -> l.block() == block);
        if (block == (stemHasPoint ? 1 : 0)) {
            return TEXTS.get(empty ? "block.image" : "block.stem");
        }
        if (block == 0) {
            return TEXTS.get("block.image");
        }
        return block == last
                ? TEXTS.get("block.pool")
                : TEXTS.get("block.name", Integer.toString(stemHasPoint ? block - 1 : block));
    }

    /** The layer whose side stands for the block: its last convolution, or what it reads if it has none. */
    private static String telling(NetworkPlan plan, int block) {
        List<LayerSpec> layers =
                plan.layers().stream().filter(l -> l.block() == block).toList();
        return layers.stream()
                .filter(LayerSpec.Convolution.class::isInstance)
                .reduce((first, second) -> second)
                .map(LayerSpec::name)
                .orElseGet(() -> layers.isEmpty()
                        ? NetworkPlan.INPUT
                        : layers.get(0).inputs().get(0));
    }

    /** The widest of what its convolutions put out; of all its layers if it has none; a block without layers is the image. */
    private static int field(NetworkPlan plan, Map<String, Integer> fields, int block) {
        List<LayerSpec> layers =
                plan.layers().stream().filter(l -> l.block() == block).toList();
        List<LayerSpec> convolutions =
                layers.stream().filter(LayerSpec.Convolution.class::isInstance).toList();
        return (convolutions.isEmpty() ? layers : convolutions)
                .stream()
                        .mapToInt(layer -> fields.getOrDefault(layer.name(), 1))
                        .max()
                        .orElseGet(() -> fields.getOrDefault(NetworkPlan.INPUT, 1));
    }

    /** Side of the largest feature map at full resolution. */
    int largestSide() {
        return blocks.stream().mapToInt(Block::fullSide).max().orElse(1);
    }

    /** Whether anything is downsampled. */
    boolean downsampled() {
        return instance instanceof Instance.Downsampled;
    }
}
