package dev.sdpoint.measurement;

import dev.sdpoint.engine.training.Optimization;
import dev.sdpoint.engine.training.Schedule;

/** The training steps that are measured: Nesterov momentum and weight decay as the paper has them for Wide ResNets. */
public final class PaperTraining {
    /** Learning rate of every step: so low that a network which learns noise does not run away, whatever the number of steps. */
    public static final double RATE = 3e-4;

    /** Nesterov momentum. */
    public static final double MOMENTUM = 0.9;

    /** Weight decay. */
    public static final double WEIGHT_DECAY = 5e-4;

    private PaperTraining() {}

    /** The optimisation of steps with batches of a size. */
    public static Optimization optimization(int batchSize) {
        return new Optimization(1, batchSize, RATE, new Schedule.WarmupCosine(0), MOMENTUM, WEIGHT_DECAY);
    }
}
