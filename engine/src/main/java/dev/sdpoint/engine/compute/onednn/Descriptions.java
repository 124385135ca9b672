package dev.sdpoint.engine.compute.onednn;

import dev.sdpoint.engine.compute.onednn.Prepared.Direction;
import org.jspecify.annotations.Nullable;

/** Describes the computations of one convolution and extent to oneDNN; closing it frees what only the describing needed. */
final class Descriptions implements AutoCloseable {
    private static final long[] NOT_DILATED = {0, 0};

    private final OneDnn library;
    private final Layout input;
    private final Layout output;
    private final Layout weights;
    private final Layout weightsInAnyOrder;
    private final long[] strides;
    private final long[] padding;
    private final Attributes attributes = new Attributes();

    Descriptions(OneDnn library, Geometry geometry, Extent extent) {
        this.library = library;
        this.input = Layout.maps(extent.images(), geometry.in(), extent.rows(), extent.columns());
        this.output = Layout.maps(
                extent.images(), geometry.out(), geometry.outSide(extent.rows()), geometry.outSide(extent.columns()));
        this.weights = Layout.weights(geometry);
        this.weightsInAnyOrder = Layout.weightsInAnyOrder(geometry);
        this.strides = new long[] {geometry.stride(), geometry.stride()};
        this.padding = new long[] {geometry.padding(), geometry.padding()};
    }

    /** A description, which the caller frees. */
    long of(Direction direction) {
        long forward = forward();
        if (direction == Direction.FORWARD) {
            return forward;
        }
        long[] created = new long[1];
        try {
            OneDnn.check(
                    direction == Direction.TO_INPUT
                            ? Functions.dnnl_convolution_backward_data_primitive_desc_create(
                                    created,
                                    library.engine(),
                                    Functions.CONVOLUTION_AUTO,
                                    input.handle(),
                                    weightsInAnyOrder.handle(),
                                    output.handle(),
                                    strides,
                                    NOT_DILATED,
                                    padding,
                                    padding,
                                    forward,
                                    attributes.handle())
                            : Functions.dnnl_convolution_backward_weights_primitive_desc_create(
                                    created,
                                    library.engine(),
                                    Functions.CONVOLUTION_AUTO,
                                    input.handle(),
                                    weightsInAnyOrder.handle(),
                                    0,
                                    output.handle(),
                                    strides,
                                    NOT_DILATED,
                                    padding,
                                    padding,
                                    forward,
                                    attributes.handle()));
        } finally {
            Functions.dnnl_primitive_desc_destroy(forward);
        }
        return created[0];
    }

    private long forward() {
        long[] created = new long[1];
        OneDnn.check(Functions.dnnl_convolution_forward_primitive_desc_create(
                created,
                library.engine(),
                Functions.FORWARD_TRAINING,
                Functions.CONVOLUTION_AUTO,
                input.handle(),
                weightsInAnyOrder.handle(),
                0,
                output.handle(),
                strides,
                NOT_DILATED,
                padding,
                padding,
                attributes.handle()));
        return created[0];
    }

    /** @param description which the primitive owns from now on */
    Primitive convolution(long description, Direction direction) {
        int[] roles = switch (direction) {
            case FORWARD ->
                new int[] {Functions.SOURCE, Functions.DESTINATION, Functions.WEIGHTS, Functions.SCRATCHPAD};
            case TO_INPUT ->
                new int[] {
                    Functions.DESTINATION_GRADIENT, Functions.SOURCE_GRADIENT, Functions.WEIGHTS, Functions.SCRATCHPAD
                };
            case TO_WEIGHTS ->
                new int[] {
                    Functions.SOURCE, Functions.DESTINATION_GRADIENT, Functions.WEIGHTS_GRADIENT, Functions.SCRATCHPAD
                };
        };
        boolean forward = direction != Direction.TO_INPUT;
        int ofWeights =
                direction == Direction.TO_WEIGHTS ? Functions.WEIGHTS_GRADIENT_LAYOUT : Functions.WEIGHTS_LAYOUT;
        return new Primitive(library, description, roles, new long[] {
            forward ? input.handle() : output.handle(),
            forward ? output.handle() : input.handle(),
            Primitive.layout(description, ofWeights),
            Primitive.layout(description, Functions.SCRATCHPAD_LAYOUT)
        });
    }

    /**
     * Copies weights from the network's order to that of a convolution, or back; null if they are the same.
     *
     * @param back whether from the convolution's order to the network's
     */
    @Nullable
    Primitive reorder(long own, boolean back) {
        if (Functions.dnnl_memory_desc_equal(own, weights.handle()) != 0) {
            return null;
        }
        long from = back ? own : weights.handle();
        long to = back ? weights.handle() : own;
        long[] created = new long[1];
        OneDnn.check(
                Functions.dnnl_reorder_primitive_desc_create(created, from, library.engine(), to, library.engine(), 0));
        return new Primitive(
                library, created[0], new int[] {Functions.SOURCE, Functions.DESTINATION}, new long[] {from, to});
    }

    @Override
    public void close() {
        input.close();
        output.close();
        weights.close();
        weightsInAnyOrder.close();
        attributes.close();
    }
}
