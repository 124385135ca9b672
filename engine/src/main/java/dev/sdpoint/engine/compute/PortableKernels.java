package dev.sdpoint.engine.compute;

import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;

import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Plain ND4J operations: they run wherever ND4J runs, on the GPU too, in float and double. Stateless. */
final class PortableKernels implements Kernels {
    static final PortableKernels INSTANCE = new PortableKernels();

    private PortableKernels() {}

    @Override
    public void moments(INDArray x, double[] mean, double[] variance) {
        INDArray rows = rows(x);
        INDArray m = rows.mean(0);
        INDArray centred = rows.subRowVector(m);
        INDArray v = centred.muli(centred).mean(0);
        copy(m, mean);
        copy(v, variance);
    }

    @Override
    public void scaleShift(INDArray x, INDArray y, double[] scale, double[] shift, boolean relu) {
        y.assign(affine(x, scale, shift, relu).reshape(x.shape()));
    }

    @Override
    public void backwardSums(
            INDArray x, INDArray g, double[] scale, double[] shift, boolean relu, double[] sumG, double[] sumGx) {
        INDArray masked = masked(x, g, scale, shift, relu);
        copy(masked.sum(0), sumG);
        copy(masked.mul(rows(x)).sum(0), sumGx);
    }

    @Override
    public void backwardApply(INDArray x, INDArray g, INDArray dx, Affine forward, boolean relu, Affine3 back) {
        DataType type = x.dataType();
        INDArray result = masked(x, g, forward.scale(), forward.shift(), relu).mulRowVector(vector(back.ofG(), type));
        result.addi(rows(x).mulRowVector(vector(back.ofX(), type)));
        dx.assign(result.addiRowVector(vector(back.constant(), type)).reshape(x.shape()));
    }

    @Override
    public void add(INDArray a, INDArray b, INDArray y) {
        a.addi(b, y);
    }

    @Override
    public void concatenate(INDArray[] parts, INDArray y) {
        y.assign(Nd4j.concat(3, parts));
    }

    @Override
    public void split(INDArray g, INDArray[] parts) {
        long offset = 0;
        for (INDArray part : parts) {
            long end = offset + part.size(3);
            part.assign(g.get(all(), all(), all(), interval(offset, end)));
            offset = end;
        }
    }

    @Override
    public void drop(INDArray x, DropMask mask) {
        float[] factors = new float[Math.toIntExact(x.length())];
        Arrays.fill(factors, 1);
        float[] tile = new float[DropMask.TILE];
        for (int at = 0; at < factors.length; at += DropMask.TILE) {
            int n = Math.min(DropMask.TILE, factors.length - at);
            System.arraycopy(factors, at, tile, 0, n);
            mask.apply(tile, n, at / DropMask.TILE);
            System.arraycopy(tile, 0, factors, at, n);
        }
        x.muli(Nd4j.createFromArray(factors).reshape('c', x.shape()).castTo(x.dataType()));
    }

    @Override
    public Pooling pooling() {
        return PortablePooling.INSTANCE;
    }

    private static INDArray affine(INDArray x, double[] scale, double[] shift, boolean relu) {
        INDArray y = rows(x).mulRowVector(vector(scale, x.dataType()));
        y.addiRowVector(vector(shift, x.dataType()));
        return relu ? y.muli(y.gt(0).castTo(x.dataType())) : y;
    }

    private static INDArray masked(INDArray x, INDArray g, double[] scale, double[] shift, boolean relu) {
        INDArray gradient = rows(g);
        if (!relu) {
            return gradient.dup();
        }
        INDArray on = affine(x, scale, shift, false).gt(0).castTo(x.dataType());
        return on.muli(gradient);
    }

    private static INDArray rows(INDArray x) {
        long channels = x.size(3);
        return x.reshape('c', new long[] {x.length() / channels, channels});
    }

    private static INDArray vector(double[] values, DataType type) {
        return Nd4j.createFromArray(values).castTo(type);
    }

    private static void copy(INDArray from, double[] to) {
        double[] values = from.toDoubleVector();
        System.arraycopy(values, 0, to, 0, to.length);
    }
}
