package dev.sdpoint.engine.data;

/**
 * Where the pixels of {@link LabeledImages} come from: an array in memory, or files that are decoded when they are asked for.
 * Safe to read from any thread.
 */
sealed interface PixelSource permits MemoryPixels, FolderPixels {
    /** Whether reading takes no more than a copy. */
    boolean inMemory();

    /**
     * Where the bytes of one square image stand, {@code [row][column][channel]}; never written to.
     *
     * @param image 0 or above; the caller has checked it
     * @throws UnreadableImageException if its file cannot be read
     */
    Span span(int image);

    /**
     * The picture before the square was cut out of it.
     *
     * @param image 0 or above; the caller has checked it
     * @throws UnreadableImageException if its file cannot be read
     */
    RgbImage whole(int image);

    /**
     * The chosen images as a source of their own.
     *
     * @param images indices that the caller has checked
     */
    PixelSource subset(int[] images);

    /** Bytes from {@code start} on. */
    record Span(byte[] pixels, int start) {}
}
