package dev.sdpoint.engine.compute.onednn;

import dev.sdpoint.engine.compute.onednn.Prepared.Direction;
import java.lang.ref.Reference;

/**
 * A convolution and its gradients on floats in host memory: maps {@code [image][row][column][channel]}, weights {@code [out][in /
 * groups][kernel][kernel]}, all dense and given by their addresses. What oneDNN compiles for a size of map is kept for the next call of
 * that size, and so are weights in oneDNN's own order while their version lasts. One thread at a time.
 */
public final class DirectConvolution implements AutoCloseable {
    /** Version of weights that may have changed since the last call. */
    public static final long UNKNOWN_VERSION = -1;

    private final OneDnn library;
    private final Geometry geometry;
    private final Compiled<Key, Prepared> compiled;
    private final PackedWeights packed;

    /** Its native memory is freed when it is closed, or when nothing refers to it any more. */
    public DirectConvolution(OneDnn library, Geometry geometry) {
        this.library = library;
        this.geometry = geometry;
        this.compiled = new Compiled<>(library, this);
        this.packed = compiled.owning(new PackedWeights());
    }

    @Override
    public void close() {
        compiled.close();
    }

    /**
     * The convolution.
     *
     * @param version of the weights: if it is that of the call before, they are not read again
     */
    public void forward(Extent extent, long x, long weights, long y, long version) {
        try {
            Prepared prepared = prepared(Direction.FORWARD, extent);
            long own = packed.of(prepared, compiled.stream(), weights, version);
            prepared.run(compiled.stream(), x, y, own, Scratch.reserve(prepared.scratchBytes()));
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    /** Gradient for the input, given {@code g} for the output. */
    public void toInput(Extent extent, long g, long weights, long ofInput) {
        try {
            Prepared prepared = prepared(Direction.TO_INPUT, extent);
            long room = AlignedMemory.aligned(prepared.weightsBytes());
            long scratch = Scratch.reserve(room + prepared.scratchBytes());
            prepared.reorder(compiled.stream(), weights, scratch);
            prepared.run(compiled.stream(), g, ofInput, prepared.reorders() ? scratch : weights, scratch + room);
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    /** Gradient for the weights, given {@code g} for the output. */
    public void toWeights(Extent extent, long x, long g, long ofWeights) {
        try {
            Prepared prepared = prepared(Direction.TO_WEIGHTS, extent);
            long room = AlignedMemory.aligned(prepared.weightsBytes());
            long scratch = Scratch.reserve(room + prepared.scratchBytes());
            prepared.run(compiled.stream(), x, g, prepared.reorders() ? scratch : ofWeights, scratch + room);
            prepared.reorder(compiled.stream(), scratch, ofWeights);
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    private Prepared prepared(Direction direction, Extent extent) {
        return compiled.get(
                new Key(direction, extent), key -> Prepared.of(library, geometry, key.extent(), key.direction()));
    }

    private record Key(Direction direction, Extent extent) {}
}
