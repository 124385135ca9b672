package dev.sdpoint.engine.device;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;

/**
 * The processor of this machine, as far as the system tells.
 *
 * @param name as the maker calls it, or the architecture where the system does not tell
 * @param cores that are physical and that the system shows; 0 if unknown
 * @param logicalProcessors that this program may use, at least 1
 * @param instructions vector instructions that matter for convolutions, the widest last; empty if the system does not tell
 * @param memoryBytes main memory; 0 if unknown
 */
public record Processor(String name, int cores, int logicalProcessors, List<String> instructions, long memoryBytes) {
    public Processor {
        if (name.isBlank() || cores < 0 || logicalProcessors < 1 || memoryBytes < 0) {
            throw new IllegalArgumentException("a processor \"" + name + "\" with " + cores + " cores, "
                    + logicalProcessors + " logical processors and " + memoryBytes + " bytes of memory is impossible");
        }
        instructions = List.copyOf(instructions);
    }

    /** This machine's; it is read once. */
    public static Processor here() {
        return Holder.HERE;
    }

    private static Processor read() {
        ProcessorFacts facts = ProcessorFacts.ofThisSystem();
        return new Processor(
                facts.name().orElseGet(() -> System.getProperty("os.arch", "unknown")),
                facts.cores(),
                Runtime.getRuntime().availableProcessors(),
                facts.instructions(),
                memory());
    }

    private static long memory() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? Math.max(0, system.getTotalMemorySize())
                : 0;
    }

    /** Such as "2 cores, 4 logical processors". */
    public String processors() {
        String logical = logicalProcessors + (logicalProcessors == 1 ? " logical processor" : " logical processors");
        return cores == 0 ? logical : cores + (cores == 1 ? " core, " : " cores, ") + logical;
    }

    /** Such as "AVX2, FMA, AVX-512". */
    public String instructionSet() {
        return instructions.isEmpty() ? "not told by this system" : String.join(", ", instructions);
    }

    /** Such as "23.5 GiB". */
    public String memory(String unknown) {
        return memoryBytes == 0 ? unknown : Gibibytes.of(memoryBytes);
    }

    /** Reads when it is first wanted. */
    private static final class Holder {
        static final Processor HERE = read();
    }
}
