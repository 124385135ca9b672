package dev.sdpoint.engine.compute.onednn;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;

/**
 * The functions of oneDNN's C interface that are used here, under their own names (oneapi/dnnl/dnnl.h, version 3). Handles are
 * addresses; those that a function creates come back in an array of one. All but queries return 0 for success. Only {@link OneDnn} binds
 * them to the library.
 */
final class Functions {
    static final int SUCCESS = 0;

    // enumerations of dnnl_types.h and dnnl_common_types.h
    static final int CPU = 1;
    static final int FLOAT = 3;
    static final int ANY_FORMAT = 1;
    static final int FORWARD_INFERENCE = 96;
    static final int FORWARD_TRAINING = 64;
    static final int CONVOLUTION_AUTO = 3;
    static final int SCRATCHPAD_OF_USER = 1;
    static final int IN_ORDER = 1;
    static final int BACKWARD = 128;
    static final int USE_GIVEN_STATISTICS = 1;
    static final int USE_SCALE = 2;
    static final int USE_SHIFT = 4;
    static final int FUSE_RELU = 8;

    // what a primitive's description can be asked for
    static final int WEIGHTS_LAYOUT = 131;
    static final int WEIGHTS_GRADIENT_LAYOUT = 132;
    static final int WORKSPACE_LAYOUT = 135;
    static final int SCRATCHPAD_LAYOUT = 136;

    // roles of memory in an execution
    static final int SOURCE = 1;
    static final int DESTINATION = 17;
    static final int WEIGHTS = 33;
    static final int SCRATCHPAD = 80;
    static final int SOURCE_GRADIENT = 129;
    static final int DESTINATION_GRADIENT = 145;
    static final int WEIGHTS_GRADIENT = 161;
    static final int MEAN = 49;
    static final int VARIANCE = 50;
    static final int SCALE = 51;
    static final int SHIFT = 52;
    static final int WORKSPACE = 64;
    static final int SCALE_GRADIENT = 255;
    static final int SHIFT_GRADIENT = 256;

    private Functions() {}

    /** @throws UnsatisfiedLinkError if the library lacks one of the functions */
    static void bind(NativeLibrary library) {
        Native.register(Functions.class, library);
    }

    /** Address of {@code int major, minor, patch}. */
    static native long dnnl_version();

    static native int dnnl_engine_create(long[] engine, int kind, long index);

    static native int dnnl_stream_create(long[] stream, long engine, int flags);

    static native int dnnl_stream_wait(long stream);

    static native int dnnl_stream_destroy(long stream);

    static native int dnnl_memory_desc_create_with_tag(long[] layout, int rank, long[] sizes, int type, int tag);

    static native int dnnl_memory_desc_create_with_strides(
            long[] layout, int rank, long[] sizes, int type, long[] strides);

    static native int dnnl_memory_desc_clone(long[] layout, long other);

    static native int dnnl_memory_desc_destroy(long layout);

    static native long dnnl_memory_desc_get_size(long layout);

    static native int dnnl_memory_desc_equal(long one, long other);

    static native int dnnl_memory_create(long[] memory, long layout, long engine, long address);

    static native int dnnl_memory_set_data_handle(long memory, long address);

    static native int dnnl_memory_destroy(long memory);

    static native int dnnl_primitive_attr_create(long[] attributes);

    static native int dnnl_primitive_attr_set_scratchpad_mode(long attributes, int mode);

    static native int dnnl_primitive_attr_destroy(long attributes);

    static native int dnnl_convolution_forward_primitive_desc_create(
            long[] description,
            long engine,
            int kind,
            int algorithm,
            long source,
            long weights,
            long bias,
            long destination,
            long[] strides,
            long[] dilation,
            long[] paddingBefore,
            long[] paddingAfter,
            long attributes);

    static native int dnnl_convolution_backward_data_primitive_desc_create(
            long[] description,
            long engine,
            int algorithm,
            long sourceGradient,
            long weights,
            long destinationGradient,
            long[] strides,
            long[] dilation,
            long[] paddingBefore,
            long[] paddingAfter,
            long forward,
            long attributes);

    static native int dnnl_convolution_backward_weights_primitive_desc_create(
            long[] description,
            long engine,
            int algorithm,
            long source,
            long weightsGradient,
            long biasGradient,
            long destinationGradient,
            long[] strides,
            long[] dilation,
            long[] paddingBefore,
            long[] paddingAfter,
            long forward,
            long attributes);

    static native int dnnl_batch_normalization_forward_primitive_desc_create(
            long[] description,
            long engine,
            int kind,
            long source,
            long destination,
            float epsilon,
            int flags,
            long attributes);

    static native int dnnl_batch_normalization_backward_primitive_desc_create(
            long[] description,
            long engine,
            int kind,
            long sourceGradient,
            long destinationGradient,
            long source,
            float epsilon,
            int flags,
            long forward,
            long attributes);

    static native int dnnl_reorder_primitive_desc_create(
            long[] description, long from, long engineOfFrom, long to, long engineOfTo, long attributes);

    static native long dnnl_primitive_desc_query_md(long description, int what, int index);

    static native int dnnl_primitive_desc_destroy(long description);

    static native int dnnl_primitive_create(long[] primitive, long description);

    /** @param arguments address of {@code {int role; void *memory}} */
    static native int dnnl_primitive_execute(long primitive, long stream, int count, long arguments);

    static native int dnnl_primitive_destroy(long primitive);
}
