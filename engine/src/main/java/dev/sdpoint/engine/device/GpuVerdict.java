package dev.sdpoint.engine.device;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Whether a GPU computes, and why not: decided before the library that would run on it is loaded, which cannot tell by itself and fails
 * in the first computation ("no kernel image").
 *
 * @param kind the case
 * @param gpu that computes; empty where the CPU does
 * @param sentence what computes, why, and what to do, for a person
 * @param left what is said of GPUs that do not compute beside one that does, a sentence each
 */
public record GpuVerdict(Kind kind, Optional<Gpu> gpu, String sentence, List<String> left) {
    /** The newest CUDA that the library was made with. */
    static final CudaVersion CUDA = new CudaVersion(11, 6);

    /**
     * The oldest driver that runs programs of any CUDA 11: "CUDA Compatibility", Minor Version Compatibility, Table 1
     * (docs.nvidia.com/deploy/cuda-compatibility). It needs driver 450.80.02 (Linux) or 452.39 (Windows); those of 11.0's first days
     * report 11.0 too and are older. What does not work then is code that the driver compiles (PTX); the library has none.
     */
    static final CudaVersion OLDEST_DRIVER = new CudaVersion(11, 0);

    /** Capabilities for which nd4j-cuda-11.6 1.0.0-M2.1 holds machine code; it holds no PTX that a driver could compile for others. */
    static final List<Capability> MADE_FOR = List.of(
            new Capability(3, 7),
            new Capability(5, 0),
            new Capability(5, 2),
            new Capability(6, 0),
            new Capability(6, 1),
            new Capability(7, 0),
            new Capability(7, 5),
            new Capability(8, 0),
            new Capability(8, 6));

    private static final String CPU = " Everything is computed on the CPU.";
    private static final Comparator<Gpu> BEST = Comparator.comparing(Gpu::capability)
            .thenComparing(Gpu::memoryBytes)
            .thenComparing(gpu -> -gpu.ordinal());

    /** The cases. */
    public enum Kind {
        /** A GPU computes. */
        GPU_COMPUTES,
        /** A person has chosen the CPU. */
        SWITCHED_OFF,
        /** No driver. */
        NO_DRIVER,
        /** A driver without a GPU. */
        NO_GPU,
        /** A driver that does not work. */
        DRIVER_TROUBLE,
        /** A driver for an older CUDA. */
        DRIVER_TOO_OLD,
        /** No GPU for which the library has machine code; the best of them is too old. */
        GPU_TOO_OLD,
        /** No GPU for which the library has machine code; one of them is too new. */
        GPU_TOO_NEW,
        /** A GPU that would do, and a build without CUDA. */
        NOT_IN_BUILD
    }

    public GpuVerdict {
        left = List.copyOf(left);
    }

    /**
     * Decides. The best GPU is the one of the highest capability, then of the most memory, then the first.
     *
     * @param reading what the driver says
     * @param build what this program holds
     * @param wanted false if a person has chosen the CPU
     */
    public static GpuVerdict of(GpuReading reading, CudaBuild build, boolean wanted) {
        if (!wanted) {
            return onCpu(
                    Kind.SWITCHED_OFF,
                    "The CPU was chosen to compute. Start the program without -Dsdpoint.device=cpu to let a GPU do it.");
        }
        if (reading instanceof GpuReading.Found found) {
            return of(found, build);
        }
        if (reading instanceof GpuReading.Trouble trouble) {
            return onCpu(
                    Kind.DRIVER_TROUBLE,
                    "The NVIDIA driver does not work: " + trouble.words() + "." + CPU
                            + " Restart the computer, and install the driver anew if that does not help.");
        }
        if (reading instanceof GpuReading.NoGpu) {
            return onCpu(Kind.NO_GPU, "The NVIDIA driver finds no GPU that this program may use." + CPU);
        }
        String remedy = build == CudaBuild.NOT_FOR_THIS_SYSTEM
                ? " GPUs can compute for it on 64-bit Linux and Windows with Intel or AMD processors."
                : " If this machine has an NVIDIA GPU, install NVIDIA's driver for it.";
        return onCpu(Kind.NO_DRIVER, "No NVIDIA driver is installed here." + CPU + remedy);
    }

    private static GpuVerdict of(GpuReading.Found found, CudaBuild build) {
        List<Gpu> usable = found.gpus().stream().filter(GpuVerdict::runs).toList();
        if (usable.isEmpty()) {
            return unusable(found.gpus());
        }
        Gpu best = usable.stream().max(BEST).orElseThrow();
        if (found.driver().compareTo(OLDEST_DRIVER) < 0) {
            return onCpu(
                    Kind.DRIVER_TOO_OLD,
                    "The NVIDIA driver is for CUDA " + found.driver() + ", too old for the " + best.name()
                            + " to compute here." + CPU
                            + " Install a driver of version 450.80.02 (Windows: 452.39) or newer, best 510 or newer.");
        }
        if (build != CudaBuild.PRESENT) {
            return onCpu(Kind.NOT_IN_BUILD, notInBuild(best, build));
        }
        List<String> left = new ArrayList<>();
        found.gpus().stream().filter(gpu -> !gpu.equals(best)).forEach(gpu -> left.add(aside(gpu, best)));
        String hint = found.driver().compareTo(CUDA) < 0
                ? " Its driver is for CUDA " + found.driver() + ", older than the library's " + CUDA
                        + ", with which it should run; install a driver of version 510 or newer if it does not."
                : "";
        return new GpuVerdict(Kind.GPU_COMPUTES, Optional.of(best), "The " + best.title() + " computes." + hint, left);
    }

    private static String notInBuild(Gpu best, CudaBuild build) {
        String could = "The " + best.title() + " could compute, but this build of the program computes on the CPU";
        return build == CudaBuild.LEFT_OUT
                ? could + "; build it with -Pcuda."
                : could + ", and for this system there is no other.";
    }

    /** None of them can; the best is what a person would expect to compute. */
    private static GpuVerdict unusable(List<Gpu> gpus) {
        Gpu best = gpus.stream().max(BEST).orElseThrow();
        return onCpu(tooNew(best) ? Kind.GPU_TOO_NEW : Kind.GPU_TOO_OLD, why(best) + CPU + " No setting changes that.");
    }

    private static String aside(Gpu gpu, Gpu best) {
        return runs(gpu) ? "The " + gpu.title() + " rests, for one GPU computes: the " + best.name() + "." : why(gpu);
    }

    private static String why(Gpu gpu) {
        return "The " + gpu.name() + " is too " + (tooNew(gpu) ? "new" : "old")
                + " for the CUDA library in use: it has compute capability " + gpu.capability()
                + ", and the library runs on " + MADE_FOR.get(0) + " to 8.9.";
    }

    private static boolean runs(Gpu gpu) {
        return MADE_FOR.stream().anyMatch(made -> made.runsOn(gpu.capability()));
    }

    private static boolean tooNew(Gpu gpu) {
        return gpu.capability().compareTo(MADE_FOR.get(MADE_FOR.size() - 1)) > 0;
    }

    private static GpuVerdict onCpu(Kind kind, String sentence) {
        return new GpuVerdict(kind, Optional.empty(), sentence, List.of());
    }
}
