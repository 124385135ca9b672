package dev.sdpoint.engine.data;

/**
 * Bilinear resizing of square images with pixel centres at halves, as PyTorch's {@code interpolate(align_corners=False)}: output
 * pixel {@code i} samples the input at {@code (i + ½) · in / out − ½}, held at the borders. No anti-aliasing. Immutable and
 * thread-safe.
 */
public final class BilinearResize {
    private final int in;
    private final int out;
    private final int[] lower;
    private final float[] upperShare;

    private BilinearResize(int in, int out) {
        this.in = in;
        this.out = out;
        this.lower = new int[out];
        this.upperShare = new float[out];
        for (int i = 0; i < out; i++) {
            double at = Math.max(0, (i + 0.5) * in / out - 0.5);
            lower[i] = Math.min((int) at, in - 1);
            upperShare[i] = lower[i] == in - 1 ? 0 : (float) (at - lower[i]);
        }
    }

    /**
     * From a side to another, each at least 1.
     *
     * @throws IllegalArgumentException if a side is below 1
     */
    public static BilinearResize of(int in, int out) {
        if (in < 1 || out < 1) {
            throw new IllegalArgumentException("sides " + in + " and " + out + " must be at least 1");
        }
        return new BilinearResize(in, out);
    }

    /**
     * Resizes images.
     *
     * @param images {@code [image][row][column][channel]}, {@code count · in · in · channels} values
     * @param count number of images, at least 1
     * @return {@code [image][row][column][channel]} of the new side
     * @throws IllegalArgumentException if the values are not so many images
     */
    public float[] apply(float[] images, int count) {
        long pixels = (long) count * in * in;
        if (count < 1 || images.length % pixels != 0) {
            throw new IllegalArgumentException(images.length + " values are not " + count + " images of side " + in);
        }
        int channels = (int) (images.length / pixels);
        float[] resized = new float[count * out * out * channels];
        int to = 0;
        for (int image = 0; image < count; image++) {
            for (int row = 0; row < out; row++) {
                int top = (image * in + lower[row]) * in * channels;
                int bottom = upperShare[row] == 0 ? top : top + in * channels;
                for (int column = 0; column < out; column++) {
                    int left = lower[column] * channels;
                    int right = upperShare[column] == 0 ? left : left + channels;
                    for (int c = 0; c < channels; c++) {
                        float above = mix(images[top + left + c], images[top + right + c], upperShare[column]);
                        float below = mix(images[bottom + left + c], images[bottom + right + c], upperShare[column]);
                        resized[to++] = mix(above, below, upperShare[row]);
                    }
                }
            }
        }
        return resized;
    }

    /**
     * The shares of one axis, which is all of it: rows of an image from the left by this matrix, columns from the right by its
     * transpose.
     *
     * @return {@code [out][in]}, each row sums to 1
     */
    public float[] shares() {
        float[] shares = new float[out * in];
        for (int i = 0; i < out; i++) {
            shares[i * in + lower[i]] = 1 - upperShare[i];
            if (upperShare[i] > 0) {
                shares[i * in + lower[i] + 1] = upperShare[i];
            }
        }
        return shares;
    }

    private static float mix(float a, float b, float share) {
        return a + (b - a) * share;
    }
}
