package dev.sdpoint.engine.compute;

import dev.sdpoint.engine.compute.PlanVertex.Position;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.vertex.BaseGraphVertex;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A vertex without layer, parameters and masks over maps {@code [image][row][column][channel]}. */
abstract class BareVertex extends BaseGraphVertex {
    BareVertex(Position position) {
        super(position.graph(), position.name(), position.index(), null, null, position.type());
    }

    /** An array in the workspace of activations. */
    static INDArray activation(INDArray like, long height, long width, long channels, LayerWorkspaceMgr workspace) {
        long[] shape = {like.size(0), height, width, channels};
        return workspace.createUninitialized(ArrayType.ACTIVATIONS, like.dataType(), shape, 'c');
    }

    /** An array in the workspace of gradients, in the shape of another. */
    static INDArray gradientLike(INDArray x, LayerWorkspaceMgr workspace) {
        return workspace.createUninitialized(ArrayType.ACTIVATION_GRAD, x.dataType(), x.shape(), 'c');
    }

    /** What {@code doBackward} returns for these gradients of the inputs. */
    static Pair<Gradient, INDArray[]> gradients(INDArray... ofInputs) {
        return new Pair<>(null, ofInputs);
    }

    @Override
    public final boolean hasLayer() {
        return false;
    }

    @Override
    public final @Nullable Layer getLayer() {
        return null;
    }

    @Override
    public final void setBackpropGradientsViewArray(@Nullable INDArray view) {
        if (view != null) {
            throw new IllegalStateException("a vertex without parameters was given gradients");
        }
    }

    @Override
    public final @Nullable Pair<INDArray, MaskState> feedForwardMaskArrays(
            INDArray @Nullable [] masks, MaskState state, int minibatch) {
        return masks == null || masks.length == 0 ? null : new Pair<>(masks[0], state);
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + " " + vertexName;
    }
}
