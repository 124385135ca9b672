package dev.sdpoint.engine.compute;

import dev.sdpoint.engine.network.LayerSpec;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Average pooling whose stride is its kernel. */
final class AveragePoolVertex extends BareVertex {
    private final LayerSpec.AveragePool spec;
    private final Kernels kernels;

    AveragePoolVertex(PlanVertex.Position position, LayerSpec.AveragePool spec, Kernels kernels) {
        super(position);
        this.spec = spec;
        this.kernels = kernels;
    }

    @Override
    public INDArray doForward(boolean training, LayerWorkspaceMgr workspace) {
        INDArray x = inputs[0];
        Pooling.Windows windows = windows(x);
        INDArray y = activation(x, windows.rows().out(), windows.columns().out(), x.size(3), workspace);
        kernels.pooling().average(y, windows, x);
        return y;
    }

    private Pooling.Windows windows(INDArray x) {
        return new Pooling.Windows(spec.windows((int) x.size(1)), spec.windows((int) x.size(2)));
    }

    @Override
    public Pair<Gradient, INDArray[]> doBackward(boolean truncated, LayerWorkspaceMgr workspace) {
        INDArray dx = gradientLike(inputs[0], workspace);
        kernels.pooling().averageBackward(Contiguous.of(epsilon), dx, windows(dx));
        return gradients(dx);
    }
}
