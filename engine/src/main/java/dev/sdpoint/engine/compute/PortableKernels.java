package dev.sdpoint.engine.compute;

import dev.sdpoint.engine.sdpoint.AdaptiveBins;
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
    public void addThenPool(INDArray a, INDArray b, INDArray y) {
        pool(a.add(b), y);
    }

    @Override
    public void pool(INDArray x, INDArray y) {
        INDArray columns = binMatrix((int) x.size(2), (int) y.size(2), x.dataType());
        INDArray rows = binMatrix((int) x.size(1), (int) y.size(1), x.dataType());
        y.assign(multiplyBoth(x, rows, columns));
    }

    @Override
    public void poolBackward(INDArray g, INDArray dx) {
        INDArray columns = binMatrix((int) dx.size(2), (int) g.size(2), g.dataType());
        INDArray rows = binMatrix((int) dx.size(1), (int) g.size(1), g.dataType());
        dx.assign(multiplyBoth(g, rows.transpose(), columns.transpose()));
    }

    /** {@code rows · plane · columnsᵀ} for every image and channel. */
    private static INDArray multiplyBoth(INDArray x, INDArray rows, INDArray columns) {
        long n = x.size(0);
        long c = x.size(3);
        long h = x.size(1);
        long w = x.size(2);
        long outH = rows.size(0);
        long outW = columns.size(0);
        INDArray wide = x.permute(0, 3, 1, 2).dup('c').reshape('c', new long[] {n * c * h, w});
        INDArray narrow = wide.mmul(columns.transpose()).dup('c').reshape('c', new long[] {n * c, h, outW});
        INDArray turned = narrow.permute(0, 2, 1).dup('c').reshape('c', new long[] {n * c * outW, h});
        INDArray low = turned.mmul(rows.transpose()).dup('c').reshape('c', new long[] {n, c, outW, outH});
        return low.permute(0, 3, 2, 1);
    }

    /** {@code [out, in]}: the weights of the adaptive bins. */
    static INDArray binMatrix(int in, int out, DataType type) {
        INDArray matrix = Nd4j.zeros(type, out, in);
        AdaptiveBins bins = AdaptiveBins.of(in, out);
        for (int bin = 0; bin < out; bin++) {
            double weight = 1.0 / (bins.end(bin) - bins.start(bin));
            for (int i = bins.start(bin); i < bins.end(bin); i++) {
                matrix.putScalar(bin, i, weight);
            }
        }
        return matrix;
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
