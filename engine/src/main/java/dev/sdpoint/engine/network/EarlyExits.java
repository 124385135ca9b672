package dev.sdpoint.engine.network;

/**
 * A network with evenly spaced early exits on each stage, in the manner of BranchyNet (Teerapittayanon et al., ICPR 2016): a
 * branch is one block per remaining stage and a classifier of its own, all trained jointly (method §6). A baseline of the
 * paper.
 *
 * @param trunk the main network
 * @param perStage exits on each stage, 1 … 8
 */
public record EarlyExits(NetworkSpec trunk, int perStage) implements NetworkSpec {
    /** Factor on the cross-entropy of a branch; that of the main classifier counts 1. */
    public static final double BRANCH_LOSS_WEIGHT = 0.3;

    public EarlyExits {
        if (trunk instanceof EarlyExits) {
            throw new IllegalArgumentException(trunk.name() + " has early exits already");
        }
        if (perStage < 1 || perStage > 8) {
            throw new IllegalArgumentException(perStage + " exits a stage are outside 1 … 8");
        }
    }

    /** One exit on stages of up to 3 blocks, two on longer ones. */
    public static EarlyExits on(NetworkSpec trunk) {
        int longest = Families.stages(trunk).blocks().stream()
                .mapToInt(Integer::intValue)
                .max()
                .orElse(1);
        return new EarlyExits(trunk, longest <= 3 ? 1 : 2);
    }

    @Override
    public String name() {
        return trunk.name() + "+exits-" + perStage;
    }

    @Override
    public int classes() {
        return trunk.classes();
    }

    @Override
    public int side() {
        return trunk.side();
    }

    @Override
    public Regularization regularization() {
        return trunk.regularization();
    }

    @Override
    public NetworkSpec with(Regularization regularization) {
        return new EarlyExits(trunk.with(regularization), perStage);
    }

    @Override
    public int points() {
        return trunk.points();
    }

    @Override
    public int exits() {
        return plan().exits().size();
    }

    @Override
    public boolean stemPoint() {
        return trunk.stemPoint();
    }

    @Override
    public boolean officialCodeSetsBlocks() {
        return trunk.officialCodeSetsBlocks();
    }

    @Override
    public NetworkPlan plan() {
        return Unfolding.withExits(trunk, Families.stages(trunk), perStage);
    }
}
