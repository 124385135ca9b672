package dev.sdpoint.engine.compute;

import dev.sdpoint.engine.compute.Kernels.Affine;
import dev.sdpoint.engine.compute.Kernels.Affine3;
import java.util.Arrays;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.ndarray.INDArray;

/** ReLU on its own, after the addition of a post-activation block. */
final class ReluVertex extends BareVertex {
    private final boolean relu;
    private final Kernels kernels;

    /** @param relu off only to check gradients, where ReLU's kinks would flip */
    ReluVertex(PlanVertex.Position position, boolean relu, Kernels kernels) {
        super(position);
        this.relu = relu;
        this.kernels = kernels;
    }

    @Override
    public INDArray doForward(boolean training, LayerWorkspaceMgr workspace) {
        INDArray x = inputs[0];
        int channels = (int) x.size(3);
        INDArray y = activation(x, x.size(1), x.size(2), channels, workspace);
        kernels.scaleShift(x, y, ones(channels), new double[channels], relu);
        return y;
    }

    @Override
    public Pair<Gradient, INDArray[]> doBackward(boolean truncated, LayerWorkspaceMgr workspace) {
        INDArray x = inputs[0];
        int channels = (int) x.size(3);
        INDArray dx = gradientLike(x, workspace);
        double[] zeros = new double[channels];
        Affine identity = new Affine(ones(channels), zeros);
        kernels.backwardApply(x, Contiguous.of(epsilon), dx, identity, relu, new Affine3(ones(channels), zeros, zeros));
        return gradients(dx);
    }

    private static double[] ones(int length) {
        double[] ones = new double[length];
        Arrays.fill(ones, 1);
        return ones;
    }
}
