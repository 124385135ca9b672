package dev.sdpoint.engine.network;

/** An architecture with its sizes: what a manifest or a recipe stores. Unfolds into a plan of layers. */
public sealed interface NetworkSpec permits WideResNet, DenseNet, ResNet, ResNeXt, VggNet, EarlyExits {
    /** The name on the command line and in files, such as {@code wrn-28-10}; {@link NetworkNames} reads it again. */
    String name();

    /** Number of classes, at least 2. */
    int classes();

    /** Side of the square input image in pixels. */
    int side();

    /** What training drops at random. */
    Regularization regularization();

    /**
     * The same network with another regularisation.
     *
     * @throws IllegalArgumentException if the family has no place for it
     */
    NetworkSpec with(Regularization regularization);

    /** Number of downsampling points: one after each basic block, and one more for an ImageNet stem. */
    int points();

    /** Number of early exits: 0 but for {@link EarlyExits}. */
    default int exits() {
        return 0;
    }

    /** Whether point 1 lies in an ImageNet stem. */
    default boolean stemPoint() {
        return false;
    }

    /** Whether the authors' published code gives this network's blocks ratios: not so for 18 and 34 layers (method §2). */
    default boolean officialCodeSetsBlocks() {
        return true;
    }

    /** The layers, in order. */
    default NetworkPlan plan() {
        return Unfolding.plan(this, Families.stages(this));
    }
}
