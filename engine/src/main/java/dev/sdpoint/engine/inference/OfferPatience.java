package dev.sdpoint.engine.inference;

import java.util.Arrays;

/**
 * In how many frames in a row each offer must have fitted before it is moved up to. It doubles when an offer had to be left soon after it was
 * reached, and is as short as at first once the offer uses clearly less than it did then.
 */
final class OfferPatience {
    private static final int MOST = 80;

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

    /** Whether the offer had to be left under a load like the present one. */
    boolean hasFailed(int offer) {
        return usedAtFailure[offer] > 0;
    }

    /**
     * @param used what the offer uses at the present load
     * @param surprising whether it should have fitted with all noise
     */
    void failed(int offer, double used, boolean surprising) {
        if (surprising) {
            frames[offer] = Math.min(MOST, 2 * frames[offer]);
        }
        usedAtFailure[offer] = used;
    }

    /**
     * @param used what the offer would use at the present load
     * @param clearly by which share it must be lower
     */
    void ease(int offer, double used, double clearly) {
        if (used < (1 - clearly) * usedAtFailure[offer]) {
            frames[offer] = AutoBudget.PATIENCE;
            usedAtFailure[offer] = 0;
        }
    }
}
