package dev.sdpoint.benchmarks;

/**
 * Order of a tensor's values in memory; its shape is {@code [image][channel][row][column]} in both. DJL has no call for
 * libtorch's {@code channels_last}, but that is only a matter of strides: a tensor made as {@code [image][row][column][channel]}
 * and permuted has them, and libtorch's convolutions, normalisations and poolings go by the strides.
 */
enum MemoryLayout {
    CHANNELS_FIRST("NCHW"),
    CHANNELS_LAST("channels-last");

    private final String title;

    MemoryLayout(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** Values {@code [n][h][w][c]} in the order {@code [n][c][h][w]}. */
    static float[] channelsFirst(float[] values, int n, int h, int w, int c) {
        return swapped(values, n, h * w, c);
    }

    /** Values {@code [n][c][h][w]} in the order {@code [n][h][w][c]}. */
    static float[] channelsLast(float[] values, int n, int c, int h, int w) {
        return swapped(values, n, c, h * w);
    }

    /** {@code [n][rows][columns]} as {@code [n][columns][rows]}. */
    static float[] swapped(float[] values, int n, int rows, int columns) {
        float[] result = new float[values.length];
        for (int i = 0, from = 0; i < n; i++) {
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < columns; column++) {
                    result[(i * columns + column) * rows + row] = values[from++];
                }
            }
        }
        return result;
    }
}
