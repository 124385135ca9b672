package dev.sdpoint.engine.evaluation;

import dev.sdpoint.engine.sdpoint.Instance;

/** Scores written down in one line. */
final class Scores {
    private Scores() {}

    /** Full resolution. */
    static InstanceScore full(long flops, double error) {
        return score(Instance.FULL, flops, error);
    }

    /** A downsampled instance with ratio 0.5. */
    static InstanceScore half(int point, long flops, double error) {
        return score(Instance.of(point, 0.5), flops, error);
    }

    static InstanceScore score(Instance instance, long flops, double error) {
        return new InstanceScore(instance, flops, flops / 1000.0, error, error / 2, 1, Double.NaN);
    }
}
