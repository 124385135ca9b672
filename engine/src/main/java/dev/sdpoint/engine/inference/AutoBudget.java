package dev.sdpoint.engine.inference;

import dev.sdpoint.engine.evaluation.InstanceScore;
import java.util.List;

/**
 * Keeps a stream of images within a target by moving along the non-dominated instances: the best one that fits, chosen anew as the load of the
 * machine changes (the paper's motivation, §1). Not thread-safe: one thread asks and tells. Deterministic: the same readings give the same
 * choices.
 *
 * <p>The first offer is the fastest: by its time, not by its FLOPs. So {@link OfferTimes} has them; they are called cheap and dear here.
 *
 * <p>It predicts every offer from the present one, by the proportion of their times, and corrects the proportions when it has run both.
 *
 * <ul>
 *   <li><b>Down</b> at the second frame over the limit (of those close together), to the best offer that would have fitted; at the third in a row to
 *       the cheapest. So the stream is never over the limit for more than three frames if the cheapest fits.
 *   <li><b>Up</b> when a dearer offer would have fitted, noise and some headroom included, in each of the last five frames: straight to the dearest such.
 *   <li><b>Hysteresis</b>: between the limit and the headroom nothing moves, and an offer that had to be left soon after it was reached must have
 *       fitted for twice as many frames the next time, up to eighty, until the load is clearly lower.
 *   <li><b>Trial</b>: an expectation may be wrong and an offer look dearer than it is. After sixty calm frames the next offer is tried, and left at
 *       its first frame over the limit; the time to the next trial doubles too.
 * </ul>
 */
public final class AutoBudget implements BudgetStrategy {
    /** Frames a dearer offer must have fitted in before it is tried, while nothing speaks against it. */
    static final int PATIENCE = 5;

    private static final double HEADROOM = 0.03;
    /** Frames over the limit in a row after which only the cheapest is sure. */
    private static final int EMERGENCY = 3;
    /** A frame over the limit counts 1, one within it takes this away; at {@link #TOO_MUCH} the offer is left. */
    private static final double FORGIVEN = 0.2;

    private static final double TOO_MUCH = 2;
    private static final double CERTAINTY = 1e-9;
    /** Frames within which leaving an offer counts as a failed move up. */
    private static final int SOON = 200;
    /** Calm frames before a trial, in units of the offer's patience. */
    private static final int CALM = 12;
    /** A trial ends well after so many frames within the limit. */
    private static final int TRIAL = 3;
    /** An offer that never ran is tried against its prediction if that is at most this times the limit; one that ran, if it is within. */
    private static final double DOUBTFUL = 1.5;

    private final StreamTarget target;
    private final List<InstanceScore> offers;
    private final LoadEstimate load;
    private final OfferPatience patience;
    private final int[] fitted;

    private int current;
    private int framesHere;
    private int overInARow;
    private double debt;
    private boolean cameUp;
    private int trialFrom = -1;

    /**
     * Begins with the fastest offer.
     *
     * @param target what to keep to
     * @param expected the offers and the proportions of their times, as far as known
     */
    public AutoBudget(StreamTarget target, OfferTimes expected) {
        this.target = target;
        offers = expected.offers();
        load = new LoadEstimate(expected.millis());
        patience = new OfferPatience(offers.size());
        fitted = new int[offers.size()];
    }

    @Override
    public InstanceScore next() {
        return offers.get(current);
    }

    @Override
    public void observe(FrameReading reading) {
        double used = target.used(reading);
        if (Double.isNaN(used)) {
            return;
        }
        double elastic = target.elastic(reading);
        load.add(current, used - elastic, elastic);
        framesHere++;
        boolean over = used > target.limit();
        overInARow = over ? overInARow + 1 : 0;
        debt = over ? debt + 1 : Math.max(0, debt - FORGIVEN);
        for (int offer = 0; offer < fitted.length; offer++) {
            boolean fits = load.newest(offer) <= wanted() && load.likelyMost(offer) <= wanted();
            fitted[offer] = fits ? fitted[offer] + 1 : 0;
            patience.ease(offer, load.likelyMost(offer));
        }
        int chosen = over ? whenOver() : whenWithin();
        if (chosen != current) {
            move(chosen);
        }
    }

    /** True from the third frame in a row in which the cheapest instance was over the limit, until a frame of it is within. */
    @Override
    public boolean outOfReach() {
        return current == 0 && Math.min(framesHere, overInARow) >= EMERGENCY;
    }

    private double wanted() {
        return target.limit() * (1 - HEADROOM);
    }

    private int whenOver() {
        if (trialFrom >= 0) {
            return trialFrom;
        }
        if (overInARow >= EMERGENCY) {
            return 0;
        }
        return debt >= TOO_MUCH - CERTAINTY ? bestBelow() : current;
    }

    /** The best of the cheaper offers that would have fitted in all but the worst of the last frames. */
    private int bestBelow() {
        int best = Math.max(0, current - 1);
        while (best > 0 && load.likelySecondLargest(best) > wanted()) {
            best--;
        }
        return best;
    }

    private int whenWithin() {
        if (trialFrom >= 0 && framesHere >= TRIAL) {
            trialFrom = -1;
        }
        for (int offer = offers.size() - 1; offer > current; offer--) {
            if (fitted[offer] >= patience.upTo(current, offer)) {
                return offer;
            }
        }
        int dearer = current + 1;
        if (dearer < offers.size()
                && debt == 0
                && framesHere >= CALM * patience.upTo(current, dearer)
                && load.median(dearer) <= (load.ran(dearer) ? 1 : DOUBTFUL) * target.limit()) {
            trialFrom = current;
            return dearer;
        }
        return current;
    }

    private void move(int chosen) {
        boolean up = chosen > current;
        boolean trial = up && trialFrom == current;
        load.moved(chosen);
        if (!up && cameUp && framesHere <= SOON) {
            patience.failed(current, load.secondLargest(current));
        }
        if (!trial) {
            trialFrom = -1;
        }
        cameUp = up;
        current = chosen;
        framesHere = 0;
        debt = 0;
    }
}
