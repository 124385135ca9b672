package dev.sdpoint.engine.compute;

import dev.sdpoint.engine.sdpoint.Instance;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A vertex with a downsampling point, from which a downsampled instance can go on where the full network has run. */
interface Downsampling {
    /**
     * The output of this vertex under an instance that downsamples here.
     *
     * @param input the first input of this vertex in the full network
     * @param output the output of this vertex in the full network
     */
    INDArray downsample(INDArray input, INDArray output, double ratio, LayerWorkspaceMgr workspace);

    /** Average pooling to {@code rint(ratio · side)}. */
    static INDArray averagePooled(INDArray x, double ratio, LayerWorkspaceMgr workspace, Kernels kernels) {
        INDArray y = pooledActivation(x, ratio, workspace);
        kernels.pool(x, y);
        return y;
    }

    /** Room for a map pooled to {@code rint(ratio · side)}. */
    static INDArray pooledActivation(INDArray x, double ratio, LayerWorkspaceMgr workspace) {
        int height = Instance.pooledSide((int) x.size(1), ratio);
        int width = Instance.pooledSide((int) x.size(2), ratio);
        return BareVertex.activation(x, height, width, x.size(3), workspace);
    }
}
