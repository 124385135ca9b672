package dev.sdpoint.engine.compute;

import dev.sdpoint.engine.compute.onednn.Extent;
import dev.sdpoint.engine.compute.onednn.OneDnn;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Fused kernels over floats in host memory. Each works on blocks that fit the first-level cache, copied into {@code float[]}
 * so that the JIT vectorises the loops of {@link Loops}. Stateless; may be called from several threads.
 */
final class HostKernels implements Kernels {
    static final HostKernels INSTANCE = new HostKernels();
    private static final int BLOCK = 4096;

    private HostKernels() {}

    @Override
    public void moments(INDArray x, double[] mean, double[] variance) {
        int c = mean.length;
        long rows = x.length() / c;
        double[][] sums = sumOverRows(
                rows,
                c,
                (part, from, to, s0, s1) -> {
                    float[] xs = new float[block(c)];
                    forBlocks(from, to, c, (at, n) -> {
                        part.get(0).get(at, xs, 0, n);
                        Loops.sumAndSquares(xs, s0, s1, n);
                    });
                },
                x);
        for (int k = 0; k < c; k++) {
            mean[k] = sums[0][k] / rows;
            variance[k] = Math.max(0, sums[1][k] / rows - mean[k] * mean[k]);
        }
    }

    @Override
    public void scaleShift(INDArray x, INDArray y, double[] scale, double[] shift, boolean relu) {
        int c = scale.length;
        FloatBuffer in = buffer(x);
        FloatBuffer out = buffer(y);
        float[] a = tile(scale);
        float[] b = tile(shift);
        Parallel.rows(x.length() / c, c, (part, from, to) -> {
            float[] xs = new float[block(c)];
            forBlocks(from, to, c, (at, n) -> {
                in.get(at, xs, 0, n);
                if (relu) {
                    Loops.scaleShiftRelu(xs, a, b, n);
                } else {
                    Loops.scaleShift(xs, a, b, n);
                }
                out.put(at, xs, 0, n);
            });
        });
    }

    @Override
    public void backwardSums(
            INDArray x, INDArray g, double[] scale, double[] shift, boolean relu, double[] sumG, double[] sumGx) {
        int c = scale.length;
        float[] a = tile(scale);
        float[] b = tile(shift);
        double[][] sums = sumOverRows(
                x.length() / c,
                c,
                (part, from, to, s0, s1) -> {
                    float[] xs = new float[block(c)];
                    float[] gs = new float[block(c)];
                    forBlocks(from, to, c, (at, n) -> {
                        part.get(0).get(at, xs, 0, n);
                        part.get(1).get(at, gs, 0, n);
                        if (relu) {
                            Loops.mask(xs, gs, a, b, n);
                        }
                        Loops.sumAndProducts(xs, gs, s0, s1, n);
                    });
                },
                x,
                g);
        System.arraycopy(sums[0], 0, sumG, 0, c);
        System.arraycopy(sums[1], 0, sumGx, 0, c);
    }

    @Override
    public void backwardApply(INDArray x, INDArray g, INDArray dx, Affine forward, boolean relu, Affine3 back) {
        int c = forward.scale().length;
        FloatBuffer in = buffer(x);
        FloatBuffer gradient = buffer(g);
        FloatBuffer out = buffer(dx);
        float[] a = tile(forward.scale());
        float[] b = tile(forward.shift());
        float[] ofG = tile(back.ofG());
        float[] ofX = tile(back.ofX());
        float[] constant = tile(back.constant());
        Parallel.rows(x.length() / c, c, (part, from, to) -> {
            float[] xs = new float[block(c)];
            float[] gs = new float[block(c)];
            forBlocks(from, to, c, (at, n) -> {
                in.get(at, xs, 0, n);
                gradient.get(at, gs, 0, n);
                if (relu) {
                    Loops.mask(xs, gs, a, b, n);
                }
                Loops.combine(xs, gs, ofG, ofX, constant, n);
                out.put(at, xs, 0, n);
            });
        });
    }

    @Override
    public void add(INDArray a, INDArray b, INDArray y) {
        a.addi(b, y);
    }

    @Override
    public void concatenate(INDArray[] parts, INDArray y) {
        FloatBuffer[] in = Arrays.stream(parts).map(HostKernels::buffer).toArray(FloatBuffer[]::new);
        FloatBuffer out = buffer(y);
        int width = (int) y.size(3);
        Parallel.rows(y.length() / width, width, (part, from, to) -> {
            float[] whole = new float[block(width)];
            float[] one = new float[block(width)];
            forBlocks(from, to, width, (at, n) -> {
                int offset = 0;
                for (int p = 0; p < in.length; p++) {
                    int channels = (int) parts[p].size(3);
                    in[p].get(at / width * channels, one, 0, n / width * channels);
                    for (int i = 0; i < n / width; i++) {
                        System.arraycopy(one, i * channels, whole, i * width + offset, channels);
                    }
                    offset += channels;
                }
                out.put(at, whole, 0, n);
            });
        });
    }

