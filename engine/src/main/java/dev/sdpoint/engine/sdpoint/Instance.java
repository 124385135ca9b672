package dev.sdpoint.engine.sdpoint;

import java.util.Locale;

/**
 * One configuration of one set of weights (paper §3): nothing downsampled, or the feature maps downsampled at one point by
 * one ratio. Instances differ in cost, never in parameters. It is an argument of every forward pass and cost calculation.
 */
public sealed interface Instance permits Instance.FullResolution, Instance.Downsampled {

    /** The instance in which nothing is downsampled. */
    Instance FULL = new FullResolution();

    /** Downsampling point, 1-based in the order of the network; 0 for full resolution. */
    int point();

    /** Factor on the side of the feature maps at the point, in (0, 1); 1 for full resolution. */
    double ratio();

    /** Short name for people: "full resolution" or "after block 2 · ×0.75". */
    String label();

    /**
     * The instance of a point and ratio as they stand in tables and files.
     *
     * @param point 0 for full resolution, else the 1-based downsampling point
     * @param ratio 1 for full resolution, else in (0, 1)
     * @throws IllegalArgumentException if the two do not name an instance
     */
    static Instance of(int point, double ratio) {
        if (point == 0) {
            if (ratio != 1.0) {
                throw new IllegalArgumentException("point 0 is full resolution and has ratio 1, not " + ratio);
            }
            return FULL;
        }
        return new Downsampled(point, ratio);
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
        public String label() {
            String number = String.format(Locale.ROOT, "%.4f", ratio).replaceAll("0+$", "");
            return "after block " + point + " · ×" + number;
        }
    }
}
