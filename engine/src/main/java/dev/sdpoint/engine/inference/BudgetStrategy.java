package dev.sdpoint.engine.inference;

import dev.sdpoint.engine.evaluation.InstanceScore;

/**
 * Chooses the instance of each image of a stream. Asked and told in turn, {@link #next()} and then {@link #observe}, by one thread.
 */
public interface BudgetStrategy {
    /** The instance for the next image; asking again without telling gives the same. */
    InstanceScore next();

    /** Hears what was measured of the image that the last answer was for. */
    void observe(FrameReading reading);

    /** Whether it knows that not even the cheapest instance keeps to the target now. */
    default boolean outOfReach() {
        return false;
    }
}
