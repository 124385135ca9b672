package dev.sdpoint.engine.sdpoint;

import java.util.ArrayList;
import java.util.List;

/**
 * All instances of a network with {@code points} downsampling points and a set of ratios: {@code 1 + |ratios| · points}
 * (paper §3.1).
 *
 * @param points number of downsampling points, at least 1
 * @param ratios distinct factors in (0, 1), kept in ascending order
 */
public record InstanceSpace(int points, List<Double> ratios) {
    /** The ratios of the paper. */
    public static final List<Double> PAPER_RATIOS = List.of(0.5, 0.75);

    public InstanceSpace {
        if (points < 1) {
            throw new IllegalArgumentException("a network has at least 1 downsampling point, not " + points);
        }
        if (ratios.isEmpty()) {
            throw new IllegalArgumentException("no ratio given; the paper uses 0.5 and 0.75");
        }
        for (double ratio : ratios) {
            if (!(ratio > 0 && ratio < 1)) {
                throw new IllegalArgumentException("ratio " + ratio + " is outside (0, 1). Was a percentage meant?");
            }
        }
        ratios = ratios.stream().distinct().sorted().toList();
    }

    /** Number of instances, full resolution included. */
    public int size() {
        return 1 + ratios.size() * points;
    }

    /** Full resolution first, then point by point with ascending ratios. The position here is the instance's index. */
    public List<Instance> instances() {
        List<Instance> all = new ArrayList<>(size());
        all.add(Instance.FULL);
        for (int point = 1; point <= points; point++) {
            for (double ratio : ratios) {
                all.add(new Instance.Downsampled(point, ratio));
            }
        }
        return List.copyOf(all);
    }

    /**
     * Position of an instance in {@link #instances()}.
     *
     * @throws IllegalArgumentException if it is not of this space
     */
    public int indexOf(Instance instance) {
        if (instance instanceof Instance.FullResolution) {
            return 0;
        }
        int ratio = ratios.indexOf(instance.ratio());
        if (ratio < 0 || instance.point() > points) {
            throw new IllegalArgumentException(
                    instance.label() + " is not of this network: it has " + points + " points and ratios " + ratios);
        }
        return 1 + (instance.point() - 1) * ratios.size() + ratio;
    }
}
