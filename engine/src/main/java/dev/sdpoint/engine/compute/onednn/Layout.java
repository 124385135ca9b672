package dev.sdpoint.engine.compute.onednn;

/** A description of an array in memory, or of one whose order oneDNN may choose. Sizes are logical: image, channel, row, column. */
final class Layout implements AutoCloseable {
    private final long handle;

    private Layout(long handle) {
        this.handle = handle;
    }

    /** Maps {@code [image][row][column][channel]}. */
    static Layout maps(long images, long channels, long rows, long columns) {
        return of(
                new long[] {images, channels, rows, columns},
                new long[] {rows * columns * channels, 1, columns * channels, channels});
    }

    /** Values one after another. */
    static Layout vector(long length) {
        return of(new long[] {length}, new long[] {1});
    }

    /** A description that outlives another. */
    static Layout copyOf(long other) {
        long[] created = new long[1];
        OneDnn.check(Functions.dnnl_memory_desc_clone(created, other));
        return new Layout(created[0]);
    }

    /** Weights {@code [out][in / groups][kernel][kernel]}, as networks keep them. */
    static Layout weights(Geometry geometry) {
        long[] sizes = sizes(geometry);
        long[] strides = new long[sizes.length];
        long stride = 1;
        for (int d = sizes.length - 1; d >= 0; d--) {
            strides[d] = stride;
            stride *= sizes[d];
        }
        return of(sizes, strides);
    }

    /** The same weights in the order that suits the convolution. */
    static Layout weightsInAnyOrder(Geometry geometry) {
        long[] sizes = sizes(geometry);
        long[] created = new long[1];
        OneDnn.check(Functions.dnnl_memory_desc_create_with_tag(
                created, sizes.length, sizes, Functions.FLOAT, Functions.ANY_FORMAT));
        return new Layout(created[0]);
    }

    private static long[] sizes(Geometry geometry) {
        int groups = geometry.groups();
        int out = geometry.out() / groups;
        int in = geometry.in() / groups;
        int kernel = geometry.kernel();
        return groups == 1 ? new long[] {out, in, kernel, kernel} : new long[] {groups, out, in, kernel, kernel};
    }

    private static Layout of(long[] sizes, long[] strides) {
        long[] created = new long[1];
        OneDnn.check(
                Functions.dnnl_memory_desc_create_with_strides(created, sizes.length, sizes, Functions.FLOAT, strides));
        return new Layout(created[0]);
    }

    long handle() {
        return handle;
    }

    @Override
    public void close() {
        Functions.dnnl_memory_desc_destroy(handle);
    }
}
