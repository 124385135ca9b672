package dev.sdpoint.engine.compute;

import dev.sdpoint.engine.sdpoint.AxisWindows;
import java.nio.FloatBuffer;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Pooling over floats in host memory, a row of output pixels at a time. Stateless; may be called from several threads. */
final class HostPooling implements Pooling {
    static final HostPooling INSTANCE = new HostPooling();

    private HostPooling() {}

    /**
     * Every output row sums its input rows, then its columns. Terms are added up first, so that the result has the bits of
     * pooling their sum: instances give the same answers alone and in a sweep.
     */
    @Override
    public void average(INDArray y, Windows windows, INDArray... terms) {
        AxisWindows rows = windows.rows();
        AxisWindows columns = windows.columns();
        int c = (int) y.size(3);
        FloatBuffer[] in = Arrays.stream(terms).map(HostKernels::buffer).toArray(FloatBuffer[]::new);
        FloatBuffer out = HostKernels.buffer(y);
        int line = columns.in() * c;
        int outLine = columns.out() * c;
        Parallel.rows(y.size(0) * rows.out(), outLine, (part, from, to) -> {
            float[] read = new float[line];
            float[] row = new float[line];
            float[] sum = new float[line];
            float[] pooled = new float[outLine];
            for (long r = from; r < to; r++) {
                int image = (int) (r / rows.out());
                int bin = (int) (r % rows.out());
                Arrays.fill(sum, 0);
                for (int i = rows.start(bin); i < rows.end(bin); i++) {
                    int at = (image * rows.in() + i) * line;
                    in[0].get(at, row, 0, line);
                    for (int term = 1; term < in.length; term++) {
                        in[term].get(at, read, 0, line);
                        Loops.addTo(row, read, line);
                    }
                    Loops.addTo(sum, row, line);
                }
                poolLine(sum, pooled, columns, c, 1f / (rows.end(bin) - rows.start(bin)));
                out.put((int) r * outLine, pooled, 0, outLine);
            }
        });
    }

    private static void poolLine(float[] sum, float[] pooled, AxisWindows columns, int c, float rowWeight) {
        Arrays.fill(pooled, 0);
        for (int j = 0; j < columns.out(); j++) {
            float weight = rowWeight / (columns.end(j) - columns.start(j));
            for (int column = columns.start(j); column < columns.end(j); column++) {
                Loops.addScaled(pooled, j * c, sum, column * c, weight, c);
            }
        }
    }

    @Override
    public void averageBackward(INDArray g, INDArray dx, Windows windows) {
        AxisWindows rows = windows.rows();
        AxisWindows columns = windows.columns();
        int c = (int) dx.size(3);
        FloatBuffer in = HostKernels.buffer(g);
        FloatBuffer out = HostKernels.buffer(dx);
        int line = columns.in() * c;
        int outLine = columns.out() * c;
        Parallel.rows(dx.size(0), rows.in() * line, (part, from, to) -> {
            float[] read = new float[outLine];
            float[] spread = new float[line];
            float[] image = new float[rows.in() * line];
            for (long n = from; n < to; n++) {
                Arrays.fill(image, 0);
                for (int i = 0; i < rows.out(); i++) {
                    in.get((int) (n * rows.out() + i) * outLine, read, 0, outLine);
                    spreadLine(read, spread, columns, c, 1f / (rows.end(i) - rows.start(i)));
                    for (int row = rows.start(i); row < rows.end(i); row++) {
                        Loops.addScaled(image, row * line, spread, 0, 1f, line);
                    }
                }
                out.put((int) n * image.length, image, 0, image.length);
            }
        });
    }

    private static void spreadLine(float[] g, float[] spread, AxisWindows columns, int c, float rowWeight) {
        Arrays.fill(spread, 0);
        for (int j = 0; j < columns.out(); j++) {
            float weight = rowWeight / (columns.end(j) - columns.start(j));
            for (int column = columns.start(j); column < columns.end(j); column++) {
                Loops.addScaled(spread, column * c, g, j * c, weight, c);
            }
        }
    }

    @Override
    public void max(INDArray x, INDArray y, Windows windows) {
        AxisWindows rows = windows.rows();
        AxisWindows columns = windows.columns();
        int c = (int) y.size(3);
        FloatBuffer in = HostKernels.buffer(x);
        FloatBuffer out = HostKernels.buffer(y);
        int line = columns.in() * c;
        int outLine = columns.out() * c;
        Parallel.rows(y.size(0) * rows.out(), outLine, (part, from, to) -> {
            float[] read = new float[line];
            float[] largest = new float[line];
            float[] pooled = new float[outLine];
            for (long r = from; r < to; r++) {
                int image = (int) (r / rows.out());
                int bin = (int) (r % rows.out());
                Arrays.fill(largest, Float.NEGATIVE_INFINITY);
                for (int row = rows.start(bin); row < rows.end(bin); row++) {
                    in.get((image * rows.in() + row) * line, read, 0, line);
                    Loops.maximum(largest, 0, read, 0, line);
                }
                Arrays.fill(pooled, Float.NEGATIVE_INFINITY);
                for (int j = 0; j < columns.out(); j++) {
                    for (int column = columns.start(j); column < columns.end(j); column++) {
                        Loops.maximum(pooled, j * c, largest, column * c, c);
                    }
                }
                out.put((int) r * outLine, pooled, 0, outLine);
            }
        });
    }

    @Override
    public void maxBackward(INDArray x, INDArray g, INDArray dx, Windows windows) {
        AxisWindows rows = windows.rows();
        AxisWindows columns = windows.columns();
        int c = (int) dx.size(3);
        FloatBuffer values = HostKernels.buffer(x);
        FloatBuffer gradient = HostKernels.buffer(g);
        FloatBuffer out = HostKernels.buffer(dx);
        int size = rows.in() * columns.in() * c;
        int outSize = rows.out() * columns.out() * c;
        Parallel.rows(dx.size(0), size, (part, from, to) -> {
            float[] image = new float[size];
            float[] read = new float[outSize];
            float[] spread = new float[size];
            for (long n = from; n < to; n++) {
                values.get((int) n * size, image, 0, size);
                gradient.get((int) n * outSize, read, 0, outSize);
                Arrays.fill(spread, 0);
                for (int i = 0; i < rows.out(); i++) {
                    for (int j = 0; j < columns.out(); j++) {
                        toFirstLargest(image, read, (i * columns.out() + j) * c, spread, windows, i, j, c);
                    }
                }
                out.put((int) n * size, spread, 0, size);
            }
        });
    }

    private static void toFirstLargest(
            float[] image, float[] g, int at, float[] spread, Windows windows, int i, int j, int c) {
        AxisWindows rows = windows.rows();
        AxisWindows columns = windows.columns();
        for (int k = 0; k < c; k++) {
            int best = (rows.start(i) * columns.in() + columns.start(j)) * c + k;
            for (int row = rows.start(i); row < rows.end(i); row++) {
                for (int column = columns.start(j); column < columns.end(j); column++) {
                    int candidate = (row * columns.in() + column) * c + k;
                    best = image[candidate] > image[best] ? candidate : best;
                }
            }
            spread[best] += g[at + k];
        }
    }
}
