package dev.sdpoint.engine.compute;

import dev.sdpoint.engine.network.LayerSpec;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.sdpoint.SplitMix64;
import java.util.OptionalLong;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Sum of two streams {@code [image][row][column][channel]}; where the instance of the pass downsamples at this point, the sum
 * is average-pooled to {@code rint(ratio · side)} (paper §3.1). With stochastic depth the first stream counts by 0 or 1 in an
 * iteration of training and by its survival probability otherwise.
 */
final class AddPoolVertex extends BareVertex implements Downsampling {
    private static final long STREAM = 0x64657074L;

    private final LayerSpec.ResidualAdd spec;
    private final PassContext context;
    private final Kernels kernels;
    private boolean pooled;
    private double share = 1;

    AddPoolVertex(PlanVertex.Position position, LayerSpec.ResidualAdd spec, PassContext context, Kernels kernels) {
        super(position);
        this.spec = spec;
        this.context = context;
        this.kernels = kernels;
    }

    @Override
    public INDArray doForward(boolean training, LayerWorkspaceMgr workspace) {
        share = share();
        INDArray a = share == 1 ? inputs[0] : inputs[0].mul(share);
        INDArray b = inputs[1];
        Instance instance = context.instance();
        pooled = instance.downsamplesAt(spec.point());
        if (!pooled) {
            INDArray sum = activation(a, a.size(1), a.size(2), a.size(3), workspace);
            kernels.add(a, b, sum);
            return sum;
        }
        INDArray y = Downsampling.pooledActivation(a, instance.ratio(), workspace);
        kernels.addThenPool(a, b, y);
        return y;
    }

    /** How much the residual branch counts in this pass. */
    private double share() {
        OptionalLong chance = context.chance();
        if (spec.survival() == 1 || chance.isEmpty()) {
            return spec.survival();
        }
        double drawn =
                SplitMix64.at(chance.getAsLong(), STREAM, getVertexIndex()).nextDouble();
        return drawn < spec.survival() ? 1 : 0;
    }

    @Override
    public INDArray downsample(INDArray input, INDArray output, double ratio, LayerWorkspaceMgr workspace) {
        return Downsampling.averagePooled(output, ratio, workspace, kernels);
    }

    @Override
    public Pair<Gradient, INDArray[]> doBackward(boolean truncated, LayerWorkspaceMgr workspace) {
        INDArray ofShortcut;
        if (pooled) {
            ofShortcut = gradientLike(inputs[0], workspace);
            kernels.poolBackward(Contiguous.of(epsilon), ofShortcut);
        } else {
            ofShortcut = workspace.dup(ArrayType.ACTIVATION_GRAD, epsilon, 'c');
        }
        // each stream adds later gradients to its own in place, so they must not share memory
        INDArray ofBranch = workspace.dup(ArrayType.ACTIVATION_GRAD, ofShortcut, 'c');
        return gradients(share == 1 ? ofBranch : ofBranch.muli(share), ofShortcut);
    }
}
