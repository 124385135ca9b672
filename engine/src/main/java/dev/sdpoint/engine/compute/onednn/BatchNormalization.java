package dev.sdpoint.engine.compute.onednn;

import java.lang.ref.Reference;

/**
 * Batch normalisation (Ioffe and Szegedy, ICML 2015) on floats in host memory, with ReLU behind it or without: {@code y = γ · (x − mean) /
 * sqrt(variance + ε) + β} per channel. Maps {@code [image][row][column][channel]}, dense, and arrays of one value a channel, all given by
 * their addresses. One thread at a time.
 */
public final class BatchNormalization implements AutoCloseable {
    private final OneDnn library;
    private final int channels;
    private final float epsilon;
    private final boolean relu;
    private final Compiled<Key, Primitive> compiled;
    private final AlignedMemory statistics;
    private final AlignedMemory mask;

    /** Its native memory is freed when it is closed, or when nothing refers to it any more. */
    public BatchNormalization(OneDnn library, int channels, double epsilon, boolean relu) {
        this.library = library;
        this.channels = channels;
        this.epsilon = (float) epsilon;
        this.relu = relu;
        this.compiled = new Compiled<>(library, this);
        this.statistics = compiled.owning(new AlignedMemory());
        this.mask = compiled.owning(new AlignedMemory());
    }

    @Override
    public void close() {
        compiled.close();
    }

    private enum Pass {
        BY_BATCH,
        BY_STATISTICS,
        BACKWARD
    }

    private record Key(Pass pass, Extent extent) {}

    /**
     * By the batch's own statistics.
     *
     * @param means are set to the means of the batch
     * @param variances are set to its variances, biased
     */
    public void byBatch(Extent extent, long x, long y, long gamma, long beta, float[] means, float[] variances) {
        try {
            Primitive primitive = primitive(Pass.BY_BATCH, extent);
            primitive.run(
                    compiled.stream(), x, y, mean(), variance(), gamma, beta, mask(primitive), scratch(primitive));
            statistics.read(0, means);
            statistics.read(variance() - mean(), variances);
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    /** By given statistics. */
    public void byStatistics(Extent extent, long x, long y, long gamma, long beta, float[] means, float[] variances) {
        try {
            Primitive primitive = primitive(Pass.BY_STATISTICS, extent);
            mean();
            statistics.write(0, means);
            statistics.write(variance() - mean(), variances);
            primitive.run(
                    compiled.stream(), x, y, mean(), variance(), gamma, beta, mask(primitive), scratch(primitive));
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    /** Gradients, given {@code g} for the output of the last {@link #byBatch}, whose input was {@code x}. */
    public void backward(
            Extent extent, long x, long g, long ofInput, long gamma, long beta, long ofGamma, long ofBeta) {
        try {
            Primitive primitive = primitive(Pass.BACKWARD, extent);
            primitive.run(
                    compiled.stream(),
                    x,
                    g,
                    ofInput,
                    mean(),
                    variance(),
                    gamma,
                    beta,
                    ofGamma,
                    ofBeta,
                    mask(primitive),
                    scratch(primitive));
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    private long mean() {
        return statistics.atLeast(2 * room());
    }

    private long variance() {
        return mean() + room();
    }

    private long room() {
        return AlignedMemory.aligned((long) channels * Float.BYTES);
    }

    /** Where ReLU was on; from the pass forward to the pass backward. */
    private long mask(Primitive primitive) {
        return mask.atLeast(primitive.workspaceBytes());
    }

    private static long scratch(Primitive primitive) {
        return Scratch.reserve(primitive.scratchBytes());
    }

    private Primitive primitive(Pass pass, Extent extent) {
        return compiled.get(new Key(pass, extent), key -> compile(key.pass(), key.extent()));
    }

    private Primitive compile(Pass pass, Extent extent) {
        try (Layout maps = Layout.maps(extent.images(), channels, extent.rows(), extent.columns());
                Layout values = Layout.vector(channels);
                Attributes attributes = new Attributes()) {
            int flags = Functions.USE_SCALE | Functions.USE_SHIFT | (relu ? Functions.FUSE_RELU : 0);
            long[] created = new long[1];
            if (pass == Pass.BY_STATISTICS) {
                OneDnn.check(Functions.dnnl_batch_normalization_forward_primitive_desc_create(
                        created,
                        library.engine(),
                        Functions.FORWARD_INFERENCE,
                        maps.handle(),
                        maps.handle(),
                        epsilon,
                        flags | Functions.USE_GIVEN_STATISTICS,
                        attributes.handle()));
                return new Primitive(library, created[0], forwardRoles(), forwardLayouts(created[0], maps, values));
            }
            OneDnn.check(Functions.dnnl_batch_normalization_forward_primitive_desc_create(
                    created,
                    library.engine(),
                    Functions.FORWARD_TRAINING,
                    maps.handle(),
                    maps.handle(),
                    epsilon,
                    flags,
                    attributes.handle()));
            long forward = created[0];
            if (pass == Pass.BY_BATCH) {
                return new Primitive(library, forward, forwardRoles(), forwardLayouts(forward, maps, values));
            }
            try {
                OneDnn.check(Functions.dnnl_batch_normalization_backward_primitive_desc_create(
                        created,
                        library.engine(),
                        Functions.BACKWARD,
                        maps.handle(),
                        maps.handle(),
                        maps.handle(),
                        epsilon,
                        flags,
                        forward,
                        attributes.handle()));
            } finally {
                Functions.dnnl_primitive_desc_destroy(forward);
            }
            return backward(created[0], maps, values);
        }
    }

    private static int[] forwardRoles() {
        return new int[] {
            Functions.SOURCE,
            Functions.DESTINATION,
            Functions.MEAN,
            Functions.VARIANCE,
            Functions.SCALE,
            Functions.SHIFT,
            Functions.WORKSPACE,
            Functions.SCRATCHPAD
        };
    }

    private static long[] forwardLayouts(long description, Layout maps, Layout values) {
        long each = values.handle();
        return new long[] {
            maps.handle(),
            maps.handle(),
            each,
            each,
            each,
            each,
            Primitive.layout(description, Functions.WORKSPACE_LAYOUT),
            Primitive.layout(description, Functions.SCRATCHPAD_LAYOUT)
        };
    }

    private Primitive backward(long description, Layout maps, Layout values) {
        int[] roles = {
            Functions.SOURCE,
            Functions.DESTINATION_GRADIENT,
            Functions.SOURCE_GRADIENT,
            Functions.MEAN,
            Functions.VARIANCE,
            Functions.SCALE,
            Functions.SHIFT,
            Functions.SCALE_GRADIENT,
            Functions.SHIFT_GRADIENT,
            Functions.WORKSPACE,
            Functions.SCRATCHPAD
        };
        long each = values.handle();
        return new Primitive(library, description, roles, new long[] {
            maps.handle(),
            maps.handle(),
            maps.handle(),
            each,
            each,
            each,
            each,
            each,
            each,
            Primitive.layout(description, Functions.WORKSPACE_LAYOUT),
            Primitive.layout(description, Functions.SCRATCHPAD_LAYOUT)
        });
    }
}
