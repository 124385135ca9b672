package dev.sdpoint.engine.inference;

import dev.sdpoint.engine.evaluation.InstanceScore;
import java.util.List;

/**
 * Keeps a stream of images within a target by moving along the non-dominated instances: the best one that fits, chosen anew as the load of the
 * machine changes (the paper's motivation, §1). Not thread-safe: one thread asks and tells. Deterministic: the same readings give the same
 * choices.
 *
 * <p>It foresees what every offer would use from what the present one uses, by the proportion of their times ({@link LoadEstimate}).
 *
 * <ul>
 *   <li><b>Down</b> at the second frame over the limit (of those close together): to the next offer, or after a step of the load to the best that
 *       would fit with all noise; at the third in a row to the cheapest.
 *   <li><b>Up</b> when five frames of the present load are known and a dearer offer would have fitted, with headroom and half the noise, at each of
 *       three frames in a row: straight to the dearest such.
 *   <li><b>Hysteresis</b>: an offer that had to be left under a load must fit with all noise before it is tried again, and one that had to be left
 *       although it did, for twice as many frames each time, up to eighty; until it uses clearly less than it did then.
 *   <li><b>Trial</b>: what is foreseen may be wrong. After sixty calm frames the next offer is tried if it never ran and may fit; it is left at its
 *       first frame over the limit, or after three if it does not fit.
 * </ul>
 *
 * <p>What this promises, in words that the tests take literally. A <i>frame</i> is one whose use was measured; of a share of free processors that is
 * about every quarter of a second. A <i>step</i> is a change of the load between two frames, after which it stays. An offer <i>suits</i> a
 * load if, without noise, it is within the limit, and no dearer one would be within it by the headroom with all noise; if none is within the
 * limit, the cheapest suits.
 *
 * <ul>
 *   <li><b>Settles within ten frames</b>: from the eleventh frame after a step on, up to the next step, every offer that runs suits the load; a
 *       trial, which is at most three frames of the next dearer offer, excepted. Without noise this holds for every step; with noise for all but
 *       the share of steps that the tests name, since ten noisy frames do not always tell two loads apart.
 *   <li><b>Does not oscillate</b>: without noise the offer does not change at all once it has settled, trials excepted; with noise it changes
 *       within what suits, and no more often than the tests name.
 *   <li><b>Never out of the budget for more than three frames</b>: no four frames in a row are over the limit, at steps neither, as long as every
 *       frame of the cheapest offer would be within it.
 *   <li><b>Out of reach</b>: if not even the cheapest offer fits, it runs from the fourth such frame on, {@link #outOfReach()} says so, and it
 *       settles within ten frames as always once the load is lower.
 * </ul>
 */
public final class AutoBudget implements BudgetStrategy {
    /** Frames in a row a dearer offer must fit before it is moved up to, while nothing speaks against it. */
    static final int PATIENCE = 3;

    /** Share of the limit that stays unused, so that the choice is not on the edge. */
    static final double HEADROOM = 0.03;

    /** Frames of the present load that must be known before anything is moved up. */
    private static final int ENOUGH = 5;
    /** Frames over the limit in a row after which only the cheapest is sure. */
    private static final int EMERGENCY = 3;
    /** A frame over the limit counts 1, one within it takes this away; at {@link #TOO_MUCH} the offer is left. */
    private static final double FORGIVEN = 0.2;

    private static final double TOO_MUCH = 2;
    private static final double CERTAINTY = 1e-9;
    /** Share of the noise that must fit at the first attempt; all of it after a failure. */
    private static final double FIRST_ATTEMPT = 0.5;
    /** An offer that failed gets a new chance when it uses this share less, and a quarter of the noise. */
    private static final double EASED = 0.02;
    /** Frames within which leaving an offer counts as a failed move up. */
    private static final int SOON = 200;
    /** Calm frames before a trial, for an offer whose last one did not fail. */
    private static final int CALM = 60;
    /** A trial ends well after so many frames within the limit. */
    private static final int TRIAL = 3;
    /** An offer that never ran is tried against its prediction if that is at most this times the limit; */
    private static final double DOUBTFUL = 1.5;
    /** less if its time was measured before. */
    private static final double DOUBTFUL_MEASURED = 1.15;

