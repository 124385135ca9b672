package dev.sdpoint.engine.download;

import java.time.Duration;

/**
 * How long to wait for a server, and how often.
 *
 * @param connect at most for a connection
 * @param stall at most for the next byte; then the connection is given up and taken up again
 * @param fruitless tries in a row that bring (nearly) nothing before giving up, at least 1
 * @param firstPause before the second try; doubles from try to try
 * @param longestPause of any pause, also of one that the server asks for
 * @param worth bytes that a try must bring to count as a good one, at least 1; bounds the number of tries in all
 */
record Patience(
        Duration connect, Duration stall, int fruitless, Duration firstPause, Duration longestPause, long worth) {
    /** For people and servers as they are. */
    static final Patience USUAL = new Patience(
            Duration.ofSeconds(20), Duration.ofSeconds(30), 6, Duration.ofSeconds(1), Duration.ofMinutes(2), 64 * 1024);

    Patience {
        if (fruitless < 1 || worth < 1) {
            throw new IllegalArgumentException(
                    "At least 1 try and 1 byte are needed, got " + fruitless + " and " + worth + ".");
        }
    }

    /** @param tries that were fruitless so far, at least 1 */
    Duration pause(int tries) {
        Duration wanted = firstPause.multipliedBy(1L << Math.min(tries - 1, 16));
        return wanted.compareTo(longestPause) > 0 ? longestPause : wanted;
    }
}
