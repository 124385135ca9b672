package dev.sdpoint.engine.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StressLoadTest {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static long[] burning() {
        return Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
                .filter(info -> info != null && info.getThreadName().startsWith("stress-"))
                .mapToLong(info -> info.getThreadId())
                .toArray();
    }

    private static long cpuNanos() {
        return Arrays.stream(burning()).map(THREADS::getThreadCpuTime).sum();
    }

    /** Share of all processors that the burning threads got in a while. */
    private static double burned() throws InterruptedException {
        long start = System.nanoTime();
        long cpu = cpuNanos();
        TimeUnit.MILLISECONDS.sleep(600);
        long burned = cpuNanos() - cpu; // never of more than the time that follows, however late this thread comes on
        return burned
                / (double) (System.nanoTime() - start)
                / Runtime.getRuntime().availableProcessors();
    }

    @Test
    void burnsTheShareThatIsSetAndEnds() throws InterruptedException {
        try (StressLoad stress = new StressLoad(0.5)) {
            assertThat(burning()).hasSize(Runtime.getRuntime().availableProcessors());
            // Others may compute on this machine too, so there is less of it for burning, never more.
            double half = burned();
            assertThat(half).isBetween(0.05, 0.6);
            stress.setShare(0);
            assertThat(stress.share()).isZero();
            TimeUnit.MILLISECONDS.sleep(50);
            assertThat(burned()).isLessThan(half / 2).isLessThan(0.1);
            assertThat(stress.lastResult()).isGreaterThan(1);
        }
        assertThat(burning()).isEmpty();
    }

    @Test
    void endsAtOnceAtFullShareToo() {
        StressLoad stress = new StressLoad(1);
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> thread.getName().startsWith("stress-"))
                .isNotEmpty()
                .allMatch(Thread::isDaemon);
        stress.close();
        stress.close();
        assertThat(burning()).isEmpty();
    }

    @Test
    void refusesWhatIsNoShare() {
        assertThatThrownBy(() -> new StressLoad(1.5))
                .hasMessageContaining("1.5")
                .hasMessageContaining("0 to 1");
        assertThatThrownBy(() -> new StressLoad(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThat(burning()).isEmpty();
    }
}
