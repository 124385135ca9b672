package dev.sdpoint.engine.evaluation;

import dev.sdpoint.engine.network.NamedWeights;
import dev.sdpoint.engine.network.NetworkSpec;

/** Puts weights into a network that can run. Implemented by {@code compute}. */
@FunctionalInterface
public interface NetworkLoader {
    /**
     * A network for the calling thread's use.
     *
     * @throws IllegalArgumentException if the weights do not fit the architecture
     */
    ExecutableNetwork load(NetworkSpec spec, NamedWeights weights);
}
