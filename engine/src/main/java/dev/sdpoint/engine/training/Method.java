package dev.sdpoint.engine.training;

import dev.sdpoint.engine.network.EarlyExits;
import dev.sdpoint.engine.network.NetworkSpec;
import dev.sdpoint.engine.sdpoint.Drawing;
import dev.sdpoint.engine.sdpoint.InstanceSampler;
import dev.sdpoint.engine.sdpoint.InstanceSpace;
import dev.sdpoint.engine.sdpoint.Sampling;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a network is trained: the paper's method and the baselines it compares with (method §6). */
public enum Method {
    /** One instance drawn per iteration (paper §3.2). */
    SDPOINT("SDPoint"),
    /** Full resolution in every iteration: the paper's baseline. */
    PLAIN("Plain"),
    /** As plain, with dropout in every block. */
    DROPOUT("Dropout"),
    /** Branches on each stage, all trained jointly at full resolution. */
    EARLY_EXITS("Early exits"),
    /** The image resized, per iteration, to a random side from half to full. */
    MULTISCALE("Multiscale");

    /** Dropout rate where a recipe gives none: that of the Wide ResNet paper on CIFAR. */
    public static final double USUAL_DROPOUT = 0.3;

    private final String title;

    Method(String title) {
        this.title = title;
    }

    /** Name for people. */
    public String title() {
        return title;
    }

    /** Name on the command line and in files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The network as this method trains it: with dropout or early exits where it needs them and they are not there yet. */
    NetworkSpec adapt(NetworkSpec network) {
        if (this == EARLY_EXITS) {
            return network instanceof EarlyExits ? network : EarlyExits.on(network);
        }
        if (network instanceof EarlyExits) {
            throw new IllegalArgumentException("the network " + network.name() + " has early exits, which the method "
                    + id() + " does not train. Use the method early-exits, or the network without exits");
        }
        boolean lacksDropout = this == DROPOUT && network.regularization().dropout() == 0;
        return lacksDropout ? network.with(network.regularization().withDropout(USUAL_DROPOUT)) : network;
    }

    /** The instances under which a network of this method is evaluated, and drawn where it draws. */
    InstanceSpace space(NetworkSpec network, Sampling sampling) {
        if (this == EARLY_EXITS) {
            return InstanceSpace.exits(network.points(), network.exits());
        }
        return this == MULTISCALE
                ? InstanceSpace.imageSides(network.points(), network.side())
                : sampling.space(network.points());
    }

    /** What draws the instance of every iteration. */
    InstanceSampler sampler(NetworkSpec network, Sampling sampling, long seed) {
        InstanceSpace space = space(network, sampling);
        if (this == MULTISCALE) {
            return InstanceSampler.uniform(space, seed);
        }
        if (this != SDPOINT) {
            return InstanceSampler.full();
        }
        return sampling.drawing() == Drawing.PAPER
                ? InstanceSampler.paper(space, seed)
                : InstanceSampler.officialCode(space, network.stemPoint(), network.officialCodeSetsBlocks(), seed);
    }

    /**
     * The method of an id.
     *
     * @throws IllegalArgumentException with the known ones, if there is none
     */
    public static Method parse(String id) {
        for (Method method : values()) {
            if (method.id().equals(id.trim().toLowerCase(Locale.ROOT))) {
                return method;
            }
        }
        throw new IllegalArgumentException("no method is called \"" + id + "\"; known are "
                + Arrays.stream(values()).map(Method::id).collect(Collectors.joining(", ")));
    }
}
