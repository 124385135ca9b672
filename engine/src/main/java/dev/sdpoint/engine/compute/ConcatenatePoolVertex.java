package dev.sdpoint.engine.compute;

import dev.sdpoint.engine.sdpoint.Instance;
import java.util.Arrays;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Channels of several maps one after another; where the instance of the pass downsamples at this point, the whole is
 * average-pooled to {@code rint(ratio · side)} (method §1, DenseNet-BC).
 */
final class ConcatenatePoolVertex extends BareVertex implements Downsampling {
    private final int point;
    private final PassContext context;
    private final Kernels kernels;
    private boolean pooled;

    ConcatenatePoolVertex(PlanVertex.Position position, int point, PassContext context, Kernels kernels) {
        super(position);
        this.point = point;
        this.context = context;
        this.kernels = kernels;
    }

    @Override
    public INDArray doForward(boolean training, LayerWorkspaceMgr workspace) {
        INDArray first = inputs[0];
        long channels = Arrays.stream(inputs).mapToLong(x -> x.size(3)).sum();
        INDArray whole = activation(first, first.size(1), first.size(2), channels, workspace);
        kernels.concatenate(inputs, whole);
        Instance instance = context.instance();
        pooled = instance.downsamplesAt(point);
        return pooled ? Downsampling.averagePooled(whole, instance.ratio(), workspace, kernels) : whole;
    }

    @Override
    public INDArray downsample(INDArray input, INDArray output, double ratio, LayerWorkspaceMgr workspace) {
        return Downsampling.averagePooled(output, ratio, workspace, kernels);
    }

    @Override
    public Pair<Gradient, INDArray[]> doBackward(boolean truncated, LayerWorkspaceMgr workspace) {
        INDArray[] parts =
                Arrays.stream(inputs).map(x -> gradientLike(x, workspace)).toArray(INDArray[]::new);
        INDArray g = Contiguous.of(epsilon);
        if (pooled) {
            INDArray first = inputs[0];
            long[] shape = {first.size(0), first.size(1), first.size(2), g.size(3)};
            INDArray whole = workspace.createUninitialized(ArrayType.BP_WORKING_MEM, first.dataType(), shape, 'c');
            kernels.poolBackward(g, whole);
            g = whole;
        }
        kernels.split(g, parts);
        return gradients(parts);
    }
}
