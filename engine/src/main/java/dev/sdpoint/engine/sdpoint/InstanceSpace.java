package dev.sdpoint.engine.sdpoint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * All instances of one set of weights, full resolution first: for SDPoint one per downsampling point and ratio, {@code 1 +
 * |ratios| · N} of them (paper §3.1); for the baselines one per exit or per side of the image.
 *
 * @param points number of downsampling points of the network, at least 1
 * @param instances distinct, full resolution first; the position here is the instance's index
 */
public record InstanceSpace(int points, List<Instance> instances) {
    /** The ratios of the paper. */
    public static final List<Double> PAPER_RATIOS = List.of(0.5, 0.75);

    public InstanceSpace {
        if (points < 1) {
            throw new IllegalArgumentException("a network has at least 1 downsampling point, not " + points);
        }
        instances = List.copyOf(instances);
        if (instances.isEmpty() || !instances.get(0).equals(Instance.FULL)) {
            throw new IllegalArgumentException("the first instance is not full resolution");
        }
        if (new HashSet<>(instances).size() != instances.size()) {
            throw new IllegalArgumentException("an instance is listed twice");
        }
        for (Instance instance : instances) {
            if (instance instanceof Instance.Downsampled && instance.point() > points) {
                throw new IllegalArgumentException(
                        instance.label() + " does not exist: the network has points 1 … " + points);
            }
        }
    }

    /** Every point at every ratio, point by point with ascending ratios. */
    public static InstanceSpace of(int points, List<Double> ratios) {
        return of(points, ratios, PointChoice.EVERY);
    }

    /**
     * Chosen points at every ratio, point by point with ascending ratios.
     *
     * @param points number of points of the network
     * @param ratios distinct factors in (0, 1), in any order
     * @param choice which of the points
     */
    public static InstanceSpace of(int points, List<Double> ratios, PointChoice choice) {
        if (ratios.isEmpty()) {
            throw new IllegalArgumentException("no ratio given; the paper uses 0.5 and 0.75");
        }
        for (double ratio : ratios) {
            if (!(ratio > 0 && ratio < 1)) {
                throw new IllegalArgumentException("ratio " + ratio + " is outside (0, 1). Was a percentage meant?");
            }
        }
        List<Double> ascending = ratios.stream().distinct().sorted().toList();
        List<Instance> all = new ArrayList<>(List.of(Instance.FULL));
        for (int point = 1; point <= points; point++) {
            for (double ratio : choice.includes(point) ? ascending : List.<Double>of()) {
                all.add(new Instance.Downsampled(point, ratio));
            }
        }
        return new InstanceSpace(points, all);
    }

    /** Full resolution and {@code exits} early exits. */
    public static InstanceSpace exits(int points, int exits) {
        List<Instance> all = new ArrayList<>(List.of(Instance.FULL));
        IntStream.rangeClosed(1, exits).forEach(exit -> all.add(new Instance.EarlyExit(exit)));
        return new InstanceSpace(points, all);
    }

    /** Full resolution and the image at every side from half to one pixel less than full, in steps of one pixel. */
    public static InstanceSpace imageSides(int points, int side) {
        List<Instance> all = new ArrayList<>(List.of(Instance.FULL));
        IntStream.range((side + 1) / 2, side)
                .forEach(smaller -> all.add(new Instance.ResizedInput((double) smaller / side)));
        return new InstanceSpace(points, all);
    }

    /** Number of instances, full resolution included. */
    public int size() {
        return instances.size();
    }

    /** The distinct ratios at which feature maps are downsampled, ascending; empty for the baselines. */
    public List<Double> ratios() {
        return instances.stream()
                .filter(Instance.Downsampled.class::isInstance)
                .map(Instance::ratio)
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * Position of an instance in {@link #instances()}.
     *
     * @throws IllegalArgumentException if it is not of this space
     */
    public int indexOf(Instance instance) {
        int index = instances.indexOf(instance);
        if (index < 0) {
            throw new IllegalArgumentException(instance.label() + " is not of this network: it has " + points
                    + " points, ratios " + ratios() + " and " + size() + " instances");
        }
        return index;
    }
}
