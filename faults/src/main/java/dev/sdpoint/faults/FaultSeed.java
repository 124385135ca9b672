package dev.sdpoint.faults;

import java.util.Random;

/**
 * What chance does in one repetition of a fault test: the same in every run of the tests.
 *
 * @param repetition from 0
 */
public record FaultSeed(int repetition) {
    private static final long BASE = 20_261_126L;

    /** A generator of this repetition's own. */
    public Random random() {
        return new Random(BASE + repetition);
    }
}
