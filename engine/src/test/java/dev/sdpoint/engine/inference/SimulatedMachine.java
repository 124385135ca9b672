package dev.sdpoint.engine.inference;

import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.sdpoint.SplitMix64;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** A machine whose load and noise are given, on which six instances run; no clock is waited for. */
final class SimulatedMachine {
    /** From the cheapest to the dearest. */
    static final List<InstanceScore> OFFERS = List.of(
            score(1, 0.5, 0.27, 0.20),
            score(2, 0.5, 0.40, 0.15),
            score(1, 0.75, 0.55, 0.12),
            score(2, 0.75, 0.70, 0.10),
            score(3, 0.75, 0.85, 0.09),
            score(0, 1, 1.00, 0.085));

    static final double FULL_MILLIS = 20;

    private final double fixedShare;
    private final double noise;
    private final SplitMix64 random;

    /**
     * @param fixedShare of the full network's time that every instance takes, whatever its FLOPs
     * @param noise half the width of the uniform factor on each time
     */
    SimulatedMachine(double fixedShare, double noise, long seed) {
        this.fixedShare = fixedShare;
        this.noise = noise;
        random = new SplitMix64(seed);
    }

    /** One frame as it went. */
    record Frame(int offer, double load, double millis, double used, boolean within) {
        double accuracy() {
            return 1 - OFFERS.get(offer).top1Error();
        }
    }

    private static InstanceScore score(int point, double ratio, double cost, double error) {
        return new InstanceScore(
                Instance.of(point, ratio), Math.round(cost * 1e9), cost, error, error / 4, 1, Double.NaN);
    }

    /** Time of an offer on a machine that does nothing else. */
    double millis(int offer) {
        return FULL_MILLIS * (fixedShare + (1 - fixedShare) * OFFERS.get(offer).relativeCost());
    }

    /** The times as a survey of the idle machine would have them. */
    OfferTimes surveyed() {
        return new OfferTimes(
                OFFERS, IntStream.range(0, OFFERS.size()).mapToObj(this::millis).toList());
    }

    /** The dearest offer that keeps to a limit with every noise, −1 if none does. */
    int dearestWithin(double limitMillis, double load) {
        return IntStream.range(0, OFFERS.size())
                .filter(offer -> millis(offer) * load * (1 + noise) <= limitMillis)
                .max()
                .orElse(-1);
    }

    /** Runs a strategy for a time target, the load given by frame. */
    List<Frame> run(BudgetStrategy strategy, StreamTarget target, int frames, IntToDoubleFunction load) {
        List<Frame> done = new ArrayList<>();
        for (int i = 0; i < frames; i++) {
            int offer = OFFERS.indexOf(strategy.next());
            double millis = millis(offer) * load.applyAsDouble(i) * uniform();
            FrameReading reading = FrameReading.ofTimes(millis, millis + 1);
            done.add(new Frame(offer, load.applyAsDouble(i), millis, target.used(reading), kept(target, reading)));
            strategy.observe(reading);
        }
        return done;
    }

    /**
     * Runs a strategy at a rate; others keep a share of the processors busy.
     *
     * @param periodMillis between two images
     */
    List<Frame> runPaced(
            BudgetStrategy strategy, StreamTarget target, int frames, double periodMillis, IntToDoubleFunction others) {
        List<Frame> done = new ArrayList<>();
        for (int i = 0; i < frames; i++) {
            int offer = OFFERS.indexOf(strategy.next());
            double millis = millis(offer) * uniform();
            double own = Math.min(1, millis / periodMillis);
            double busy = Math.min(1, others.applyAsDouble(i) + own);
            FrameReading reading = new FrameReading(millis, millis + 1, busy, own);
            done.add(new Frame(offer, others.applyAsDouble(i), millis, busy, kept(target, reading)));
            strategy.observe(reading);
        }
        return done;
    }

    private static boolean kept(StreamTarget target, FrameReading reading) {
        return target.used(reading) <= target.limit();
    }

    private double uniform() {
        return 1 + noise * (2 * random.nextDouble() - 1);
    }

    static long switches(List<Frame> frames) {
        return IntStream.range(1, frames.size())
                .filter(i -> frames.get(i).offer() != frames.get(i - 1).offer())
                .count();
    }

    static double withinShare(List<Frame> frames) {
        return frames.stream().filter(Frame::within).count() / (double) frames.size();
    }

    static double accuracy(List<Frame> frames) {
        return frames.stream().mapToDouble(Frame::accuracy).average().orElse(0);
    }

    /** Expected share of images that are right and in time. */
    static double rightInTime(List<Frame> frames) {
        return frames.stream()
                .mapToDouble(frame -> frame.within() ? frame.accuracy() : 0)
                .average()
                .orElse(0);
    }

    /** The longest run of frames over the limit. */
    static int longestOver(List<Frame> frames) {
        int longest = 0;
        int now = 0;
        for (Frame frame : frames) {
            now = frame.within() ? 0 : now + 1;
            longest = Math.max(longest, now);
        }
        return longest;
    }
}
