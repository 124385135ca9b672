package dev.sdpoint.engine.compute;

/**
 * The inner loops of {@link HostKernels}: each alone in its method and free of branches, because that is what the JIT turns
 * into vector instructions (a ternary in {@link #mask} took 15 ms where this form takes 1).
 */
final class Loops {
    private static final float STEEP = 1e30f;

    private Loops() {}

    static void sumAndSquares(float[] x, float[] sum, float[] squares, int n) {
        for (int i = 0; i < n; i++) {
            sum[i] += x[i];
        }
        for (int i = 0; i < n; i++) {
            squares[i] += x[i] * x[i];
        }
    }

    static void sumAndProducts(float[] x, float[] g, float[] sum, float[] products, int n) {
        for (int i = 0; i < n; i++) {
            sum[i] += g[i];
        }
        for (int i = 0; i < n; i++) {
            products[i] += g[i] * x[i];
        }
    }

    static void scaleShift(float[] x, float[] a, float[] b, int n) {
        for (int i = 0; i < n; i++) {
            x[i] = x[i] * a[i] + b[i];
        }
    }

    static void scaleShiftRelu(float[] x, float[] a, float[] b, int n) {
        for (int i = 0; i < n; i++) {
            x[i] = Math.max(0f, x[i] * a[i] + b[i]);
        }
    }

    /** Sets g to 0 where ReLU of the scaled x is off. */
    static void mask(float[] x, float[] g, float[] a, float[] b, int n) {
        for (int i = 0; i < n; i++) {
            g[i] = g[i] * Math.min(1f, Math.max(0f, (x[i] * a[i] + b[i]) * STEEP));
        }
    }

    static void combine(float[] x, float[] g, float[] ofG, float[] ofX, float[] constant, int n) {
        for (int i = 0; i < n; i++) {
            x[i] = g[i] * ofG[i] + (x[i] * ofX[i] + constant[i]);
        }
    }

    static void subtract(float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            x[i] -= y[i];
        }
    }

    /** {@code g · scale + p · decay}, in g. */
    static void scaleAndDecay(float[] g, float[] p, float scale, float decay, int n) {
        for (int i = 0; i < n; i++) {
            g[i] = g[i] * scale + p[i] * decay;
        }
    }

    /** The velocity {@code v' = v · momentum − g · rate}, the parameter {@code p + v' · (1 + momentum) − v · momentum}. */
    static void nesterov(float[] p, float[] g, float[] v, float momentum, float rate, int n) {
        for (int i = 0; i < n; i++) {
            p[i] -= v[i] * momentum;
        }
        for (int i = 0; i < n; i++) {
            v[i] = v[i] * momentum - g[i] * rate;
        }
        for (int i = 0; i < n; i++) {
            p[i] += v[i] * (1 + momentum);
        }
    }

    static void addTo(float[] sum, float[] x, int n) {
        for (int i = 0; i < n; i++) {
            sum[i] += x[i];
        }
    }

    static void addScaled(float[] sum, int to, float[] x, int from, float weight, int n) {
        for (int i = 0; i < n; i++) {
            sum[to + i] += x[from + i] * weight;
        }
    }

    static void maximum(float[] largest, int to, float[] x, int from, int n) {
        for (int i = 0; i < n; i++) {
            largest[to + i] = Math.max(largest[to + i], x[from + i]);
        }
    }
}
