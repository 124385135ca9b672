package dev.sdpoint.engine.evaluation;

import dev.sdpoint.engine.network.NetworkSpec;
import dev.sdpoint.engine.sdpoint.InstanceSpace;

/** Measures networks on this machine; {@link LatencyProfile#measure} with a way to make them. */
@FunctionalInterface
public interface LatencyProfiler {
    /**
     * Measures every instance. Not on the JavaFX thread.
     *
     * @throws InterruptedException if the progress says so, or the thread is interrupted
     */
    LatencyProfile measure(NetworkSpec network, InstanceSpace space, Progress progress) throws InterruptedException;
}
