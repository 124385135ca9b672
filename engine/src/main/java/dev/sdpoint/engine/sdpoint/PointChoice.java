package dev.sdpoint.engine.sdpoint;

import java.util.Locale;

/** Which of a network's downsampling points are used (an ablation of the paper). */
public enum PointChoice {
    /** One after each basic block. */
    EVERY,
    /** One after every other block, beginning with the first point. */
    ALTERNATE;

    /** Whether a point (1-based) is used. */
    public boolean includes(int point) {
        return this == EVERY || point % 2 == 1;
    }

    /** Name on the command line and in files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
