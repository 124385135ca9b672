package dev.sdpoint.engine.network;

/** An architecture with its sizes: what a manifest or a recipe stores. Unfolds into a plan of layers. */
public sealed interface NetworkSpec permits WideResNet {
    /** The name on the command line and in files, such as {@code wrn-28-10}. */
    String name();

    /** Number of classes, at least 2. */
    int classes();

    /** Side of the square input image in pixels. */
    int side();

    /** Number of downsampling points: one after each basic block. */
    int points();

    /** The layers, in order. */
    NetworkPlan plan();
}
