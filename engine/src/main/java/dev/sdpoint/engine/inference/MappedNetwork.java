package dev.sdpoint.engine.inference;

import dev.sdpoint.engine.evaluation.StatisticsBank;
import dev.sdpoint.engine.sdpoint.Instance;

/** A network that shows its feature maps. Implemented by {@code compute}. One thread at a time, as all of a network. */
public interface MappedNetwork {
    /**
     * Runs one image forward and tells what every block puts out on the way to the answer.
     *
     * @param image normalised, {@code [row][column][channel]}
     * @throws IllegalArgumentException if the bank has no statistics for the instance
     */
    FeatureMaps featureMaps(float[] image, Instance instance, StatisticsBank bank);
}
