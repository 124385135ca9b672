package dev.sdpoint.engine.compute;

import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.api.ops.impl.layers.convolution.Conv2D;
import org.nd4j.linalg.api.ops.impl.layers.convolution.Conv2DDerivative;
import org.nd4j.linalg.factory.Nd4j;

/**
 * ND4J's convolution and its gradients, called directly: maps {@code [image][row][column][channel]}, weights {@code
 * [out][in][kernel][kernel]}, no bias. Maps must be contiguous: ND4J misreads views whose channels are part of a wider
 * array, up to a crash. One thread at a time.
 */
final class ConvolutionOperation {
    private final int kernel;
    private final int stride;
    private final int padding;
    private @Nullable OpContext forward;
    private @Nullable OpContext backward;

    ConvolutionOperation(ConvolutionLayer layer) {
        this.kernel = layer.getKernelSize()[0];
        this.stride = layer.getStride()[0];
        this.padding = layer.getPadding()[0];
    }

    /** Side of the output for a side of the input. */
    long outSide(long side) {
        return (side + 2L * padding - kernel) / stride + 1;
    }

    void forward(INDArray x, INDArray weights, INDArray y) {
        if (forward == null) {
            forward = context();
        }
        run(new Conv2D(), forward, new INDArray[] {x, weights}, y);
    }

    /** Gradients for the input and for the weights, given {@code g} for the output. */
    void backward(INDArray x, INDArray weights, INDArray g, INDArray ofInput, INDArray ofWeights) {
        if (backward == null) {
            backward = context();
        }
        run(new Conv2DDerivative(), backward, new INDArray[] {x, weights, g}, ofInput, ofWeights);
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
