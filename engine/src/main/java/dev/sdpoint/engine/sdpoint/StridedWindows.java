package dev.sdpoint.engine.sdpoint;

/**
 * Windows of an ordinary pooling layer along one axis: {@code kernel} wide, {@code stride} apart, the first {@code padding}
 * before the axis begins. What lies outside the axis is left out of a window. A kernel that is wider than the padded axis gives
 * one window over all of it, so that no instance of a network runs out of pixels.
 *
 * @param in length of the input axis, at least 1
 * @param kernel at least 1
 * @param stride at least 1
 * @param padding 0 … kernel / 2
 */
public record StridedWindows(int in, int kernel, int stride, int padding) implements AxisWindows {
    public StridedWindows {
        if (in < 1 || kernel < 1 || stride < 1 || padding < 0 || padding > kernel / 2) {
            throw new IllegalArgumentException("no windows of kernel " + kernel + ", stride " + stride + " and padding "
                    + padding + " on an axis of " + in
                    + ": kernel and stride start at 1, padding ends at half the kernel");
        }
    }

    @Override
    public int out() {
        return Math.max(1, (in + 2 * padding - kernel) / stride + 1);
    }

    @Override
    public int start(int window) {
        return Math.max(0, window * stride - padding);
    }

    @Override
    public int end(int window) {
        return Math.min(in, window * stride - padding + kernel);
    }
}
