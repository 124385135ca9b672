package dev.sdpoint.engine.compute.onednn;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;

/**
 * A computation that oneDNN has compiled for one shape, to be run on arrays at any addresses. One thread at a time. Whoever makes it
 * closes it.
 */
final class Primitive implements Compiled.Native {
    private static final int BYTES_OF_ARGUMENT = 16;

    private final long description;
    private final long primitive;
    private final long[] arrays;
    private final Memory arguments;
    private final long scratchBytes;
    private final long workspaceBytes;

    /**
     * @param description of the computation, which this owns from now on
     * @param roles of its arrays, in the order in which {@link #run} takes their addresses
     * @param layouts of these arrays
     */
    Primitive(OneDnn library, long description, int[] roles, long[] layouts) {
        this.description = description;
        long[] created = new long[1];
        OneDnn.check(Functions.dnnl_primitive_create(created, description));
        this.primitive = created[0];
        this.scratchBytes = bytes(description, Functions.SCRATCHPAD_LAYOUT);
        this.workspaceBytes = bytes(description, Functions.WORKSPACE_LAYOUT);
        this.arrays = new long[roles.length];
        this.arguments = new Memory((long) BYTES_OF_ARGUMENT * roles.length);
        for (int i = 0; i < roles.length; i++) {
            OneDnn.check(Functions.dnnl_memory_create(created, layouts[i], library.engine(), 0));
            arrays[i] = created[0];
            arguments.setInt((long) BYTES_OF_ARGUMENT * i, roles[i]);
            arguments.setLong((long) BYTES_OF_ARGUMENT * i + 8, arrays[i]);
        }
    }

    /** Size of the memory that it needs while it runs. */
    long scratchBytes() {
        return scratchBytes;
    }

    /** Size of what a pass forward keeps for the pass backward; 0 if nothing. */
    long workspaceBytes() {
        return workspaceBytes;
    }

    private static long bytes(long description, int what) {
        return Functions.dnnl_memory_desc_get_size(layout(description, what));
    }

    /** Layout of an array, which lives as long as the description. */
    static long layout(long description, int what) {
        return Functions.dnnl_primitive_desc_query_md(description, what, 0);
    }

    /** Computes, and returns when all is written. */
    void run(long stream, long... addresses) {
        for (int i = 0; i < addresses.length; i++) {
            OneDnn.check(Functions.dnnl_memory_set_data_handle(arrays[i], addresses[i]));
        }
        OneDnn.check(
                Functions.dnnl_primitive_execute(primitive, stream, addresses.length, Pointer.nativeValue(arguments)));
        OneDnn.check(Functions.dnnl_stream_wait(stream));
    }

    @Override
    public void close() {
        for (long array : arrays) {
            Functions.dnnl_memory_destroy(array);
        }
        Functions.dnnl_primitive_destroy(primitive);
        Functions.dnnl_primitive_desc_destroy(description);
        arguments.close();
    }
}
