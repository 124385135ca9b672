package dev.sdpoint.engine.compute;

import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Memory outside Java's heap. Java's collector frees it in the end, but looks for it when the heap is full, not when that memory is: what is large
 * is freed by hand.
 */
final class NativeMemory {
    private NativeMemory() {}

    /** Something that keeps native memory from call to call. */
    interface Owner {
        /** Frees it; nothing may be computed with it afterwards. */
        void release();
    }

    /** Frees an array that nobody uses any more, and for a view what it is a view of. Nothing in a workspace. */
    static void free(@Nullable INDArray array) {
        if (array == null || array.wasClosed() || array.isAttached()) {
            return;
        }
        if (array.closeable()) {
            array.close();
            return;
        }
        DataBuffer whole = array.data().originalDataBuffer();
        if (whole != null && whole.closeable()) {
            whole.close();
        }
    }
}
