package dev.sdpoint.engine.compute.onednn;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/** A block of native memory that begins at a multiple of a cache line and grows when more is asked for. One thread at a time. */
final class AlignedMemory implements Compiled.Native {
    private static final int ALIGNMENT_BYTES = 64;

    private @Nullable Memory block;

    /** Address of at least so many bytes. What was there before stays only if the block is large enough already. */
    long atLeast(long bytes) {
        Memory present = block;
        if (present == null || present.size() < bytes + ALIGNMENT_BYTES) {
            close();
            present = new Memory(bytes + ALIGNMENT_BYTES);
            block = present;
        }
        return aligned(Pointer.nativeValue(present));
    }

    /** Copies floats to a place in the block, counted in bytes from its beginning; {@link #atLeast} has made room. */
    void write(long at, float[] values) {
        pointer(block, at, values.length).write(0, values, 0, values.length);
    }

    /** Copies floats from a place in the block. */
    void read(long at, float[] values) {
        pointer(block, at, values.length).read(0, values, 0, values.length);
    }

    private static Pointer pointer(@Nullable Memory block, long at, int floats) {
        if (block == null) {
            throw new IllegalStateException("nothing was reserved");
        }
        long skipped = aligned(Pointer.nativeValue(block)) - Pointer.nativeValue(block);
        return block.share(skipped + at, (long) floats * Float.BYTES);
    }

    /** The next multiple of a cache line. */
    static long aligned(long bytes) {
        return (bytes + ALIGNMENT_BYTES - 1) / ALIGNMENT_BYTES * ALIGNMENT_BYTES;
    }

    @Override
    public void close() {
        if (block != null) {
            block.close();
            block = null;
        }
    }
}
