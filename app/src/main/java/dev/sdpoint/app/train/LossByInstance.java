package dev.sdpoint.app.train;

/**
 * Mean training loss of every instance over time. Immutable.
 *
 * @param width iterations that a column spans
 * @param instances rows
 * @param columns columns, of which the later ones may be without a value
 * @param sums of losses in nats, row by row
 * @param counts of draws, row by row
 */
@SuppressWarnings("ArrayRecordComponent") // copies of its maker, handed to nobody else
record LossByInstance(long width, int instances, int columns, double[] sums, int[] counts) {
    static final LossByInstance EMPTY = new LossByInstance(1, 0, 0, new double[0], new int[0]);

    /** Mean loss in nats; NaN where the instance was not drawn. */
    double mean(int instance, int column) {
        int at = instance * columns + column;
        return counts[at] == 0 ? Double.NaN : sums[at] / counts[at];
    }

    /** How often the instance was drawn within a column. */
    int draws(int instance, int column) {
        return counts[instance * columns + column];
    }

    /** The same with neighbouring columns put together, {@code times} of them each; a power of two. */
    LossByInstance merged(int times) {
        int fewer = (columns + times - 1) / times;
        double[] sum = new double[instances * fewer];
        int[] count = new int[instances * fewer];
        for (int i = 0; i < instances; i++) {
            for (int c = 0; c < columns; c++) {
                sum[i * fewer + c / times] += sums[i * columns + c];
                count[i * fewer + c / times] += counts[i * columns + c];
            }
        }
        return new LossByInstance(width * times, instances, fewer, sum, count);
    }

    /** Columns up to the last one with a value. */
    int used() {
        int used = 0;
        for (int i = 0; i < instances; i++) {
            for (int c = columns - 1; c >= used; c--) {
                if (draws(i, c) > 0) {
                    used = c + 1;
                }
            }
        }
        return used;
    }
}
