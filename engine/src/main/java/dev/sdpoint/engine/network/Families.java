package dev.sdpoint.engine.network;

/** Knows the stages of every family. */
final class Families {
    private Families() {}

    static Stages stages(NetworkSpec spec) {
        if (spec instanceof WideResNet wide) {
            return new WideResNetStages(wide);
        }
        if (spec instanceof DenseNet dense) {
            return new DenseNetStages(dense);
        }
        if (spec instanceof ResNet residual) {
            return residual.preActivation() ? new PreResNetStages(residual) : new PostActivationStages(residual);
        }
        if (spec instanceof ResNeXt next) {
            return new PostActivationStages(next);
        }
        if (spec instanceof VggNet vgg) {
            return new VggStages(vgg);
        }
        return stages(((EarlyExits) spec).trunk());
    }
}
