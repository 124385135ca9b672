package dev.sdpoint.engine.device;

import java.util.ArrayList;
import java.util.List;

/**
 * All that is known of what can compute here, before anything has computed.
 *
 * @param processor of this machine
 * @param reading what the NVIDIA driver says
 * @param build what this program holds for GPUs
 * @param verdict what follows
 */
public record Devices(Processor processor, GpuReading reading, CudaBuild build, GpuVerdict verdict) {
    /** The system property that, set to {@code cpu}, lets no GPU compute. */
    public static final String SWITCH = "sdpoint.device";

    /** This machine's; it is asked once, which may take a second. Not on the JavaFX thread. */
    public static Devices here() {
        return Holder.HERE;
    }

    private static Devices ask() {
        boolean wanted = !"cpu".equalsIgnoreCase(System.getProperty(SWITCH, ""));
        GpuReading reading = CudaDriver.read();
        CudaBuild build = CudaBuild.here();
        return new Devices(Processor.here(), reading, build, GpuVerdict.of(reading, build, wanted));
    }

    /** The GPUs of this machine; empty if the driver names none. */
    public List<Gpu> gpus() {
        return reading instanceof GpuReading.Found found ? found.gpus() : List.of();
    }

    /** What computes and why, a sentence each: the verdict, and what is said of further GPUs. */
    public List<String> sentences() {
        List<String> all = new ArrayList<>();
        all.add(verdict.sentence());
        all.addAll(verdict.left());
        return List.copyOf(all);
    }

    /** Asks when it is first wanted. */
    private static final class Holder {
        static final Devices HERE = ask();
    }
}
