package dev.sdpoint.engine.training;

import dev.sdpoint.engine.model.SdpModel;

/** How a run ended. */
public sealed interface TrainingResult {
    /** All epochs are done and the model was calibrated and swept on the whole validation set. */
    record Completed(SdpModel model) implements TrainingResult {}

    /** A person stopped it; it can go on from its checkpoint. */
    record Interrupted(long iteration) implements TrainingResult {}
}
