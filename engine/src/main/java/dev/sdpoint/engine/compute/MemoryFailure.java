package dev.sdpoint.engine.compute;

import java.util.List;
import java.util.Locale;

/**
 * Tells from what ND4J, JavaCPP, JNA, oneDNN, CUDA and cuDNN throw whether memory of theirs has run out: none of them has a type for it, only
 * words. Java's own heap is another matter.
 */
final class MemoryFailure {
    /** From the libraries' own texts, in lower case; each with the one who says it. */
    private static final List<String> WORDS = List.of(
            "cannot allocate new ", // JavaCPP, an OutOfMemoryError
            "physical memory usage is too high", // JavaCPP, an OutOfMemoryError
            "native allocator returned address == 0", // JavaCPP
            "cannot allocate ", // JNA, an OutOfMemoryError
            "failed to allocate ", // ND4J in Java, for both devices: "Failed to allocate 512 bytes from DEVICE [0]
            // memory"
            "allocation failed", // ND4J: "[DEVICE] allocation failed", "Allocation failed: ["
            "can't allocate [", // ND4J: "[DEVICE] memory", "[HOST] memory"
            "can't allocate cuda memory", // ND4J
            "cudamalloc failed", // ND4J
            "cudahostalloc failed", // ND4J
            "bad_alloc", // C++
            "out of memory", // CUDA's text of error 2
            "cudaerrormemoryallocation", // CUDA
            "alloc_failed", // cuBLAS and cuDNN
            "onednn refused a call with status 1"); // dnnl_out_of_memory

    private MemoryFailure() {}

    /** Whether it, or one of its causes, says that native memory or that of a GPU does not suffice. */
    static boolean is(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
            boolean ofTheHeap = cause instanceof OutOfMemoryError
                    && (message.contains("java heap")
                            || message.contains("gc overhead")
                            || message.contains("array size"));
            if (!ofTheHeap && WORDS.stream().anyMatch(message::contains)) {
                return true;
            }
        }
        return false;
    }
}
