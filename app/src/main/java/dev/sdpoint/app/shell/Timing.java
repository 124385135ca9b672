package dev.sdpoint.app.shell;

import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes how long after the start of the process something was reached. It goes to the log; with {@code -Dsdpoint.timing=true} to
 * standard output too.
 */
final class Timing {
    private static final Logger LOG = LoggerFactory.getLogger(Timing.class);
    private static final boolean PRINT = Boolean.getBoolean("sdpoint.timing");

    private Timing() {}

    /** @param what such as "window shown" */
    static void reached(String what) {
        Instant now = Instant.now();
        ProcessHandle.current().info().startInstant().ifPresent(start -> {
            long wall = Duration.between(start, now).toMillis();
            // On a busy machine the wall clock says little; the processor time says what the program itself needed.
            String own = ProcessHandle.current()
                    .info()
                    .totalCpuDuration()
                    .map(cpu -> " (" + cpu.toMillis() + " ms of processor time)")
                    .orElse("");
            String line = what + " after " + wall + " ms" + own;
            LOG.info(line);
            if (PRINT) {
                System.out.println(line);
            }
        });
    }
}
