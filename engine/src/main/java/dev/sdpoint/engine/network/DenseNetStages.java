package dev.sdpoint.engine.network;

import java.util.Collections;
import java.util.List;

/** Dense layers; the transition before a later stage counts to its first layer. */
record DenseNetStages(DenseNet network) implements Stages {
    @Override
    public List<Integer> blocks() {
        return Collections.nCopies(3, (network.depth() - 4) / 6);
    }

    @Override
    public String stem(PlanBuilder plan) {
        return plan.convolution("conv0", NetworkPlan.INPUT, 2 * network.growth(), 3, 1);
    }

    @Override
    public String block(PlanBuilder plan, String input, int stage, boolean first, int point, double survival) {
        double dropout = network.regularization().dropout();
        String known = stage > 0 && first ? transition(plan, input) : input;
        String wide = plan.convolution("conv1", plan.normRelu("norm1", known), 4 * network.growth(), 1, 1);
        String kept = plan.dropout("dropout1", wide, dropout);
        String fresh = plan.convolution("conv2", plan.normRelu("norm2", kept), network.growth(), 3, 1);
        return plan.concatenation("concat", List.of(known, plan.dropout("dropout2", fresh, dropout)), point);
    }

    private static String transition(PlanBuilder plan, String input) {
        String active = plan.normRelu("transition-norm", input);
        String half = plan.convolution("transition-conv", active, plan.channels(input) / 2, 1, 1);
        return plan.averagePool("transition-pool", half, 2);
    }

    @Override
    public String head(PlanBuilder plan, String input) {
        return plan.normRelu("norm", input);
    }
}
