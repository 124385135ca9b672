package dev.sdpoint.engine.compute;

import dev.sdpoint.engine.network.LayerSpec;
import dev.sdpoint.engine.sdpoint.SplitMix64;
import java.util.Optional;
import java.util.OptionalLong;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Dropout (Srivastava et al., JMLR 2014) in iterations of training; passes its input on in all other passes. What is dropped
 * is a function of the pass's chance and this vertex, so it is drawn again for the gradient instead of kept.
 */
final class DropoutVertex extends BareVertex {
    private static final long STREAM = 0x64726F70L;

    private final LayerSpec.Dropout spec;
    private final PassContext context;
    private final Kernels kernels;

    DropoutVertex(PlanVertex.Position position, LayerSpec.Dropout spec, PassContext context, Kernels kernels) {
        super(position);
        this.spec = spec;
        this.context = context;
        this.kernels = kernels;
    }

    @Override
    public INDArray doForward(boolean training, LayerWorkspaceMgr workspace) {
        INDArray y = workspace.dup(ArrayType.ACTIVATIONS, inputs[0], 'c');
        mask().ifPresent(mask -> kernels.drop(y, mask));
        return y;
    }

    @Override
    public Pair<Gradient, INDArray[]> doBackward(boolean truncated, LayerWorkspaceMgr workspace) {
        INDArray dx = workspace.dup(ArrayType.ACTIVATION_GRAD, epsilon, 'c');
        mask().ifPresent(mask -> kernels.drop(dx, mask));
        return gradients(dx);
    }

    private Optional<DropMask> mask() {
        OptionalLong chance = context.chance();
        return chance.isEmpty()
                ? Optional.empty()
                : Optional.of(new DropMask(
                        spec.rate(),
                        SplitMix64.at(chance.getAsLong(), STREAM, getVertexIndex())
                                .nextLong()));
    }
}