    private final StreamTarget target;
    private final List<InstanceScore> offers;
    private final LoadEstimate load;
    private final OfferPatience patience;
    private final int[] fitted;
    private final double doubtful;

    private int current;
    private int framesHere;
    private int overInARow;
    private double debt;
    private boolean cameUp;
    private boolean cameSure;
    private boolean steppedHere;
    private int trialFrom = -1;

    /**
     * Begins with the cheapest offer.
     *
     * @param target what to keep to
     * @param expected the offers and the proportions of their times, as far as known
     */
    public AutoBudget(StreamTarget target, OfferTimes expected) {
        this.target = target;
        offers = expected.offers();
        load = new LoadEstimate(expected);
        doubtful = expected.measured() ? DOUBTFUL_MEASURED : DOUBTFUL;
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
        steppedHere |= load.add(current, used - elastic, elastic);
        framesHere++;
        boolean over = used > target.limit();
        overInARow = over ? overInARow + 1 : 0;
        debt = over ? debt + 1 : Math.max(0, debt - FORGIVEN);
        for (int offer = 0; offer < fitted.length; offer++) {
            if (load.known() >= ENOUGH) {
                patience.ease(offer, load.typical(offer), EASED + load.noise() / 4);
            }
            boolean fits = load.known() >= ENOUGH && fits(offer, noises(offer));
            fitted[offer] = fits ? fitted[offer] + 1 : 0;
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

    /** Whether an offer would keep to the limit, with headroom and a part of the noise. */
    private boolean fits(int offer, double noises) {
        return load.typical(offer) * (1 + noises * load.noise()) <= (1 - HEADROOM) * target.limit();
    }

    private double noises(int offer) {
        return patience.hasFailed(offer) ? 1 : FIRST_ATTEMPT;
    }

    private int whenOver() {
        if (trialFrom >= 0) {
            return trialFrom;
        }
        if (overInARow >= EMERGENCY) {
            return 0;
        }
        boolean typical = load.known() >= ENOUGH && load.typical(current) > target.limit();
        return typical || debt >= TOO_MUCH - CERTAINTY ? bestBelow() : current;
    }

    /** After a step of the load the best that would fit; otherwise the next one. */
    private int bestBelow() {
        int best = Math.max(0, current - 1);
        while (load.known() < ENOUGH && best > 0 && !fits(best, 1)) {
            best--;
        }
        return best;
    }

    private int whenWithin() {
        if (trialFrom >= 0 && framesHere >= TRIAL) {
            int before = trialFrom;
            trialFrom = -1;
            if (load.typical(current) > doubt(current) * target.limit()) {
                return before;
            }
        }
        for (int offer = offers.size() - 1; offer > current; offer--) {
            if (fitted[offer] >= patience.upTo(current, offer)) {
                return offer;
            }
        }
        int dearer = current + 1;
        if (dearer < offers.size()
                && debt == 0
                && framesHere >= CALM / PATIENCE * patience.upTo(current, dearer)
                && load.typical(dearer) <= doubt(dearer) * target.limit()) {
            trialFrom = current;
            return dearer;
        }
        return current;
    }

    /** How much over the limit an offer may seem to be to be tried. */
    private double doubt(int offer) {
        return load.ran(offer) ? 1 / (1 + FIRST_ATTEMPT * load.noise()) : doubtful;
    }

    private void move(int chosen) {
        boolean up = chosen > current;
        boolean trial = up && trialFrom == current;
        if (!up && cameUp && !steppedHere && framesHere <= SOON) {
            patience.failed(current, load.typical(current), cameSure);
        }
        cameSure = fits(chosen, 1) || trial;
        load.moved(chosen);
        if (!trial) {
            trialFrom = -1;
        }
        cameUp = up;
        current = chosen;
        framesHere = 0;
        steppedHere = false;
        debt = 0;
    }
}
