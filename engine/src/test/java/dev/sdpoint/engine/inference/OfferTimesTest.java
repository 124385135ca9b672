package dev.sdpoint.engine.inference;

import static dev.sdpoint.engine.inference.SimulatedMachine.OFFERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class OfferTimesTest {
    @Test
    void keepsWhatNothingBeatsByTheClockFromTheFastestOn() {
        // the first is slower than the third; the fifth is as fast as the best, but for what a clock makes of it
        OfferTimes times = OfferTimes.measured(OFFERS, List.of(5.5, 3.0, 5.0, 7.0, 8.9, 9.0));
        assertThat(times.offers()).containsExactly(OFFERS.get(1), OFFERS.get(2), OFFERS.get(3), OFFERS.get(5));
        assertThat(times.millis()).containsExactly(3.0, 5.0, 7.0, 9.0);
    }

    @Test
    void keepsTheBestHoweverFastTheOthersAre() {
        assertThat(OfferTimes.measured(OFFERS, List.of(9.0, 9.0, 9.0, 9.0, 9.0, 9.0))
                        .offers())
                .containsExactly(OFFERS.get(5));
        assertThat(OfferTimes.measured(OFFERS.subList(0, 1), List.of(2.0)).offers())
                .containsExactly(OFFERS.get(0));
    }

    @Test
    void refusesTimesThatDoNotGoUp() {
        List<Double> down = List.of(2.0, 1.0);
        assertThatThrownBy(() -> new OfferTimes(OFFERS.subList(0, 2), down)).hasMessageContaining("cannot follow");
        assertThatThrownBy(() -> OfferTimes.measured(OFFERS, down)).hasMessageContaining("cannot have");
    }
}
