package dev.sdpoint.engine.compute;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settings of this process that native libraries read when they are loaded. Made here, not by the scripts that start the
 * program, because an IDE, Maven and an installed launcher start it too.
 *
 * <ul>
 *   <li>glibc maps every large block of memory anew and unmaps it when it is freed, and the kernel clears it page by page when
 *       it is touched. oneDNN takes several blocks of the size of a feature map in each backward pass of a convolution, which
 *       spent half of its time on that (docs/performance.md). Freed memory is kept instead, until {@link #giveBack}: blocks under 64 MB
 *       if the setting is made here, of any size if {@code GLIBC_TUNABLES} says so before the process starts, as it does in
 *       {@code bin/sdpoint}.
 *   <li>OpenMP's waiting threads would spin on the cores that the interface needs. They spin for some hundredths of a
 *       millisecond, until the next layer calls as a rule, and then sleep: waking one takes longer than many a layer.
 * </ul>
 *
 * <p>Where the C library is another one, everything works as before, but more slowly. Thread-safe.
 */
final class NativeProcess {
    private static final Logger LOG = LoggerFactory.getLogger(NativeProcess.class);

    // malloc.h of glibc
    private static final int TRIM_THRESHOLD = -1;
    private static final int TOP_PAD = -2;
    private static final int MAPPED_BLOCKS = -4;
    private static final int ARENAS = -8;

    // sys/resource.h
    private static final int PRIO_PROCESS = 0;
    private static final int CALLING_THREAD = 0;

    /** A third of the weight of a thread of usual priority, where both want the same core. */
    private static final int NICER = 5;

    private static final int NICEST = 19;

    /** The size of an arena's heap: one that lies empty is kept if the padding is as large. */
    private static final int HEAP_BYTES = 64 << 20;

    private static final String SPINS = "3000";

    private static final boolean KEEPS_MEMORY = make();

    private NativeProcess() {}

    /** Makes the settings, the first time; call it before anything loads ND4J. */
    static void prepare() {
        // loading this class has done it
    }

    /** Whether freed native memory is kept for the next pass. */
    static boolean keepsMemory() {
        return KEEPS_MEMORY;
    }

    /** Returns freed native memory to the operating system. */
    static void giveBack() {
        if (KEEPS_MEMORY) {
            function("malloc_trim").invokeInt(new Object[] {0L});
        }
    }

    /**
     * Lowers the priority of the calling thread, and with it that of all threads which it starts from now on, OpenMP's too; lowers it
     * once only. Does nothing outside Linux, where threads have no priorities of their own, or do not hand them on.
     */
    static void giveWay() {
        if (!Platform.isLinux()) {
            return;
        }
        try {
            int usual = function("getpriority").invokeInt(new Object[] {
                PRIO_PROCESS, (int) ProcessHandle.current().pid()
            });
            function("setpriority")
                    .invokeInt(new Object[] {PRIO_PROCESS, CALLING_THREAD, Math.min(NICEST, usual + NICER)});
        } catch (LinkageError e) {
            LOG.info("The priority of a thread cannot be lowered here; windows may stutter while it computes.", e);
        }
    }

    private static boolean make() {
        if (!Platform.isLinux()) {
            return false;
        }
        try {
            // once only: the first call leaves the old list of variables in place for whoever reads it at the same time
            keep("OMP_WAIT_POLICY", "passive");
            keep("GOMP_SPINCOUNT", SPINS);
            String tunables = System.getenv("GLIBC_TUNABLES");
            if (tunables != null && tunables.contains("glibc.malloc.")) {
                return true; // whoever started the program has chosen
            }
            return set(MAPPED_BLOCKS, 0)
                    && set(TRIM_THRESHOLD, Integer.MAX_VALUE)
                    && set(TOP_PAD, HEAP_BYTES)
                    && set(ARENAS, 1);
        } catch (LinkageError e) {
            LOG.info("The C library's memory settings cannot be made here; training is slower than it could be.", e);
            return false;
        }
    }

    /** Sets a variable of the environment unless the user has. */
    private static void keep(String name, String value) {
        function("setenv").invokeInt(new Object[] {name, value, /* overwrite */ 0});
    }

    private static boolean set(int parameter, int value) {
        return function("mallopt").invokeInt(new Object[] {parameter, value}) == 1;
    }

    private static Function function(String name) {
        return NativeLibrary.getInstance("c").getFunction(name);
    }
}
