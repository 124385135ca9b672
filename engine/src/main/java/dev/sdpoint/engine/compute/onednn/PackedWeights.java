package dev.sdpoint.engine.compute.onednn;

import org.jspecify.annotations.Nullable;

/** A copy of a layer's weights in the order of its convolution, kept from call to call while the weights stay as they are. */
final class PackedWeights implements Compiled.Native {
    private final AlignedMemory memory = new AlignedMemory();
    private @Nullable Layout layout;
    private long version = DirectConvolution.UNKNOWN_VERSION;

    /** Address of the weights for a convolution; those of the network if their order suits it. */
    long of(Prepared prepared, long stream, long weights, long wanted) {
        if (!prepared.reorders()) {
            return weights;
        }
        Layout present = layout;
        boolean fits = present != null && prepared.packsAs(present);
        if (!fits) {
            version = DirectConvolution.UNKNOWN_VERSION; // what was packed is lost, also if there is no memory for more
        }
        long address = memory.atLeast(prepared.weightsBytes());
        if (!fits || wanted == DirectConvolution.UNKNOWN_VERSION || wanted != version) {
            prepared.reorder(stream, weights, address);
            version = wanted;
        }
        if (!fits) {
            if (present != null) {
                present.close();
            }
            layout = prepared.copyOfWeightsLayout();
        }
        return address;
    }

    @Override
    public void close() {
        memory.close();
        if (layout != null) {
            layout.close();
            layout = null;
        }
    }
}
