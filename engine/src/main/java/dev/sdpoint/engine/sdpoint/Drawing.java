package dev.sdpoint.engine.sdpoint;

import java.util.List;
import java.util.Locale;

/** How training draws its instances. */
public enum Drawing {
    /** As the paper says: the point uniform over none and all points, then the ratio uniform; P(none) = 1/(N+1). */
    PAPER,
    /** As the authors' published code does (xternalz/SDPoint), with its defects. */
    OFFICIAL_CODE;

    /** What the authors' code does otherwise than the paper says, a sentence each; shown wherever the mode is offered. */
    public static final List<String> DEFECTS = List.of(
            "The first block is never downsampled in training, yet it is evaluated: an and/or expression turns its index 0 "
                    + "into \"none\".",
            "Full resolution is therefore drawn twice as often: P(none) is 2/(B+2) for B blocks and a stem, instead of "
                    + "1/(B+2).",
            "Only bottleneck blocks are given ratios, so that networks of 18 and 34 layers use the stem alone.");

    /** Name on the command line and in files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
