package dev.sdpoint.engine.compute;

import dev.sdpoint.engine.sdpoint.Instance;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.BaseGraphVertex;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Sum of two streams {@code [image][row][column][channel]}; where the instance of the pass downsamples at this point, the sum
 * is average-pooled to {@code rint(ratio · side)} (paper §3.1).
 */
final class AddPoolVertex extends BaseGraphVertex {
    private final int point;
    private final PassContext context;
    private final Kernels kernels;
    private boolean pooled;

    AddPoolVertex(
            ComputationGraph graph,
            String name,
            int index,
            DataType type,
            int point,
            PassContext context,
            Kernels kernels) {
        super(graph, name, index, null, null, type);
        this.point = point;
        this.context = context;
        this.kernels = kernels;
    }

    @Override
    public boolean hasLayer() {
        return false;
    }

    @Override
    public @Nullable Layer getLayer() {
        return null;
    }

    @Override
    public INDArray doForward(boolean training, LayerWorkspaceMgr workspace) {
        INDArray a = inputs[0];
        INDArray b = inputs[1];
        Instance instance = context.instance();
        pooled = instance.point() == point;
        if (!pooled) {
            INDArray sum = workspace.createUninitialized(ArrayType.ACTIVATIONS, a.dataType(), a.shape(), 'c');
            kernels.add(a, b, sum);
            return sum;
        }
        INDArray y = createPooled(a, instance.ratio(), workspace);
        kernels.addThenPool(a, b, y);
        return y;
    }

    /** Pools a sum that an earlier pass computed in full. */
    INDArray poolSum(INDArray sum, double ratio, LayerWorkspaceMgr workspace) {
        INDArray y = createPooled(sum, ratio, workspace);
        kernels.pool(sum, y);
        return y;
    }

    private static INDArray createPooled(INDArray x, double ratio, LayerWorkspaceMgr workspace) {
        int height = Instance.pooledSide((int) x.size(1), ratio);
        int width = Instance.pooledSide((int) x.size(2), ratio);
        long[] shape = {x.size(0), height, width, x.size(3)};
        return workspace.createUninitialized(ArrayType.ACTIVATIONS, x.dataType(), shape, 'c');
    }

    @Override
    public Pair<Gradient, INDArray[]> doBackward(boolean truncated, LayerWorkspaceMgr workspace) {
        INDArray first;
        if (pooled) {
            INDArray x = inputs[0];
            first = workspace.createUninitialized(ArrayType.ACTIVATION_GRAD, x.dataType(), x.shape(), 'c');
            kernels.poolBackward(Contiguous.of(epsilon), first);
        } else {
            first = workspace.dup(ArrayType.ACTIVATION_GRAD, epsilon, 'c');
        }
        // each stream adds later gradients to its own in place, so they must not share memory
        INDArray second = workspace.dup(ArrayType.ACTIVATION_GRAD, first, 'c');
        return new Pair<>(null, new INDArray[] {first, second});
    }

    @Override
    public void setBackpropGradientsViewArray(@Nullable INDArray view) {
        if (view != null) {
            throw new IllegalStateException("a vertex without parameters was given gradients");
        }
    }

    @Override
    public @Nullable Pair<INDArray, MaskState> feedForwardMaskArrays(
            INDArray @Nullable [] masks, MaskState state, int minibatch) {
        return masks == null || masks.length == 0 ? null : new Pair<>(masks[0], state);
    }

    @Override
    public String toString() {
        return "AddPool(point " + point + ")";
    }
}
