package dev.sdpoint.engine.network;

/** 7×7/2 convolution to 64 channels, BN+ReLU, 3×3/2 max-pooling with downsampling point 1. */
final class ImageNetStem {
    private ImageNetStem() {}

    static String add(PlanBuilder plan) {
        String wide = plan.convolution("conv0", NetworkPlan.INPUT, 64, 7, 2);
        return plan.maxPool("stem-pool", plan.normRelu("norm0", wide), 3, 2, 1, 1);
    }
}
