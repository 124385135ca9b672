package dev.sdpoint.engine.model;

/**
 * Where a run, or a part of it, was computed.
 *
 * @param processor name of the processor, or its architecture where the system does not tell
 * @param logicalProcessors that the program could use, at least 1
 * @param memoryBytes physical memory; 0 if unknown
 * @param device what computed
 */
public record Machine(String processor, int logicalProcessors, long memoryBytes, Device device) {
    public Machine {
        if (processor.isBlank() || logicalProcessors < 1 || memoryBytes < 0) {
            throw new IllegalArgumentException("a machine with processor \"" + processor + "\", " + logicalProcessors
                    + " logical processors and " + memoryBytes + " bytes of memory is impossible");
        }
    }
}
