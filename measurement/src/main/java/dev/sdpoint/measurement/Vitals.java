package dev.sdpoint.measurement;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bytedeco.javacpp.Pointer;

/**
 * What a process holds, after Java has looked for garbage. Memory in megabytes of 2^20 bytes.
 *
 * @param heap Java's heap in use
 * @param resident memory of the process that is in the machine's memory; NaN where there is no {@code /proc}
 * @param physical the same as JavaCPP reckons it, which is what it limits
 * @param tracked native memory of arrays whose release JavaCPP waits for
 * @param threads of Java
 * @param files open file descriptors; NaN on Windows
 */
public record Vitals(double heap, double resident, double physical, double tracked, double threads, double files) {
    private static final double MEGABYTE = 1 << 20;
    private static final int COLLECTIONS = 3;

    /** Now; takes some tenths of a second. Any thread. */
    public static Vitals now() throws InterruptedException {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc(); // what is found by one, its cleaner lets go, and the next takes what that held
            TimeUnit.MILLISECONDS.sleep(30);
        }
        var system = ManagementFactory.getOperatingSystemMXBean();
        return new Vitals(
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE,
                ResidentMemory.ifKnown().orElse(Double.NaN),
                Pointer.physicalBytes() / MEGABYTE,
                Pointer.totalBytes() / MEGABYTE,
                ManagementFactory.getThreadMXBean().getThreadCount(),
                Optional.of(system)
                        .filter(UnixOperatingSystemMXBean.class::isInstance)
                        .map(UnixOperatingSystemMXBean.class::cast)
                        .map(unix -> (double) unix.getOpenFileDescriptorCount())
                        .orElse(Double.NaN));
    }
}
