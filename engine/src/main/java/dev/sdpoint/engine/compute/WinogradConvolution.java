package dev.sdpoint.engine.compute;

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
 * The forward pass of 3×3 convolutions of stride 1 and padding 1 by Winograd's algorithm (Lavin and Gray, CVPR 2016). ND4J's oneDNN
 * takes it for the gradient of a convolution's input alone. So the result is computed as such a gradient: of the convolution with
 * input and output channels exchanged and kernels turned by 180°. Floats in host memory. One thread at a time.
 */
final class WinogradConvolution {
    /** Fewer channels or pixels gain nothing (docs/performance.md). */
    private static final long LEAST_CHANNELS = 64;

    private static final long LEAST_PIXELS = 4096;

    private static final int KERNEL = 3;
    private static final int AREA = KERNEL * KERNEL;

    /** Kernels that are turned at a time. */
    private static final int BLOCK = 512;

    private @Nullable OpContext context;

    /** Whether it is faster than an ordinary convolution of stride 1 and padding 1. */
    static boolean pays(INDArray x, INDArray weights) {
        return x.dataType() == DataType.FLOAT
                && weights.size(2) == KERNEL
                && weights.size(3) == KERNEL
                && Math.min(weights.size(0), weights.size(1)) >= LEAST_CHANNELS
                && x.size(0) * x.size(1) * x.size(2) >= LEAST_PIXELS;
    }

    /** Maps {@code [image][row][column][channel]}, weights {@code [out][in][3][3]}, all contiguous. */
    void forward(INDArray x, INDArray weights, INDArray y) {
        OpContext call = context;
        if (call == null) {
            call = Nd4j.getExecutioner().buildContext();
            call.setIArguments(KERNEL, KERNEL, 1, 1, 1, 1, 1, 1, 0, /* NHWC */ 1, /* [kernel][kernel][in][out] */ 0);
            context = call;
        }
        try (MemoryWorkspace outside = Nd4j.getWorkspaceManager().scopeOutOfWorkspaces();
                INDArray turned = turned(weights);
                INDArray shape = Nd4j.createFromArray(
                        Arrays.stream(y.shape()).mapToInt(Math::toIntExact).toArray())) {
            call.purge();
            call.setInputArray(0, shape);
            call.setInputArray(1, turned);
            call.setInputArray(2, x);
            call.setOutputArray(0, y);
            Nd4j.exec(new DeConv2DTF(), call);
        }
    }

    /** The kernels turned by 180°, {@code [row][column][out][in]}. */
    private static INDArray turned(INDArray weights) {
        long pairs = weights.size(0) * weights.size(1);
        INDArray turned = Nd4j.createUninitialized(DataType.FLOAT, KERNEL, KERNEL, weights.size(0), weights.size(1));
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
        return turned;
    }
}
