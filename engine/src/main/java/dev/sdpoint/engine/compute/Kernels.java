package dev.sdpoint.engine.compute;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The operations beside convolution on feature maps {@code [image][row][column][channel]}, contiguous in 'c' order. Two ways
 * to compute them give the same result: {@link HostKernels}, fused over host memory, and {@link PortableKernels}, of plain
 * ND4J operations for any device and type.
 */
interface Kernels {
    /** Mean and biased variance per channel. */
    void moments(INDArray x, double[] mean, double[] variance);

    /** {@code y = x · scale + shift} per channel, then ReLU if asked. */
    void scaleShift(INDArray x, INDArray y, double[] scale, double[] shift, boolean relu);

    /** With {@code g} set to 0 where ReLU was off: sums of {@code g} and of {@code g · x} per channel. */
    void backwardSums(
            INDArray x, INDArray g, double[] scale, double[] shift, boolean relu, double[] sumG, double[] sumGx);

    /** With {@code g} set to 0 where ReLU was off: {@code dx = g · ofG + x · ofX + constant} per channel. */
    void backwardApply(INDArray x, INDArray g, INDArray dx, Affine forward, boolean relu, Affine3 back);

    /** {@code y = a + b}. */
    void add(INDArray a, INDArray b, INDArray y);

    /** The channels of the parts one after another. */
    void concatenate(INDArray[] parts, INDArray y);

    /** Takes {@link #concatenate} apart. */
    void split(INDArray g, INDArray[] parts);

    /** Multiplies by the factors of dropout, in place. */
    void drop(INDArray x, DropMask mask);

    /** Pooling over any windows. */
    Pooling pooling();

    /** Adaptive average pooling of {@code a + b} to the sides of {@code y}. */
    default void addThenPool(INDArray a, INDArray b, INDArray y) {
        pooling().average(y, Pooling.Windows.adaptive(a, y), a, b);
    }

    /** Adaptive average pooling of {@code x} to the sides of {@code y}. */
    default void pool(INDArray x, INDArray y) {
        pooling().average(y, Pooling.Windows.adaptive(x, y), x);
    }

    /** Gradient of {@link #pool} for its input. */
    default void poolBackward(INDArray g, INDArray dx) {
        pooling().averageBackward(g, dx, Pooling.Windows.adaptive(dx, g));
    }

    /** The fused kernels for floats in host memory, the portable ones for all else. */
    static Kernels forType(DataType type, boolean portable) {
        return HostKernels.suit(type, portable) ? HostKernels.INSTANCE : PortableKernels.INSTANCE;
    }

    /** Coefficients per channel. */
    record Affine(double[] scale, double[] shift) {}

    /** Coefficients per channel. */
    record Affine3(double[] ofG, double[] ofX, double[] constant) {}
}
