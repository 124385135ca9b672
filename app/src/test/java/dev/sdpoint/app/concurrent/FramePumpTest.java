package dev.sdpoint.app.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FramePumpTest {
    private static final long SECOND = 1_000_000_000L;

    private final FakeClock clock = new FakeClock();
    private int drains;

    @Test
    void drainsTenTimesASecondOnASixtyHertzScreen() {
        pump(10).start();
        clock.pulse(60, 10 * SECOND);

        assertThat(drains).isBetween(99, 101);
    }

    @Test
    void drainsWithTheFirstPulse() {
        pump(1).start();
        clock.pulse(60, SECOND / 60);

        assertThat(drains).isEqualTo(1);
    }

    @Test
    void doesNotCatchUpAfterAStall() {
        pump(10).start();
        clock.pulse(60, SECOND);
        int before = drains;
        clock.skip(5 * SECOND);
        clock.pulse(60, SECOND / 20);

        assertThat(drains - before).isEqualTo(1);
    }

    @Test
    void drainsOnceMoreWhenItStops() {
        FramePump pump = pump(10);
        pump.start();
        clock.pulse(60, SECOND / 60);
        pump.stop();

        assertThat(drains).isEqualTo(2);
        assertThat(pump.running()).isFalse();
        assertThat(clock.receiver).isNull();
    }

    @Test
    void mayBeStartedAndStoppedAgainAndAgain() {
        FramePump pump = pump(10);
        pump.stop();
        assertThat(drains).isZero();
        pump.start();
        pump.start();
        pump.stop();
        pump.stop();
        pump.start();
        clock.pulse(60, SECOND / 60);

        assertThat(drains).isEqualTo(2);
    }

    @Test
    void rejectsARateThatNoScreenHas() {
        assertThatThrownBy(() -> pump(0)).hasMessageContaining("rate 0.0 Hz is outside (0, 60]");
        assertThatThrownBy(() -> pump(100)).isInstanceOf(IllegalArgumentException.class);
    }

    private FramePump pump(double hertz) {
        return new FramePump(hertz, () -> drains++, clock);
    }

    private static final class FakeClock implements FramePump.Pulses {
        private @Nullable LongConsumer receiver;
        private long now = 7 * SECOND;

        @Override
        public void start(LongConsumer newReceiver) {
            receiver = newReceiver;
        }

        @Override
        public void stop() {
            receiver = null;
        }

        void skip(long nanos) {
            now += nanos;
        }

        void pulse(int hertz, long nanos) {
            for (long end = now + nanos; now < end; now += SECOND / hertz) {
                if (receiver != null) {
                    receiver.accept(now);
                }
            }
        }
    }
}
