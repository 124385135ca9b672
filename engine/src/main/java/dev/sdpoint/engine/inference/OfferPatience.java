package dev.sdpoint.engine.inference;

import java.util.Arrays;

/**
 * In how many frames in a row each offer must have fitted before it is moved up to. It doubles when an offer had to be left soon after it was
 * reached, and is as short as at first when the load is clearly lower than it was then.
 */
final class OfferPatience {
    private static final int MOST = 16 * AutoBudget.PATIENCE;
    private static final double CLEARLY_LOWER = 0.8;

    private final int[] frames;
    private final double[] usedAtFailure;

    OfferPatience(int offers) {
        frames = new int[offers];
        Arrays.fill(frames, AutoBudget.PATIENCE);
        usedAtFailure = new double[offers];
    }

    /** The longest patience of the offers above one, up to and with another. */
    int upTo(int above, int offer) {
        int longest = AutoBudget.PATIENCE;
        for (int i = above + 1; i <= offer; i++) {
            longest = Math.max(longest, frames[i]);
        }
        return longest;
    }

    /** @param used what the offer uses at the present load */
    void failed(int offer, double used) {
        frames[offer] = Math.min(MOST, 2 * frames[offer]);
        usedAtFailure[offer] = used;
    }

    /** @param used what the offer would use at the most, at the present load and with its noise */
    void ease(int offer, double used) {
        if (used < CLEARLY_LOWER * usedAtFailure[offer]) {
            frames[offer] = AutoBudget.PATIENCE;
            usedAtFailure[offer] = 0;
        }
    }
}
