package dev.sdpoint.engine.sdpoint;

import java.util.Locale;

/**
 * One configuration of one set of weights (paper §3): nothing downsampled, or the feature maps downsampled at one point by
 * one ratio; for the baselines the paper compares with, the input image resized, or an early exit taken. It is an argument of
 * every forward pass and cost calculation. In tables and files an instance is its {@link #point()} and {@link #ratio()}.
 */
public sealed interface Instance
        permits Instance.FullResolution, Instance.Downsampled, Instance.ResizedInput, Instance.EarlyExit {

    /** The instance in which nothing is downsampled. */
    Instance FULL = new FullResolution();

    /** Downsampling point, 1-based in the order of the network; 0 for full resolution and the image; the number of an exit. */
    int point();

    /** Factor on the side of the feature maps at the point, in (0, 1); 1 for full resolution; 0 for an early exit. */
    double ratio();

    /** Whether feature maps are downsampled at a point of the network. */
    boolean downsamplesAt(int networkPoint); // no default: with one, two threads could wait for FULL for ever

    /** Short name for people: "full resolution" or "after block 2 · ×0.75". */
    String label();

    /**
     * The instance of a point and ratio as they stand in tables and files.
     *
     * @param point 0 for full resolution or a resized image, else the 1-based downsampling point or exit
     * @param ratio 1 for full resolution, 0 for an exit, else in (0, 1)
     * @throws IllegalArgumentException if the two do not name an instance
     */
    static Instance of(int point, double ratio) {
        if (point == 0) {
            return ratio == 1.0 ? FULL : new ResizedInput(ratio);
        }
        return ratio == 0 ? new EarlyExit(point) : new Downsampled(point, ratio);
    }

    /**
     * Side of a feature map after average pooling by a ratio: {@code rint(ratio · side)}, halves to even as in the authors'
     * code (14 · 0.75 = 10.5 gives 10), and at least 1.
     */
    static int pooledSide(int side, double ratio) {
        return Math.max(1, (int) Math.rint(ratio * side));
    }

    /** Nothing is downsampled. */
    record FullResolution() implements Instance {
        @Override
        public int point() {
            return 0;
        }

        @Override
        public double ratio() {
            return 1;
        }

        @Override
        public boolean downsamplesAt(int networkPoint) {
            return false;
        }

        @Override
        public String label() {
            return "full resolution";
        }
    }

    /**
     * Feature maps are average-pooled to {@code rint(ratio · side)} at one point.
     *
     * @param point 1-based downsampling point
     * @param ratio factor on the side, in (0, 1)
     */
    record Downsampled(int point, double ratio) implements Instance {
        public Downsampled {
            if (point < 1) {
                throw new IllegalArgumentException("downsampling point " + point + " is below 1, the first point");
            }
            if (!(ratio > 0 && ratio < 1)) {
                throw new IllegalArgumentException(
                        "ratio " + ratio + " is outside (0, 1). Was a percentage or full resolution meant?");
            }
        }

        @Override
        public boolean downsamplesAt(int networkPoint) {
            return point == networkPoint;
        }

        @Override
        public String label() {
            return "after block " + point + " · ×" + short4(ratio);
        }
    }

    /**
     * The image is resized bilinearly to {@code rint(ratio · side)} and the whole network runs on it: an instance of the
     * multiscale baseline (method §6).
     *
     * @param ratio factor on the side of the image, in (0, 1)
     */
    record ResizedInput(double ratio) implements Instance {
        public ResizedInput {
            if (!(ratio > 0 && ratio < 1)) {
                throw new IllegalArgumentException("ratio " + ratio
                        + " of the image is outside (0, 1). Was a percentage or full resolution (ratio 1) meant?");
            }
        }

        @Override
        public int point() {
            return 0;
        }

        @Override
        public boolean downsamplesAt(int networkPoint) {
            return false;
        }

        @Override
        public String label() {
            return "image · ×" + short4(ratio);
        }
    }

    /**
     * The answer of a branch classifier; the layers behind the branch do not run: an instance of the early-exits baseline
     * (method §6).
     *
     * @param exit number of the branch, 1-based in the order of the network
     */
    record EarlyExit(int exit) implements Instance {
        public EarlyExit {
            if (exit < 1) {
                throw new IllegalArgumentException("exit " + exit + " is below 1, the first exit");
            }
        }

        @Override
        public int point() {
            return exit;
        }

        @Override
        public double ratio() {
            return 0;
        }

        @Override
        public boolean downsamplesAt(int networkPoint) {
            return false;
        }

        @Override
        public String label() {
            return "exit " + exit;
        }
    }

    private static String short4(double ratio) {
        return String.format(Locale.ROOT, "%.4f", ratio).replaceAll("\\.?0+$", "");
    }
}
