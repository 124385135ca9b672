package dev.sdpoint.engine.sdpoint;

import java.util.List;

/**
 * Which instances a network has, and how training draws among them (paper §3).
 *
 * @param points which downsampling points are used
 * @param ratios distinct factors in (0, 1), kept in ascending order
 * @param drawing as in the paper or as in the authors' code
 */
public record Sampling(PointChoice points, List<Double> ratios, Drawing drawing) {
    /** Every point, ratios 0.5 and 0.75, drawn as the paper says. */
    public static final Sampling PAPER = new Sampling(PointChoice.EVERY, InstanceSpace.PAPER_RATIOS, Drawing.PAPER);

    /**
     * @throws IllegalArgumentException if there are no ratios or one is outside (0, 1)
     */
    public Sampling {
        ratios = InstanceSpace.of(1, ratios).ratios();
    }

    /** Every point at these ratios, drawn as the paper says. */
    public static Sampling of(List<Double> ratios) {
        return new Sampling(PointChoice.EVERY, ratios, Drawing.PAPER);
    }

    /** The instances of a network with this many points. */
    public InstanceSpace space(int networkPoints) {
        return InstanceSpace.of(networkPoints, ratios, points);
    }
}
