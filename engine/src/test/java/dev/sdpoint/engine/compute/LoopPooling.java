package dev.sdpoint.engine.compute;

import dev.sdpoint.engine.compute.LoopNetwork.Maps;
import java.util.function.DoubleBinaryOperator;

/** Pooling for {@link LoopNetwork}, from the definitions. */
final class LoopPooling {
    private LoopPooling() {}

    /** First row of a window and the row behind its last, inside the map. */
    private interface Window {
        int[] rows(int window);
    }

    /** Adaptive average pooling. */
    static Maps average(Maps x, int side) {
        return divide(pool(x, side, adaptive(x.side(), side), 0, Double::sum), adaptive(x.side(), side));
    }

    /** Average pooling by a kernel, without padding. */
    static Maps average(Maps x, int kernel, int stride) {
        int side = (x.side() - kernel) / stride + 1;
        Window window = strided(x.side(), kernel, stride, 0);
        return divide(pool(x, side, window, 0, Double::sum), window);
    }

    /** Adaptive max-pooling. */
    static Maps largest(Maps x, int side) {
        return pool(x, side, adaptive(x.side(), side), Double.NEGATIVE_INFINITY, Math::max);
    }

    /** Max-pooling by a kernel. A kernel wider than the map covers all of it. */
    static Maps largest(Maps x, int kernel, int stride, int padding) {
        int side = Math.max(1, (x.side() + 2 * padding - kernel) / stride + 1);
        return pool(x, side, strided(x.side(), kernel, stride, padding), Double.NEGATIVE_INFINITY, Math::max);
    }

    /** Bins by the definition, with floating-point floor and ceiling. */
    private static Window adaptive(int in, int out) {
        double step = (double) in / out;
        return window -> new int[] {(int) Math.floor(window * step), (int) Math.ceil((window + 1) * step - 1e-9)};
    }

    private static Window strided(int in, int kernel, int stride, int padding) {
        return window -> {
            int first = window * stride - padding;
            return new int[] {Math.max(0, first), Math.min(in, first + kernel)};
        };
    }

    private static Maps pool(Maps x, int side, Window window, double start, DoubleBinaryOperator fold) {
        Maps y = Maps.of(x.images(), side, x.channels());
        for (int n = 0; n < x.images(); n++) {
            for (int i = 0; i < side; i++) {
                for (int j = 0; j < side; j++) {
                    for (int k = 0; k < x.channels(); k++) {
                        double value = start;
                        for (int row = window.rows(i)[0]; row < window.rows(i)[1]; row++) {
                            for (int column = window.rows(j)[0]; column < window.rows(j)[1]; column++) {
                                value = fold.applyAsDouble(value, x.values()[x.at(n, row, column, k)]);
                            }
                        }
                        y.values()[y.at(n, i, j, k)] = value;
                    }
                }
            }
        }
        return y;
    }

    private static Maps divide(Maps sums, Window window) {
        for (int i = 0; i < sums.values().length; i++) {
            int pixel = i / sums.channels() % (sums.side() * sums.side());
            int[] rows = window.rows(pixel / sums.side());
            int[] columns = window.rows(pixel % sums.side());
            sums.values()[i] /= (double) (rows[1] - rows[0]) * (columns[1] - columns[0]);
        }
        return sums;
    }
}
