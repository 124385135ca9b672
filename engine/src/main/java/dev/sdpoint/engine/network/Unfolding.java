package dev.sdpoint.engine.network;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Unfolds stages into a plan, with or without the branches of early exits. */
final class Unfolding {
    private final NetworkSpec spec;
    private final Stages stages;
    private final int exitsPerStage;
    private final PlanBuilder plan = new PlanBuilder();
    private final int total;
    private final int firstBlock;
    private final List<Branch> branches = new ArrayList<>();

    private Unfolding(NetworkSpec spec, Stages stages, int exitsPerStage) {
        this.spec = spec;
        this.stages = stages;
        this.exitsPerStage = exitsPerStage;
        this.total = stages.blocks().stream().mapToInt(Integer::intValue).sum();
        this.firstBlock = spec.stemPoint() ? 2 : 1;
    }

    /** The network without exits. */
    static NetworkPlan plan(NetworkSpec spec, Stages stages) {
        return new Unfolding(spec, stages, 0).run();
    }

    /** The network with evenly spaced exits on each stage. */
    static NetworkPlan withExits(NetworkSpec spec, Stages stages, int exitsPerStage) {
        return new Unfolding(spec, stages, exitsPerStage).run();
    }

    /**
     * After which blocks of a stage exits lie, 1-based: at {@code j · blocks / (exits + 1)}, rounded, at least 1 and before
     * the last block of the last stage.
     */
    static List<Integer> exitsOf(int blocks, int exits) {
        return IntStream.rangeClosed(1, exits)
                .map(j -> Math.max(1, (int) Math.rint((double) j * blocks / (exits + 1))))
                .distinct()
                .boxed()
                .toList();
    }

    private NetworkPlan run() {
        plan.begin(firstBlock - 1, "");
        String last = stages.stem(plan);
        int done = 0;
        for (int stage = 0; stage < stages.blocks().size(); stage++) {
            int blocks = stages.blocks().get(stage);
            List<Integer> exits = exitsOf(blocks, exitsPerStage);
            for (int i = 0; i < blocks; i++) {
                int block = firstBlock + done++;
                plan.begin(block, "block" + done + "-");
                last = stages.block(plan, last, stage, i == 0, block, survival(done));
                if (exits.contains(i + 1) && done < total) {
                    branches.add(new Branch(last, stage));
                }
            }
        }
        plan.begin(firstBlock + total, "");
        String head = stages.head(plan, last);
        branches.forEach(this::add);
        plan.begin(firstBlock + total, "");
        plan.classifier(head, spec.classes(), 1);
        return plan.build(spec.side(), spec.points());
    }

    /** Falls linearly over the blocks from 1 to the survival of the last (Huang et al., ECCV 2016, equation 4). */
    private double survival(int block) {
        return 1 - (double) block / total * (1 - spec.regularization().survival());
    }

    /** One block per remaining stage and a classifier of its own (method §6). */
    private void add(Branch branch) {
        int exit = branches.indexOf(branch) + 1;
        int number = firstBlock + total + exit;
        String last = branch.input();
        for (int later = branch.stage() + 1; later < stages.blocks().size(); later++) {
            plan.begin(number, "exit" + exit + "-stage" + (later + 1) + "-");
            last = stages.block(plan, last, later, true, 0, 1);
        }
        plan.begin(number, "exit" + exit + "-");
        plan.exit(plan.classifier(stages.head(plan, last), spec.classes(), EarlyExits.BRANCH_LOSS_WEIGHT));
    }

    /** Where an early exit leaves the main network. */
    private record Branch(String input, int stage) {}
}
