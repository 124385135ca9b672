package dev.sdpoint.engine.compute;

import dev.sdpoint.engine.network.LayerSpec;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.api.ops.impl.layers.convolution.Conv2D;
import org.nd4j.linalg.api.ops.impl.layers.convolution.Conv2DDerivative;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * ND4J's convolution, called directly, without groups. Maps must be contiguous: ND4J misreads views whose channels are part of a
 * wider array, up to a crash.
 */
final class ConvolutionOperation implements ConvolutionKernel {
    /**
     * Values of a map, images and all, up to which the backward pass is one call. It takes copies of all its maps, and glibc
     * does not keep blocks of 64 MB and more for the next pass ({@link NativeProcess}).
     */
    private static final long VALUES_A_CALL = 8 << 20;

    private final long valuesACall;
    private final int kernel;
    private final int stride;
    private final int padding;
    private final @Nullable WinogradConvolution winograd;
    private @Nullable OpContext forward;
    private @Nullable OpContext backward;

    /** ND4J's operations alone, for any type and device. */
    ConvolutionOperation(LayerSpec.Convolution spec) {
        this(spec, false);
    }

    /** @param hostMemory whether maps are in host memory, where a faster way may be taken */
    ConvolutionOperation(LayerSpec.Convolution spec, boolean hostMemory) {
        this(spec, hostMemory, VALUES_A_CALL);
    }

    ConvolutionOperation(LayerSpec.Convolution spec, boolean hostMemory, long valuesACall) {
        this.valuesACall = valuesACall;
        this.kernel = spec.kernel();
        this.stride = spec.stride();
        this.padding = spec.padding();
        this.winograd = hostMemory && WinogradConvolution.computes(spec) ? new WinogradConvolution() : null;
    }

    @Override
    public void forward(INDArray x, INDArray weights, INDArray y, long version) {
        if (winograd != null && WinogradConvolution.pays(x, weights)) {
            winograd.forward(x, weights, y);
            return;
        }
        if (forward == null) {
            forward = context();
        }
        run(new Conv2D(), forward, new INDArray[] {x, weights}, y);
    }

    @Override
    public void backward(INDArray x, INDArray weights, INDArray g, @Nullable INDArray ofInput, INDArray ofWeights) {
        if (ofInput == null) {
            // ND4J computes both or none
            try (INDArray unread = outsideOfWorkspaces(x)) {
                backward(x, weights, g, unread, ofWeights);
            }
            return;
        }
        long parts = Math.min(x.size(0), 1 + (Math.max(x.length(), g.length()) - 1) / valuesACall);
        if (parts == 1) {
            call(x, weights, g, ofInput, ofWeights);
            return;
        }
        try (INDArray ofPart = outsideOfWorkspaces(ofWeights)) {
            for (long part = 0; part < parts; part++) {
                call(
                        images(x, part, parts),
                        weights,
                        images(g, part, parts),
                        images(ofInput, part, parts),
                        part == 0 ? ofWeights : ofPart);
                if (part > 0) {
                    ofWeights.addi(ofPart);
                }
            }
        }
    }

    private void call(INDArray x, INDArray weights, INDArray g, INDArray ofInput, INDArray ofWeights) {
        if (backward == null) {
            backward = context();
        }
        run(new Conv2DDerivative(), backward, new INDArray[] {x, weights, g}, ofInput, ofWeights);
    }

    /** A part of the batch, as a view. Parts differ by at most one image. */
    static INDArray images(INDArray maps, long part, long parts) {
        long from = maps.size(0) * part / parts;
        long to = maps.size(0) * (part + 1) / parts;
        return maps.get(NDArrayIndex.interval(from, to));
    }

    private static INDArray outsideOfWorkspaces(INDArray like) {
        try (MemoryWorkspace outside = Nd4j.getWorkspaceManager().scopeOutOfWorkspaces()) {
            return Nd4j.createUninitialized(like.dataType(), like.shape(), 'c');
        }
    }

    private static void run(CustomOp operation, OpContext context, INDArray[] inputs, INDArray... outputs) {
        context.purge();
        for (int i = 0; i < inputs.length; i++) {
            context.setInputArray(i, inputs[i]);
        }
        for (int i = 0; i < outputs.length; i++) {
            context.setOutputArray(i, outputs[i]);
        }
        Nd4j.exec(operation, context);
    }

    private OpContext context() {
        OpContext context = Nd4j.getExecutioner().buildContext();
        context.setIArguments(kernel, kernel, stride, stride, padding, padding, 1, 1, 0, /* NHWC */ 1, 1);
        return context;
    }
}
