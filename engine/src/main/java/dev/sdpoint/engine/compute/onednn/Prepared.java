package dev.sdpoint.engine.compute.onednn;

import org.jspecify.annotations.Nullable;

/** One direction of a convolution for one extent: the primitive, and the copy of weights into or out of its own order. */
final class Prepared implements Compiled.Native {
    /** The three computations of a convolution. */
    enum Direction {
        FORWARD,
        /** Gradient for the input. */
        TO_INPUT,
        /** Gradient for the weights. */
        TO_WEIGHTS
    }

    private final Primitive convolution;
    private final @Nullable Primitive reorder;
    private final long weightsBytes;
    private final long weightsLayout;

    private Prepared(Primitive convolution, @Nullable Primitive reorder, long weightsLayout) {
        this.convolution = convolution;
        this.reorder = reorder;
        this.weightsLayout = weightsLayout;
        this.weightsBytes = Functions.dnnl_memory_desc_get_size(weightsLayout);
    }

    static Prepared of(OneDnn library, Geometry geometry, Extent extent, Direction direction) {
        try (Descriptions descriptions = new Descriptions(library, geometry, extent)) {
            long description = descriptions.of(direction);
            boolean toWeights = direction == Direction.TO_WEIGHTS;
            long weights = Primitive.layout(
                    description, toWeights ? Functions.WEIGHTS_GRADIENT_LAYOUT : Functions.WEIGHTS_LAYOUT);
            Primitive reorder = descriptions.reorder(weights, toWeights);
            return new Prepared(descriptions.convolution(description, direction), reorder, weights);
        }
    }

    /** Whether weights must be copied into an order of this convolution's own. */
    boolean reorders() {
        return reorder != null;
    }

    /** Whether its order of weights is a given one. */
    boolean packsAs(Layout layout) {
        return Functions.dnnl_memory_desc_equal(weightsLayout, layout.handle()) != 0;
    }

    /** Its order of weights; the caller closes it. */
    Layout copyOfWeightsLayout() {
        return Layout.copyOf(weightsLayout);
    }

    long weightsBytes() {
        return weightsBytes;
    }

    long scratchBytes() {
        return convolution.scratchBytes();
    }

    /** Copies weights between the network's order and this convolution's. */
    void reorder(long stream, long from, long to) {
        if (reorder != null) {
            reorder.run(stream, from, to);
        }
    }

    /** @param addresses of the map that is read, the other map, the weights in this convolution's order, and the scratchpad */
    void run(long stream, long... addresses) {
        convolution.run(stream, addresses);
    }

    @Override
    public void close() {
        convolution.close();
        if (reorder != null) {
            reorder.close();
        }
    }
}
