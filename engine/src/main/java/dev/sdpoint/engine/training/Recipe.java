package dev.sdpoint.engine.training;

import dev.sdpoint.engine.network.NetworkSpec;
import dev.sdpoint.engine.sdpoint.InstanceSpace;
import java.util.List;

/**
 * Everything that decides a training run, besides the images themselves: the same recipe, images and machine give the same
 * weights.
 *
 * @param network architecture
 * @param method how it is trained
 * @param ratios ratios of the instance space; also used to evaluate a plain network downsampled afterwards
 * @param optimization length, rates and decay
 * @param data use of the images
 * @param seed of initial weights, order, augmentation and instances
 */
public record Recipe(
        NetworkSpec network, Method method, List<Double> ratios, Optimization optimization, DataUse data, long seed) {
    public Recipe {
        ratios = new InstanceSpace(network.points(), ratios).ratios();
    }

    /** All instances of the network under the recipe's ratios. */
    public InstanceSpace space() {
        return new InstanceSpace(network.points(), ratios);
    }

    /** SDPoint with this program's usual settings: batch 128, peak 0.1, one cycle, Nesterov 0.9, decay 5e-4. */
    public static Recipe standard(NetworkSpec network, Method method, int epochs, long seed) {
        return new Recipe(
                network,
                method,
                InstanceSpace.PAPER_RATIOS,
                new Optimization(epochs, 128, 0.1, new Schedule.WarmupCosine(0.15), 0.9, 5e-4),
                DataUse.STANDARD,
                seed);
    }

    /** The Wide ResNet recipe of the paper: 200 epochs, batch 128, 0.1 dropped by 0.2 at 30, 60 and 80 %. */
    public static Recipe paper(NetworkSpec network, long seed) {
        return new Recipe(
                network,
                Method.SDPOINT,
                InstanceSpace.PAPER_RATIOS,
                new Optimization(200, 128, 0.1, Schedule.Steps.WIDE_RES_NET, 0.9, 5e-4),
                DataUse.STANDARD,
                seed);
    }
}
