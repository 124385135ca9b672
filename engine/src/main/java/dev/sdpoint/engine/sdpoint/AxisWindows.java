package dev.sdpoint.engine.sdpoint;

/** Windows of a pooling along one axis: output {@code i} covers the inputs {@code start(i)} up to and without {@code end(i)}. */
public sealed interface AxisWindows permits AdaptiveBins, StridedWindows {
    /** Length of the input axis. */
    int in();

    /** Number of windows. */
    int out();

    /** First input of a window. */
    int start(int window);

    /** One past the last input of a window; above its start. */
    int end(int window);

    /** Sum of the lengths of all windows; larger than {@link #in()} where windows overlap. */
    default int coveredElements() {
        int sum = 0;
        for (int window = 0; window < out(); window++) {
            sum += end(window) - start(window);
        }
        return sum;
    }
}
