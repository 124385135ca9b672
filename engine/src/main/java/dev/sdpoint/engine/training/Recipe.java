package dev.sdpoint.engine.training;

import dev.sdpoint.engine.network.NetworkSpec;
import dev.sdpoint.engine.sdpoint.InstanceSampler;
import dev.sdpoint.engine.sdpoint.InstanceSpace;
import dev.sdpoint.engine.sdpoint.Sampling;
import java.util.List;

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

    /** The Wide ResNet recipe of the paper: 200 epochs, batch 128, 0.1 dropped by 0.2 at 30, 60 and 80 %. */
    public static Recipe paper(NetworkSpec network, long seed) {
        return new Recipe(
                network,
                Method.SDPOINT,
                Sampling.PAPER,
                new Optimization(200, 128, 0.1, Schedule.Steps.WIDE_RES_NET, 0.9, 5e-4),
                DataUse.STANDARD,
                seed);
    }
}