    @Override
    public void split(INDArray g, INDArray[] parts) {
        FloatBuffer in = buffer(g);
        FloatBuffer[] out = Arrays.stream(parts).map(HostKernels::buffer).toArray(FloatBuffer[]::new);
        int width = (int) g.size(3);
        Parallel.rows(g.length() / width, width, (part, from, to) -> {
            float[] whole = new float[block(width)];
            float[] one = new float[block(width)];
            forBlocks(from, to, width, (at, n) -> {
                in.get(at, whole, 0, n);
                int offset = 0;
                for (int p = 0; p < out.length; p++) {
                    int channels = (int) parts[p].size(3);
                    for (int i = 0; i < n / width; i++) {
                        System.arraycopy(whole, i * width + offset, one, i * channels, channels);
                    }
                    out[p].put(at / width * channels, one, 0, n / width * channels);
                    offset += channels;
                }
            });
        });
    }

    @Override
    public void drop(INDArray x, DropMask mask) {
        FloatBuffer buffer = buffer(x);
        long tiles = (x.length() + DropMask.TILE - 1) / DropMask.TILE;
        Parallel.rows(tiles, DropMask.TILE, (part, from, to) -> {
            float[] values = new float[DropMask.TILE];
            for (long tile = from; tile < to; tile++) {
                int at = (int) (tile * DropMask.TILE);
                int n = (int) Math.min(DropMask.TILE, x.length() - at);
                buffer.get(at, values, 0, n);
                mask.apply(values, n, tile);
                buffer.put(at, values, 0, n);
            }
        });
    }

    @Override
    public Pooling pooling() {
        return HostPooling.INSTANCE;
    }

    /** Adds up two sums per channel; each part sums floats over tiles of a block, then doubles over parts. */
    private static double[][] sumOverRows(long rows, int c, Summation summation, INDArray... arrays) {
        var buffers = Arrays.stream(arrays).map(HostKernels::buffer).toList();
        double[][][] parts = new double[Parallel.THREADS][][];
        Parallel.rows(rows, c, (part, from, to) -> {
            float[] s0 = new float[block(c)];
            float[] s1 = new float[block(c)];
            summation.sum(buffers, from, to, s0, s1);
            parts[part] = new double[][] {fold(s0, c), fold(s1, c)};
        });
        double[][] total = new double[2][c];
        for (double[][] part : parts) {
            for (int s = 0; part != null && s < 2; s++) {
                for (int k = 0; k < c; k++) {
                    total[s][k] += part[s][k];
                }
            }
        }
        return total;
    }

    private static double[] fold(float[] tiles, int c) {
        double[] sum = new double[c];
        for (int i = 0; i < tiles.length; i++) {
            sum[i % c] += tiles[i];
        }
        return sum;
    }

    private static void forBlocks(long fromRow, long toRow, int c, BlockBody body) {
        int size = block(c);
        long end = toRow * c;
        for (long at = fromRow * c; at < end; at += size) {
            body.run((int) at, (int) Math.min(size, end - at));
        }
    }

    /** Length of a block: a multiple of the channels. */
    private static int block(int c) {
        return Math.max(1, BLOCK / c) * c;
    }

    private static float[] tile(double[] values) {
        float[] tiles = new float[block(values.length)];
        for (int i = 0; i < tiles.length; i++) {
            tiles[i] = (float) values[i % values.length];
        }
        return tiles;
    }

    /** Whether arrays of a type are floats in host memory, which is what everything fast works on. */
    static boolean suit(DataType type, boolean portable) {
        return !portable && type == DataType.FLOAT;
    }

    /** oneDNN for such arrays, where it is there; the library is loaded for nothing else. */
    static Optional<OneDnn> oneDnn(DataType type, boolean portable) {
        return suit(type, portable) ? OneDnn.available() : Optional.empty();
    }

    /** The memory of a contiguous array, from its first element. */
    static FloatBuffer buffer(INDArray array) {
        return contiguous(array).data().asNioFloat().slice();
    }

    /** Where the first element of a contiguous array is. */
    static long address(INDArray array) {
        return contiguous(array).data().addressPointer().address();
    }

    private static INDArray contiguous(INDArray array) {
        if (!Contiguous.is(array)) {
            throw new IllegalArgumentException("not contiguous: " + array.shapeInfoToString());
        }
        return array;
    }

    /** Size of a map {@code [image][row][column][channel]}. */
    static Extent extent(INDArray maps) {
        return new Extent(maps.size(0), maps.size(1), maps.size(2));
    }

    private interface Summation {
        void sum(java.util.List<FloatBuffer> buffers, long from, long to, float[] s0, float[] s1);
    }

    private interface BlockBody {
        void run(int at, int count);
    }
}
