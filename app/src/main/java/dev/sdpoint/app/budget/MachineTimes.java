package dev.sdpoint.app.budget;

import dev.sdpoint.engine.evaluation.LatencyProfiler;
import dev.sdpoint.engine.model.Machine;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/**
 * What it takes to measure models on this machine and to remember it.
 *
 * @param profiler measures; not on the JavaFX thread
 * @param machine names this machine; may take seconds, so not on the JavaFX thread
 * @param file where measurements are remembered; made when there is one
 */
public record MachineTimes(LatencyProfiler profiler, Callable<Machine> machine, Path file) {
    /** A machine in words: processor and device. */
    static String words(Machine machine) {
        return (machine.processor() + " · " + machine.device().title()).replaceAll("\\s+", " ");
    }
}
