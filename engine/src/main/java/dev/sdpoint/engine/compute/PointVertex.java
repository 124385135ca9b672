package dev.sdpoint.engine.compute;

import dev.sdpoint.engine.sdpoint.Instance;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A downsampling point on its own, as plain nets have it (method §1). */
final class PointVertex extends BareVertex implements Downsampling {
    private final int point;
    private final PassContext context;
    private final Kernels kernels;
    private boolean pooled;

    PointVertex(PlanVertex.Position position, int point, PassContext context, Kernels kernels) {
        super(position);
        this.point = point;
        this.context = context;
        this.kernels = kernels;
    }

    @Override
    public INDArray doForward(boolean training, LayerWorkspaceMgr workspace) {
        Instance instance = context.instance();
        pooled = instance.downsamplesAt(point);
        // a vertex that returns its own input would free it twice
        return pooled
                ? Downsampling.averagePooled(inputs[0], instance.ratio(), workspace, kernels)
                : workspace.dup(ArrayType.ACTIVATIONS, inputs[0], 'c');
    }

    @Override
    public INDArray downsample(INDArray input, INDArray output, double ratio, LayerWorkspaceMgr workspace) {
        return Downsampling.averagePooled(output, ratio, workspace, kernels);
    }

    @Override
    public Pair<Gradient, INDArray[]> doBackward(boolean truncated, LayerWorkspaceMgr workspace) {
        if (!pooled) {
            return gradients(workspace.dup(ArrayType.ACTIVATION_GRAD, epsilon, 'c'));
        }
        INDArray dx = gradientLike(inputs[0], workspace);
        kernels.poolBackward(Contiguous.of(epsilon), dx);
        return gradients(dx);
    }
}
