package dev.sdpoint.engine.device;

import java.util.Locale;

/** What this build of the program holds for NVIDIA GPUs. */
public enum CudaBuild {
    /** The CUDA back end is in it (Maven profile {@code cuda}). */
    PRESENT,
    /** It is not, but the profile would bring it for this system. */
    LEFT_OUT,
    /** The back end exists for 64-bit Linux and Windows on Intel and AMD processors only. */
    NOT_FOR_THIS_SYSTEM;

    private static final String BACK_END = "/org/nd4j/linalg/jcublas/JCublasBackend.class";

    /** This build, from its class path. Loads nothing. */
    public static CudaBuild here() {
        if (CudaBuild.class.getResource(BACK_END) != null) {
            return PRESENT;
        }
        return existsFor(System.getProperty("os.name", ""), System.getProperty("os.arch", ""))
                ? LEFT_OUT
                : NOT_FOR_THIS_SYSTEM;
    }

    /**
     * Whether the profile brings anything.
     *
     * @param system as the property {@code os.name} has it
     * @param architecture as {@code os.arch} has it
     */
    static boolean existsFor(String system, String architecture) {
        String name = system.toLowerCase(Locale.ROOT);
        boolean known = name.startsWith("linux") || name.startsWith("windows");
        return known && (architecture.equals("amd64") || architecture.equals("x86_64"));
    }
}
