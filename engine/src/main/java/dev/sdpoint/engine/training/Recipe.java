package dev.sdpoint.engine.training;

import dev.sdpoint.engine.network.DenseNet;
import dev.sdpoint.engine.network.NetworkSpec;
import dev.sdpoint.engine.network.ResNeXt;
import dev.sdpoint.engine.sdpoint.InstanceSampler;
import dev.sdpoint.engine.sdpoint.InstanceSpace;
import dev.sdpoint.engine.sdpoint.Sampling;
import java.util.List;
import java.util.Map;

/**
 * Everything that decides a training run, besides the images themselves: the same recipe, images and machine give the same
 * weights.
 *
 * @param network architecture; the method adds dropout or early exits to it where it needs them
 * @param method how it is trained
 * @param sampling instances; also used to evaluate a plain network downsampled afterwards
 * @param optimization length, rates and decay
 * @param data use of the images
 * @param seed of initial weights, order, augmentation and instances
 */
public record Recipe(
        NetworkSpec network, Method method, Sampling sampling, Optimization optimization, DataUse data, long seed) {
    /**
     * @throws IllegalArgumentException if the method cannot train the network
     */
    public Recipe {
        network = method.adapt(network);
    }

    /** All instances of the network under the recipe's method and ratios. */
    public InstanceSpace space() {
        return method.space(network, sampling);
    }

    /** What draws the instance of every iteration. */
    public InstanceSampler sampler() {
        return method.sampler(network, sampling, seed);
    }

    /** The ratios of the instances. */
    public List<Double> ratios() {
        return sampling.ratios();
    }

    /** SDPoint with this program's usual settings: batch 128, peak 0.1, one cycle, Nesterov 0.9, decay 5e-4. */
    public static Recipe standard(NetworkSpec network, Method method, int epochs, long seed) {
        return new Recipe(
                network,
                method,
                Sampling.PAPER,
                new Optimization(epochs, 128, 0.1, new Schedule.WarmupCosine(0.15), 0.9, 5e-4),
                DataUse.STANDARD,
                seed);
    }

    /**
     * What the paper used for a network (method §2): the recipe of the architecture's own paper on CIFAR, and 115 epochs with
     * drops at 40, 75 and 105 in the ImageNet layouts.
     */
    public static Recipe paper(NetworkSpec network, Method method, long seed) {
        return new Recipe(network, method, Sampling.PAPER, papersOptimization(network), DataUse.STANDARD, seed);
    }

    private static Optimization papersOptimization(NetworkSpec network) {
        if (network.stemPoint()) {
            return new Optimization(115, 256, 0.1, Schedule.Steps.IMAGE_NET, 0.9, 1e-4);
        }
        if (network instanceof DenseNet) {
            return new Optimization(300, 64, 0.1, Schedule.Steps.DENSE_NET, 0.9, 1e-4);
        }
        if (network instanceof ResNeXt) {
            return new Optimization(300, 128, 0.1, Schedule.Steps.DENSE_NET, 0.9, 5e-4);
        }
        return new Optimization(200, 128, 0.1, Schedule.Steps.WIDE_RES_NET, 0.9, 5e-4);
    }

    /** Every setting by name, as the record of a trained model has them. */
    public Map<String, String> settings() {
        return RecipeText.settings(this);
    }

    /**
     * What a record says of the settings in which it is not of this recipe, by their names, such as "3 there, 4 wanted".
     *
     * @param record settings by name, as a model or a checkpoint has them; what no recipe sets is left alone
     */
    public Map<String, String> differences(Map<String, String> record) {
        return RecipeText.differences(record, this);
    }

    /** The whole recipe as text, a line {@code name: value} a setting: what a file or the run store keeps of it. */
    public String text() {
        return RecipeText.write(this);
    }

    /**
     * The recipe of a text that {@link #text()} gave.
     *
     * @throws IllegalArgumentException with a sentence if a setting is missing, unknown (as in a text of a newer program) or
     *     impossible
     */
    public static Recipe ofText(String text) {
        return RecipeReading.read(text);
    }
}
