package dev.sdpoint.engine.model;

import dev.sdpoint.engine.data.Normalization;
import dev.sdpoint.engine.evaluation.StatisticsBank;
import dev.sdpoint.engine.evaluation.Sweep;
import dev.sdpoint.engine.network.NamedWeights;
import dev.sdpoint.engine.network.NetworkSpec;
import dev.sdpoint.engine.sdpoint.InstanceSpace;
import java.util.List;

/**
 * A trained SDPoint network with all that is needed to use and to judge it. Immutable.
 *
 * @param network architecture
 * @param space instances it can be switched to
 * @param classNames names of the classes in the order of the classifier
 * @param normalization of input pixels
 * @param weights parameters
 * @param bank statistics of every instance
 * @param sweep scores of every instance on the validation set
 * @param outcomes per-image answers on the validation set
 * @param record where it comes from
 */
public record SdpModel(
        NetworkSpec network,
        InstanceSpace space,
        List<String> classNames,
        Normalization normalization,
        NamedWeights weights,
        StatisticsBank bank,
        Sweep sweep,
        RecordedOutcomes outcomes,
        TrainingRecord record) {
    public SdpModel {
        classNames = List.copyOf(classNames);
        requireFit(network, space, classNames);
    }

    /** Throws IllegalArgumentException if names or instances are not of a network. */
    static void requireFit(NetworkSpec network, InstanceSpace space, List<String> classNames) {
        if (classNames.size() != network.classes()) {
            throw new IllegalArgumentException(
                    classNames.size() + " class names do not go with " + network.classes() + " classes");
        }
        if (space.points() != network.points()) {
            throw new IllegalArgumentException(
                    "instances of " + space.points() + " points do not go with a network of " + network.points());
        }
    }
}
