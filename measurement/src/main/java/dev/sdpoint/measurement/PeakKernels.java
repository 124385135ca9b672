package dev.sdpoint.measurement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.api.ops.impl.layers.convolution.Conv2D;
import org.nd4j.linalg.api.ops.impl.layers.convolution.Conv2DDerivative;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What ND4J computes fastest on this machine: a large product of matrices, and large 3×3 convolutions and their gradients, in single
 * precision, with arrays that are there already. The fastest of them is called the machine's peak. Operations are counted as the
 * direct way needs them: Winograd's algorithm, which oneDNN takes for some gradients, does with fewer. Whoever opens it closes it.
 */
final class PeakKernels implements AutoCloseable {
    private static final int MATRIX = 2048;
    private static final int KERNEL = 3;

    /** Images, side, channels in and out. */
    private static final int[][] CONVOLUTIONS = {{32, 32, 128}, {32, 16, 256}, {64, 8, 512}};

    private final List<Kernel> kernels = new ArrayList<>();
    private final List<INDArray> arrays = new ArrayList<>();
    private final List<OpContext> contexts = new ArrayList<>();

    /**
     * @param name what it computes
     * @param flops of one run, multiplications and additions counted separately
     */
    record Kernel(String name, double flops, Runnable run) {}

    PeakKernels() {
        INDArray a = noise(MATRIX, MATRIX);
        INDArray b = noise(MATRIX, MATRIX);
        INDArray product = noise(MATRIX, MATRIX);
        kernels.add(new Kernel(
                "matrix product, " + MATRIX + "³", 2.0 * MATRIX * MATRIX * MATRIX, () -> a.mmuli(b, product)));
        for (int[] sizes : CONVOLUTIONS) {
            for (boolean channelsLast : new boolean[] {true, false}) {
                convolution(sizes[0], sizes[1], sizes[2], channelsLast);
            }
        }
    }

    /** Adds a convolution, forward and both its gradients at once. */
    private void convolution(int images, int side, int channels, boolean channelsLast) {
        long[] shape =
                channelsLast ? new long[] {images, side, side, channels} : new long[] {images, channels, side, side};
        INDArray x = noise(shape);
        INDArray weights = noise(channels, channels, KERNEL, KERNEL);
        INDArray y = noise(shape);
        OpContext forward = context(channelsLast, List.of(x, weights), List.of(y));
        OpContext gradients =
                context(channelsLast, List.of(x, weights, y), List.of(noise(shape), noise(weights.shape())));
        String name = String.format(
                Locale.ROOT,
                "3×3 convolution, %d × %d² × %d, %s",
                images,
                side,
                channels,
                channelsLast ? "NHWC" : "NCHW");
        double flops = 2.0 * images * side * side * channels * channels * KERNEL * KERNEL;
        kernels.add(new Kernel(name + ", forward", flops, () -> Nd4j.exec(new Conv2D(), forward)));
        kernels.add(new Kernel(name + ", gradients", 2 * flops, () -> Nd4j.exec(new Conv2DDerivative(), gradients)));
    }

    private OpContext context(boolean channelsLast, List<INDArray> inputs, List<INDArray> outputs) {
        OpContext context = Nd4j.getExecutioner().buildContext();
        contexts.add(context);
        context.setIArguments(KERNEL, KERNEL, 1, 1, 1, 1, 1, 1, 0, channelsLast ? 1 : 0, 1);
        context.setInputArrays(inputs.toArray(INDArray[]::new));
        context.setOutputArrays(outputs.toArray(INDArray[]::new));
        return context;
    }

    private INDArray noise(long... shape) {
        INDArray array = Nd4j.rand(DataType.FLOAT, shape);
        arrays.add(array);
        return array;
    }

    List<Kernel> kernels() {
        return List.copyOf(kernels);
    }

    @Override
    public void close() {
        for (OpContext context : contexts) {
            context.purge();
        }
        arrays.forEach(INDArray::close);
    }
}
