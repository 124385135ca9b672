package dev.sdpoint.engine.compute.onednn;

/** Memory that convolutions need while they compute: one block a thread, as large as the largest call, which all its networks use in turn. */
public final class Scratch {
    private static final ThreadLocal<AlignedMemory> OF_THREAD = ThreadLocal.withInitial(AlignedMemory::new);

    private Scratch() {}

    /** Address of at least so many bytes, aligned; what was there before is lost. */
    static long reserve(long bytes) {
        return OF_THREAD.get().atLeast(bytes);
    }

    /** Frees the block of this thread; the next call makes a new one. */
    public static void release() {
        OF_THREAD.get().close();
    }
}
