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
        Instance instance = context.instance();
        pooled = instance.downsamplesAt(point);
        // the map in full is not needed again once it is pooled
        INDArray whole = whole(pooled ? ArrayType.FF_WORKING_MEM : ArrayType.ACTIVATIONS, workspace);
        kernels.concatenate(inputs, whole);
        return pooled ? Downsampling.averagePooled(whole, instance.ratio(), workspace, kernels) : whole;
    }

    /** Room for the inputs one after another. */
    private INDArray whole(ArrayType type, LayerWorkspaceMgr workspace) {
        INDArray first = inputs[0];
        long channels = Arrays.stream(inputs).mapToLong(x -> x.size(3)).sum();
        long[] shape = {first.size(0), first.size(1), first.size(2), channels};
        return workspace.createUninitialized(type, first.dataType(), shape, 'c');
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
            INDArray whole = whole(ArrayType.BP_WORKING_MEM, workspace);
            kernels.poolBackward(g, whole);
            g = whole;
        }
        kernels.split(g, parts);
        return gradients(parts);
    }
}
