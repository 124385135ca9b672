package dev.sdpoint.measurement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;

/** Memory of this process that is in the machine's memory, as Linux counts it; in megabytes of 2^20 bytes. */
final class ResidentMemory {
    private static final Path STATUS = Path.of("/proc/self/status");

    private ResidentMemory() {}

    /** Now. */
    static double now() {
        return read("VmRSS");
    }

    /** Now, if this system tells it. */
    static OptionalDouble ifKnown() {
        return Files.isReadable(STATUS) ? OptionalDouble.of(now()) : OptionalDouble.empty();
    }

    /** The most so far. */
    static double peak() {
        return read("VmHWM");
    }

    private static double read(String field) {
        try {
            return megabytes(Files.readAllLines(STATUS), field);
        } catch (IOException e) {
            throw new UncheckedIOException("resident memory is read from " + STATUS + ", which only Linux has", e);
        }
    }

    /** The field of a status file, which has kilobytes. */
    static double megabytes(List<String> status, String field) {
        String line = status.stream()
                .filter(each -> each.startsWith(field + ":"))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no " + field + " in " + STATUS));
        return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024.0;
    }
}
