package dev.sdpoint.engine.compute;

import dev.sdpoint.engine.network.LayerSpec;
import java.nio.FloatBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.api.ops.impl.layers.convolution.DeConv2DTF;
import org.nd4j.linalg.factory.Nd4j;

/**
 * 3×3 convolutions of stride 1 and padding 1 by Winograd's algorithm (Lavin and Gray, CVPR 2016), which oneDNN had up to version 2: that
 * within ND4J takes it for the gradient of a convolution's input alone. So the forward pass is computed as such a gradient: of the
 * convolution with input and output channels exchanged and kernels turned by 180°. Floats in host memory. One thread at a time.
 */
final class WinogradConvolution {
    // fewer gain nothing: its tiles are 4×4 pixels, or 6×6 with their neighbours (docs/performance.md)
    private static final long LEAST_CHANNELS = 64;
    private static final long LEAST_PIXELS = 4096;
    private static final long LEAST_SIDE = 8;

    private static final int KERNEL = 3;
    private static final int AREA = KERNEL * KERNEL;

    /** Kernels that are turned at a time. */
    private static final int BLOCK = 512;

    private @Nullable OpContext context;

    /** Whether the algorithm is for a layer at all. */
    static boolean computes(LayerSpec.Convolution spec) {
        return spec.kernel() == KERNEL && spec.stride() == 1 && spec.padding() == 1 && spec.groups() == 1;
    }

    /** Whether it is faster than an ordinary convolution of stride 1 and padding 1. */
    static boolean pays(INDArray x, INDArray weights) {
        return x.dataType() == DataType.FLOAT
                && weights.size(2) == KERNEL
                && weights.size(3) == KERNEL
                && Math.min(weights.size(0), weights.size(1)) >= LEAST_CHANNELS
                && Math.min(x.size(1), x.size(2)) >= LEAST_SIDE
                && x.size(0) * x.size(1) * x.size(2) >= LEAST_PIXELS;
    }

    /** Maps {@code [image][row][column][channel]}, weights {@code [out][in][3][3]}, all contiguous. */
    void forward(INDArray x, INDArray weights, INDArray y) {
        INDArray kernels = outside(KERNEL, KERNEL, weights.size(0), weights.size(1));
        try (kernels) {
            turn(weights, kernels);
            gradient(x, kernels, y);
        }
    }

    /** Gradient of the convolution for its input, given {@code g} for the output. */
    void toInput(INDArray g, INDArray weights, INDArray ofInput) {
        INDArray kernels = outside(KERNEL, KERNEL, weights.size(1), weights.size(0));
        try (kernels) {
            transpose(weights, kernels);
            gradient(g, kernels, ofInput);
        }
    }

    private void gradient(INDArray g, INDArray kernels, INDArray ofInput) {
        OpContext call = context;
        if (call == null) {
            call = Nd4j.getExecutioner().buildContext();
            call.setIArguments(KERNEL, KERNEL, 1, 1, 1, 1, 1, 1, 0, /* NHWC */ 1, /* [kernel][kernel][in][out] */ 0);
            context = call;
        }
        try (MemoryWorkspace outside = Nd4j.getWorkspaceManager().scopeOutOfWorkspaces();
                INDArray shape = Nd4j.createFromArray(Arrays.stream(ofInput.shape())
                        .mapToInt(Math::toIntExact)
                        .toArray())) {
            call.purge();
            call.setInputArray(0, shape);
            call.setInputArray(1, kernels);
            call.setInputArray(2, g);
            call.setOutputArray(0, ofInput);
            Nd4j.exec(new DeConv2DTF(), call);
        }
    }

    private static INDArray outside(long... shape) {
        try (MemoryWorkspace outside = Nd4j.getWorkspaceManager().scopeOutOfWorkspaces()) {
            return Nd4j.createUninitialized(DataType.FLOAT, shape);
        }
    }

    /** The kernels turned by 180°, {@code [row][column][out][in]}. */
    private static void turn(INDArray weights, INDArray turned) {
        long pairs = weights.size(0) * weights.size(1);
        FloatBuffer from = HostKernels.buffer(weights);
        FloatBuffer to = HostKernels.buffer(turned);
        Parallel.rows(pairs, AREA, (part, first, end) -> {
            float[] kernels = new float[BLOCK * AREA];
            float[] tap = new float[BLOCK];
            for (long at = first; at < end; at += BLOCK) {
                int count = (int) Math.min(BLOCK, end - at);
                from.get((int) at * AREA, kernels, 0, count * AREA);
                for (int k = 0; k < AREA; k++) {
                    for (int i = 0; i < count; i++) {
                        tap[i] = kernels[i * AREA + k];
                    }
                    to.put((int) ((AREA - 1 - k) * pairs + at), tap, 0, count);
                }
            }
        });
    }

    /** The kernels as {@code [row][column][in][out]}. */
    private static void transpose(INDArray weights, INDArray transposed) {
        int out = (int) weights.size(0);
        int in = (int) weights.size(1);
        FloatBuffer from = HostKernels.buffer(weights);
        FloatBuffer to = HostKernels.buffer(transposed);
        // a part has some input channels of all kernels: what it writes is whole rows
        Parallel.rows(in, out * AREA, (part, first, end) -> {
            int channels = (int) (end - first);
            float[] kernels = new float[channels * AREA];
            float[] taps = new float[AREA * channels * out];
            for (int o = 0; o < out; o++) {
                from.get((o * in + (int) first) * AREA, kernels, 0, kernels.length);
                for (int c = 0; c < channels; c++) {
                    for (int k = 0; k < AREA; k++) {
                        taps[(k * channels + c) * out + o] = kernels[c * AREA + k];
                    }
                }
            }
            for (int k = 0; k < AREA; k++) {
                to.put((k * in + (int) first) * out, taps, k * channels * out, channels * out);
            }
        });
    }
}
