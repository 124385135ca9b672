package dev.sdpoint.engine.network;

import java.util.List;

/** Pre-activation blocks; the very first reads the stem's BN+ReLU, so it needs none of its own. */
record PreResNetStages(ResNet network) implements Stages {
    @Override
    public List<Integer> blocks() {
        return network.blocks();
    }

    @Override
    public String stem(PlanBuilder plan) {
        return ImageNetStem.add(plan);
    }

    @Override
    public String block(PlanBuilder plan, String input, int stage, boolean first, int point, double survival) {
        int inner = 64 << stage;
        int out = network.bottleneck() ? 4 * inner : inner;
        int stride = stage > 0 && first ? 2 : 1;
        boolean fresh = stage == 0 && first;
        String active = fresh ? input : plan.normRelu("norm1", input);
        boolean same = plan.channels(input) == out && stride == 1;
        String shortcut = same ? input : plan.convolution("shortcut", active, out, 1, stride);
        String branch =
                network.bottleneck() ? bottleneck(plan, active, inner, out, stride) : basic(plan, active, out, stride);
        return plan.residualAdd("add", branch, shortcut, point, survival);
    }

    private static String basic(PlanBuilder plan, String active, int out, int stride) {
        String first = plan.convolution("conv1", active, out, 3, stride);
        return plan.convolution("conv2", plan.normRelu("norm2", first), out, 3, 1);
    }

    private static String bottleneck(PlanBuilder plan, String active, int inner, int out, int stride) {
        String first = plan.convolution("conv1", active, inner, 1, 1);
        String second = plan.convolution("conv2", plan.normRelu("norm2", first), inner, 3, stride);
        return plan.convolution("conv3", plan.normRelu("norm3", second), out, 1, 1);
    }

    @Override
    public String head(PlanBuilder plan, String input) {
        return plan.normRelu("norm", input);
    }
}
