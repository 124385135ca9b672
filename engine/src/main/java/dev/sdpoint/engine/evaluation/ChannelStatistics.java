package dev.sdpoint.engine.evaluation;

import java.util.Arrays;

/**
 * Mean and variance per channel of the input of one batch-norm layer.
 *
 * @param mean {@code [channels]}
 * @param variance {@code [channels]}, unbiased, not negative
 */
public record ChannelStatistics(float[] mean, float[] variance) {
    public ChannelStatistics {
        if (mean.length != variance.length || mean.length == 0) {
            throw new IllegalArgumentException(mean.length + " means do not go with " + variance.length + " variances");
        }
        mean = mean.clone();
        variance = variance.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ChannelStatistics that
                && Arrays.equals(mean, that.mean)
                && Arrays.equals(variance, that.variance);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(mean) + Arrays.hashCode(variance);
    }

    @Override
    public String toString() {
        return "ChannelStatistics[" + mean.length + " channels]";
    }
}
