package dev.sdpoint.engine.compute.onednn;

/**
 * How large a map is, channels aside.
 *
 * @param images of the batch
 */
public record Extent(long images, long rows, long columns) {}
