package dev.sdpoint.engine.network;

import java.util.Collections;
import java.util.List;

/** Blocks BN+ReLU → 3×3 → BN+ReLU → (dropout) → 3×3, shortcut from behind the first BN+ReLU where the shape changes. */
record WideResNetStages(WideResNet network) implements Stages {
    private static final int STEM_CHANNELS = 16;

    @Override
    public List<Integer> blocks() {
        return Collections.nCopies(3, (network.depth() - 4) / 6);
    }

    @Override
    public String stem(PlanBuilder plan) {
        return plan.convolution("conv0", NetworkPlan.INPUT, STEM_CHANNELS, 3, 1);
    }

    @Override
    public String block(PlanBuilder plan, String input, int stage, boolean first, int point, double survival) {
        int out = (STEM_CHANNELS << stage) * network.width();
        int stride = stage > 0 && first ? 2 : 1;
        String active = plan.normRelu("norm1", input);
        boolean same = plan.channels(input) == out && stride == 1;
        String shortcut = same ? input : plan.convolution("shortcut", active, out, 1, stride);
        String narrow = plan.convolution("conv1", active, out, 3, stride);
        String middle = plan.normRelu("norm2", narrow);
        String kept = plan.dropout("dropout", middle, network.regularization().dropout());
        return plan.residualAdd("add", plan.convolution("conv2", kept, out, 3, 1), shortcut, point, survival);
    }

    @Override
    public String head(PlanBuilder plan, String input) {
        return plan.normRelu("norm", input);
    }
}
