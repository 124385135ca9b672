package dev.sdpoint.app.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SlicesTest {
    private static final long MILLI = 1_000_000;

    private final Clock clock = new Clock();
    private final Slices slices = new Slices(clock, () -> clock.nanos);
    private final List<String> done = new ArrayList<>();

    @Test
    void beginsNoFurtherSliceAfterFourMilliseconds() {
        slices.add(Collections.nCopies(5, slice("slice", 1.5)));
        clock.pulse();
        assertThat(done).as("begun after 0, 1.5 and 3 ms").hasSize(3);
        clock.pulse();
        assertThat(done).hasSize(5);
    }

    @Test
    void aLongSliceHasAPulseForItself() {
        slices.add(Collections.nCopies(2, slice("long", 30)));
        clock.pulse();

        assertThat(done).hasSize(1);
    }

    @Test
    void waitsUntilNobodyUsedTheWindowForAMoment() {
        slices.add(List.of(slice("slice", 1)));
        slices.giveWay();
        clock.nanos += 249 * MILLI;
        clock.pulse();
        assertThat(done).isEmpty();
        clock.nanos += MILLI;
        clock.pulse();
        assertThat(done).hasSize(1);
    }

    @Test
    void goesOnWhileTheWindowIsUsedIfSomebodyWaits() {
        slices.add(List.of(slice("slice", 1)));
        slices.giveWay();
        slices.setUrgent(true);
        clock.pulse();
        assertThat(done).hasSize(1);
    }

    @Test
    void whatASliceFindsOutComesBeforeTheOthers() {
        slices.add(List.of(() -> slices.addNext(List.of(slice("a", 1), slice("b", 1))), slice("c", 1)));
        clock.pulse();

        assertThat(done).containsExactly("a", "b", "c");
    }

    @Test
    void asksForPulsesOnlyWhileSomethingIsLeft() {
        assertThat(clock.receiver).isNull();
        slices.add(List.of(slice("slice", 1)));
        assertThat(slices.done()).isFalse();
        clock.pulse();
        assertThat(clock.receiver).isNull();
        assertThat(slices.done()).isTrue();
        slices.add(List.of(slice("another", 1)));
        clock.pulse();
        assertThat(done).containsExactly("slice", "another");
    }

    @Test
    void leavesTheRestUndoneWhenASliceFails() {
        slices.add(List.of(
                () -> {
                    throw new IllegalStateException("broken");
                },
                slice("after", 1)));
        clock.pulse();

        assertThat(done).isEmpty();
        assertThat(slices.done()).isTrue();
        assertThat(clock.receiver).isNull();
    }

    @Test
    void forgetsWhatIsLeftWhenItStops() {
        slices.add(List.of(slice("slice", 1)));
        slices.stop();
        assertThat(clock.receiver).isNull();
        assertThat(slices.done()).isTrue();
    }

    private Runnable slice(String name, double millis) {
        return () -> {
            done.add(name);
            clock.nanos += (long) (millis * MILLI);
        };
    }

    private static final class Clock implements FramePump.Pulses {
        private long nanos;
        private @Nullable LongConsumer receiver;

        @Override
        public void start(LongConsumer newReceiver) {
            receiver = newReceiver;
        }

        @Override
        public void stop() {
            receiver = null;
        }

        void pulse() {
            if (receiver != null) {
                receiver.accept(nanos);
            }
        }
    }
}
