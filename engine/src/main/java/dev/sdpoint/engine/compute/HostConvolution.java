package dev.sdpoint.engine.compute;

import dev.sdpoint.engine.compute.onednn.DirectConvolution;
import dev.sdpoint.engine.compute.onednn.Geometry;
import dev.sdpoint.engine.compute.onednn.OneDnn;
import dev.sdpoint.engine.network.LayerSpec;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A convolution of floats in host memory by the fastest way for its size: oneDNN's on maps as they are, grouped or not, or Winograd's
 * algorithm where that pays.
 */
final class HostConvolution implements ConvolutionKernel {
    private final DirectConvolution direct;
    private final WinogradConvolution winograd = new WinogradConvolution();
    private final boolean plain;

    HostConvolution(OneDnn library, LayerSpec.Convolution spec) {
        Geometry geometry = new Geometry(
                spec.inChannels(), spec.outChannels(), spec.kernel(), spec.stride(), spec.padding(), spec.groups());
        this.direct = new DirectConvolution(library, geometry);
        this.plain = WinogradConvolution.computes(spec);
    }

    @Override
    public void release() {
        direct.close();
    }

    @Override
    public void forward(INDArray x, INDArray weights, INDArray y, long version) {
        if (plain && WinogradConvolution.pays(x, weights)) {
            winograd.forward(x, weights, y);
        } else {
            direct.forward(
                    HostKernels.extent(x),
                    HostKernels.address(x),
                    HostKernels.address(weights),
                    HostKernels.address(y),
                    version);
        }
    }

    @Override
    public void backward(INDArray x, INDArray weights, INDArray g, @Nullable INDArray ofInput, INDArray ofWeights) {
        direct.toWeights(
                HostKernels.extent(x), HostKernels.address(x), HostKernels.address(g), HostKernels.address(ofWeights));
        if (ofInput == null) {
            return;
        }
        if (plain && WinogradConvolution.pays(x, weights)) {
            winograd.toInput(g, weights, ofInput);
        } else {
            direct.toInput(
                    HostKernels.extent(x),
                    HostKernels.address(g),
                    HostKernels.address(weights),
                    HostKernels.address(ofInput));
        }
    }
}
