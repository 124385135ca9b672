package dev.sdpoint.engine.inference;

import java.util.Objects;

/**
 * What a block of a network puts out for one image: its feature maps, after the downsampling at its end if the instance
 * downsamples there.
 *
 * @param block number of the block, 1-based; that of its downsampling point, and one more than the last point for what the
 *     classifier reads
 * @param channels number of maps
 * @param side rows and columns of each
 * @param values {@code [channel][row][column]}; neither copied when the record is made nor when it is handed out, so not to
 *     be written to
 */
public record BlockMap(int block, int channels, int side, float[] values) {
    /** @throws IllegalArgumentException if the number of values is not {@code channels * side * side} */
    public BlockMap {
        if (values.length != channels * side * side) {
            throw new IllegalArgumentException(channels + " maps of " + side + "×" + side + " are "
                    + channels * side * side + " values, not " + values.length);
        }
    }

    /** One value. */
    public float at(int channel, int row, int column) {
        Objects.checkIndex(channel, channels);
        Objects.checkIndex(row, side);
        Objects.checkIndex(column, side);
        return values[(channel * side + row) * side + column];
    }
}
