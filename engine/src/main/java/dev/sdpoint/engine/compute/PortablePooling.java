package dev.sdpoint.engine.compute;

import dev.sdpoint.engine.sdpoint.AdaptiveBins;
import dev.sdpoint.engine.sdpoint.AxisWindows;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Pooling in plain ND4J operations: averages as two products with constant matrices, maxima over gathered rows and columns.
 * Stateless.
 */
final class PortablePooling implements Pooling {
    static final PortablePooling INSTANCE = new PortablePooling();

    private PortablePooling() {}

    @Override
    public void average(INDArray y, Windows windows, INDArray... terms) {
        INDArray x = terms[0];
        for (int i = 1; i < terms.length; i++) {
            x = x.add(terms[i]);
        }
        y.assign(multiplyBoth(x, weights(windows.rows(), x.dataType()), weights(windows.columns(), x.dataType())));
    }

    @Override
    public void averageBackward(INDArray g, INDArray dx, Windows windows) {
        INDArray rows = weights(windows.rows(), g.dataType()).transpose();
        INDArray columns = weights(windows.columns(), g.dataType()).transpose();
        dx.assign(multiplyBoth(g, rows, columns));
    }

    @Override
    public void max(INDArray x, INDArray y, Windows windows) {
        @Nullable INDArray largest = null;
        for (int[][] offset : offsets(windows)) {
            INDArray values = gathered(x, offset);
            largest = largest == null ? values : Transforms.max(largest, values, false);
        }
        y.assign(Objects.requireNonNull(largest, "windows are never empty"));
    }

    @Override
    public void maxBackward(INDArray x, INDArray g, INDArray dx, Windows windows) {
        INDArray y = Nd4j.createUninitialized(x.dataType(), g.shape(), 'c');
        max(x, y, windows);
        INDArray open = Nd4j.ones(x.dataType(), g.shape()); // 1 where no largest value was found yet
        dx.assign(0);
        for (int[][] offset : offsets(windows)) {
            INDArray found = gathered(x, offset).eq(y).castTo(x.dataType()).muli(open);
            open.subi(found);
            scatter(found.muli(g), dx, offset);
        }
    }

    /**
     * For every position within the largest window the row and column of the input that each window has there, row by row;
     * where a window is smaller, its last row or column again.
     */
    private static List<int[][]> offsets(Windows windows) {
        List<int[][]> offsets = new ArrayList<>();
        for (int[] rows : offsets(windows.rows())) {
            for (int[] columns : offsets(windows.columns())) {
                offsets.add(new int[][] {rows, columns});
            }
        }
        return offsets;
    }

    private static List<int[]> offsets(AxisWindows windows) {
        int longest = IntStream.range(0, windows.out())
                .map(w -> windows.end(w) - windows.start(w))
                .max()
                .orElse(0);
        return IntStream.range(0, longest)
                .mapToObj(offset -> IntStream.range(0, windows.out())
                        .map(w -> Math.min(windows.start(w) + offset, windows.end(w) - 1))
                        .toArray())
                .toList();
    }

    private static INDArray gathered(INDArray x, int[][] offset) {
        return multiplyBoth(
                x, selection(offset[0], x.size(1), x.dataType()), selection(offset[1], x.size(2), x.dataType()));
    }

    /** Adds values to the places from which {@link #gathered} took them. */
    private static void scatter(INDArray values, INDArray dx, int[][] offset) {
        INDArray rows = selection(offset[0], dx.size(1), dx.dataType()).transpose();
        INDArray columns = selection(offset[1], dx.size(2), dx.dataType()).transpose();
        dx.addi(multiplyBoth(values, rows, columns));
    }

    /** {@code [chosen, in]}: 1 where a row is the chosen one. */
    private static INDArray selection(int[] chosen, long in, DataType type) {
        INDArray matrix = Nd4j.zeros(type, chosen.length, in);
        for (int i = 0; i < chosen.length; i++) {
            matrix.putScalar(i, chosen[i], 1);
        }
        return matrix;
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
        return weights(AdaptiveBins.of(in, out), type);
    }

    private static INDArray weights(AxisWindows windows, DataType type) {
        INDArray matrix = Nd4j.zeros(type, windows.out(), windows.in());
        for (int window = 0; window < windows.out(); window++) {
            double weight = 1.0 / (windows.end(window) - windows.start(window));
            for (int i = windows.start(window); i < windows.end(window); i++) {
                matrix.putScalar(window, i, weight);
            }
        }
        return matrix;
    }
}
