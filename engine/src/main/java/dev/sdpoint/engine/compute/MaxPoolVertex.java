package dev.sdpoint.engine.compute;

import dev.sdpoint.engine.network.LayerSpec;
import dev.sdpoint.engine.sdpoint.AdaptiveBins;
import dev.sdpoint.engine.sdpoint.AxisWindows;
import dev.sdpoint.engine.sdpoint.Instance;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Max-pooling; where the instance of the pass downsamples at its point, adaptive max-pooling to {@code rint(ratio · side)} of
 * the usual output side instead (method §1, ImageNet stems).
 */
final class MaxPoolVertex extends BareVertex implements Downsampling {
    private final LayerSpec.MaxPool spec;
    private final PassContext context;
    private final Kernels kernels;
    private Pooling.Windows windows = Pooling.Windows.NONE;

    MaxPoolVertex(PlanVertex.Position position, LayerSpec.MaxPool spec, PassContext context, Kernels kernels) {
        super(position);
        this.spec = spec;
        this.context = context;
        this.kernels = kernels;
    }

    @Override
    public INDArray doForward(boolean training, LayerWorkspaceMgr workspace) {
        Instance instance = context.instance();
        boolean downsampled = spec.point() > 0 && instance.downsamplesAt(spec.point());
        return pool(inputs[0], downsampled ? instance.ratio() : 1, workspace);
    }

    @Override
    public INDArray downsample(INDArray input, INDArray output, double ratio, LayerWorkspaceMgr workspace) {
        return pool(input, ratio, workspace);
    }

    private INDArray pool(INDArray x, double ratio, LayerWorkspaceMgr workspace) {
        windows = new Pooling.Windows(along((int) x.size(1), ratio), along((int) x.size(2), ratio));
        INDArray y = activation(x, windows.rows().out(), windows.columns().out(), x.size(3), workspace);
        kernels.pooling().max(x, y, windows);
        return y;
    }

    private AxisWindows along(int side, double ratio) {
        int usual = spec.outSide(side);
        return ratio == 1 ? spec.windows(side) : AdaptiveBins.of(side, Instance.pooledSide(usual, ratio));
    }

    @Override
    public Pair<Gradient, INDArray[]> doBackward(boolean truncated, LayerWorkspaceMgr workspace) {
        INDArray dx = gradientLike(inputs[0], workspace);
        kernels.pooling().maxBackward(inputs[0], Contiguous.of(epsilon), dx, windows);
        return gradients(dx);
    }
}
