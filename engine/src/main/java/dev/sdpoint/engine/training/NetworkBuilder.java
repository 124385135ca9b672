package dev.sdpoint.engine.training;

import dev.sdpoint.engine.model.Device;
import dev.sdpoint.engine.network.NetworkSpec;

/** Builds a freshly initialised network that can learn. Implemented by {@code compute}. */
@FunctionalInterface
public interface NetworkBuilder {
    /**
     * @param seed of the initial weights: He normal with fan-out for convolutions, scale 1, shift 0, zero classifier bias
     */
    TrainableNetwork build(NetworkSpec spec, Optimization optimization, long seed);

    /** What its networks compute on. */
    default Device computesOn() {
        int processors = Runtime.getRuntime().availableProcessors();
        return new Device("CPU", processors, processors);
    }
}
