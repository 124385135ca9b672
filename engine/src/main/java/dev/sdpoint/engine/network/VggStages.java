package dev.sdpoint.engine.network;

import java.util.List;

/** Convolution → BN+ReLU → point; the max-pooling between stages counts to the block behind it. */
record VggStages(VggNet network) implements Stages {
    private static final List<Integer> CHANNELS = List.of(64, 128, 256, 512, 512);

    @Override
    public List<Integer> blocks() {
        return network.blocks();
    }

    @Override
    public String stem(PlanBuilder plan) {
        return NetworkPlan.INPUT;
    }

    @Override
    public String block(PlanBuilder plan, String input, int stage, boolean first, int point, double survival) {
        String from = stage > 0 && first ? plan.maxPool("pool", input, 2, 2, 0, 0) : input;
        String active = plan.normRelu("norm", plan.convolution("conv", from, CHANNELS.get(stage), 3, 1));
        return plan.downsamplingPoint("point", active, point);
    }

    @Override
    public String head(PlanBuilder plan, String input) {
        return plan.dropout("dropout", input, network.regularization().dropout());
    }
}
