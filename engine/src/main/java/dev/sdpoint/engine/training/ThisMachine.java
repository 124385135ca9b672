package dev.sdpoint.engine.training;

import com.sun.management.OperatingSystemMXBean;
import dev.sdpoint.engine.model.Device;
import dev.sdpoint.engine.model.Machine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The machine that the program runs on, as far as the system tells. */
public final class ThisMachine {
    private static final Path CPUINFO = Path.of("/proc/cpuinfo");
    private static final int MAX_NAME = 200;

    private ThisMachine() {}

    /** This machine, computing on a device. */
    public static Machine with(Device device) {
        return new Machine(processor(), Runtime.getRuntime().availableProcessors(), memoryBytes(), device);
    }

    private static String processor() {
        return fromCpuinfo()
                .or(() -> Optional.ofNullable(System.getenv("PROCESSOR_IDENTIFIER"))
                        .filter(name -> !name.isBlank()))
                .orElse(System.getProperty("os.arch", "unknown"));
    }

    private static Optional<String> fromCpuinfo() {
        if (!Files.isReadable(CPUINFO)) {
            return Optional.empty();
        }
        try {
            return modelName(Files.readAllLines(CPUINFO, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The first "model name" of Linux's list of processors; ARM processors have none. */
    static Optional<String> modelName(List<String> cpuinfo) {
        return cpuinfo.stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip().replaceAll("\\s+", " "))
                .filter(name -> !name.isEmpty())
                .map(name -> name.substring(0, Math.min(MAX_NAME, name.length())))
                .findFirst();
    }

    private static long memoryBytes() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? Math.max(0, system.getTotalMemorySize())
                : 0;
    }
}
