package dev.sdpoint.engine.network;

import java.util.List;

/**
 * Post-activation residual blocks of ResNet and ResNeXt: convolutions each with BN, ReLU between them, addition, downsampling
 * point, ReLU.
 *
 * @param stem whether the network begins with an ImageNet stem
 * @param bottleneck 1×1, 3×3, 1×1 instead of two 3×3
 * @param groups of the 3×3 convolution of a bottleneck
 * @param inner channels of that convolution in the first stage
 * @param out channels of a block in the first stage
 */
record PostActivationStages(List<Integer> blocks, boolean stem, boolean bottleneck, int groups, int inner, int out)
        implements Stages {
    private static final int STEM_CHANNELS = 64;
    private static final int BOTTLENECK_OUT = 256;

    PostActivationStages(ResNet network) {
        this(
                network.blocks(),
                true,
                network.bottleneck(),
                1,
                STEM_CHANNELS,
                network.bottleneck() ? BOTTLENECK_OUT : STEM_CHANNELS);
    }

    PostActivationStages(ResNeXt network) {
        this(
                network.blocks(),
                network.stemPoint(),
                true,
                network.cardinality(),
                network.cardinality() * network.width(),
                BOTTLENECK_OUT);
    }

    @Override
    public String stem(PlanBuilder plan) {
        return stem
                ? ImageNetStem.add(plan)
                : plan.normRelu("norm0", plan.convolution("conv0", NetworkPlan.INPUT, STEM_CHANNELS, 3, 1));
    }

    @Override
    public String block(PlanBuilder plan, String input, int stage, boolean first, int point, double survival) {
        int stride = stage > 0 && first ? 2 : 1;
        int wide = out << stage;
        boolean same = plan.channels(input) == wide && stride == 1;
        String shortcut =
                same ? input : plan.norm("shortcut-norm", plan.convolution("shortcut", input, wide, 1, stride));
        String branch = bottleneck ? bottleneck(plan, input, stage, wide, stride) : basic(plan, input, wide, stride);
        return plan.relu("relu", plan.residualAdd("add", branch, shortcut, point, survival));
    }

    private static String basic(PlanBuilder plan, String input, int wide, int stride) {
        String first = plan.normRelu("norm1", plan.convolution("conv1", input, wide, 3, stride));
        return plan.norm("norm2", plan.convolution("conv2", first, wide, 3, 1));
    }

    private String bottleneck(PlanBuilder plan, String input, int stage, int wide, int stride) {
        int narrow = inner << stage;
        String first = plan.normRelu("norm1", plan.convolution("conv1", input, narrow, 1, 1));
        String second = plan.normRelu("norm2", plan.groupedConvolution("conv2", first, narrow, 3, stride, groups));
        return plan.norm("norm3", plan.convolution("conv3", second, wide, 1, 1));
    }

    @Override
    public String head(PlanBuilder plan, String input) {
        return input;
    }
}
