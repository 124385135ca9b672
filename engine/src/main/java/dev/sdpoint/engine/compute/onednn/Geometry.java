package dev.sdpoint.engine.compute.onednn;

/**
 * A convolution without bias: weights {@code [out][in / groups][kernel][kernel]}, as many rows and columns of zeros on every side as the
 * padding says.
 *
 * @param in channels of the input
 * @param out channels of the output
 * @param groups of neighbouring channels; each group of output channels reads its own group of input channels
 */
public record Geometry(int in, int out, int kernel, int stride, int padding, int groups) {
    /** @throws IllegalArgumentException if the groups do not divide the channels, or a size is not positive */
    public Geometry {
        if (groups < 1 || in < 1 || out < 1 || in % groups != 0 || out % groups != 0) {
            throw new IllegalArgumentException(groups + " groups do not divide " + in + " and " + out + " channels");
        }
        if (kernel < 1 || stride < 1 || padding < 0) {
            throw new IllegalArgumentException(
                    "kernel " + kernel + ", stride " + stride + " and padding " + padding + " are no convolution");
        }
    }

    /** Side of the output for a side of the input. */
    public long outSide(long side) {
        return (side + 2L * padding - kernel) / stride + 1;
    }
}
