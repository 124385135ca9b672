package dev.sdpoint.engine.inference;

import static dev.sdpoint.engine.inference.SimulatedMachine.OFFERS;

import dev.sdpoint.engine.sdpoint.SplitMix64;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Twelve steps of a load, one after the other under one controller: 60 to 149 frames under each load, whatever the target is. */
final class LoadSteps {
    private static final int STEPS = 12;
    private static final double FIXED = 0.1;
    private static final double PERIOD = 31;

    /** What is kept, each with a load of its own. */
    enum Kind {
        /** The load is how many times as long everything takes. */
        MILLIS(new StreamTarget.MillisPerImage(20)),
        /** As {@link #MILLIS}, and a millisecond beside each forward pass. */
        FPS(new StreamTarget.FramesPerSecond(50)),
        /** The load is the share of the processors that others take, of images every 31 ms. */
        CPU(new StreamTarget.FreeCpu(0.25));

        @SuppressWarnings("ImmutableEnumChecker") // every target is a record of numbers
        final StreamTarget target;

        Kind(StreamTarget target) {
            this.target = target;
        }

        /** What a frame of an offer uses if there is no noise. */
        double use(int offer, double load) {
            double millis = millis(offer);
            return switch (this) {
                case MILLIS -> millis * load;
                case FPS -> millis * load + 1;
                case CPU -> millis / PERIOD + load;
            };
        }

        FrameReading reading(int offer, double load, Noise noise) {
            if (this == CPU) {
                double millis = noise.on(millis(offer));
                double own = Math.min(1, millis / PERIOD);
                return new FrameReading(millis, millis + 1, Math.min(1, noise.on(load) + own), own);
            }
            double millis = noise.on(millis(offer) * load);
            return FrameReading.ofTimes(millis, millis + noise.on(1));
        }

        /** A load up to the largest under which the cheapest offer fits with every noise, uniform in steps or in factors. */
        double draw(double noise, double random) {
            double limit = target.limit() / (1 + noise);
            if (this == CPU) {
                return random * (limit - use(0, 0));
            }
            double most = (limit - (this == FPS ? 1 : 0)) / millis(0);
            return 0.5 * Math.pow(most / 0.5, random);
        }

        private static double millis(int offer) {
            return SimulatedMachine.FULL_MILLIS
                    * (FIXED + (1 - FIXED) * OFFERS.get(offer).relativeCost());
        }

        OfferTimes surveyed() {
            return new OfferTimes(
                    OFFERS,
                    IntStream.range(0, OFFERS.size()).mapToObj(Kind::millis).toList(),
                    true);
        }

        /** The dearest offer that uses no more than a share of the limit; the cheapest if none does. */
        int dearest(double load, double share) {
            return IntStream.range(0, OFFERS.size())
                    .filter(offer -> use(offer, load) <= share * target.limit())
                    .max()
                    .orElse(0);
        }
    }

    /** A uniform factor on everything. */
    record Noise(double width, SplitMix64 random) {
        double on(double value) {
            return value * (1 + width * (2 * random.nextDouble() - 1));
        }
    }

    /**
     * The frames of one load.
     *
     * @param offers that ran
     * @param within whether each frame was within the limit
     * @param surest the dearest offer all frames of which stay within 97 % of the limit
     * @param boldest the dearest offer whose frames stay within the limit if there is no noise
     */
    record Phase(double load, List<Integer> offers, List<Boolean> within, int surest, int boldest) {
        /** Frames after which only offers ran that suit this load, trials excepted. */
        int settledAfter() {
            int settled = 0;
            for (int i = 0; i < offers.size(); i++) {
                if ((offers.get(i) < surest || offers.get(i) > boldest) && !isTrial(i)) {
                    settled = i + 1;
                }
            }
            return settled;
        }

        /** Whether a frame is one of at most three of the next dearer offer, from and back to an offer that ran for sixty frames. */
        private boolean isTrial(int frame) {
            int begin = frame;
            while (begin > 0 && offers.get(begin - 1).equals(offers.get(frame))) {
                begin--;
            }
            int end = frame;
            while (end < offers.size() && offers.get(end).equals(offers.get(frame))) {
                end++;
            }
            int calm = begin;
            while (calm > 0 && offers.get(calm - 1) == offers.get(frame) - 1) {
                calm--;
            }
            boolean returns = end == offers.size() || offers.get(end) == offers.get(frame) - 1;
            return end - begin <= 3 && returns && begin - calm >= 50;
        }

        /** Offers left for one on the other side of where they came from: up and down again, or down and up, within ten frames of each other, after ten frames. */
        int reversals() {
            int reversals = 0;
            int last = 0;
            int lastAt = -100;
            for (int i = 11; i < offers.size(); i++) {
                int direction = Integer.signum(offers.get(i) - offers.get(i - 1));
                if (direction != 0 && !isTrial(i) && !isTrial(i - 1)) {
                    reversals += direction == -last && i - lastAt <= 10 ? 1 : 0;
                    last = direction;
                    lastAt = i;
                }
            }
            return reversals;
        }

        /** Changes of the offer after ten frames, trials excepted. */
        int changes() {
            return (int) IntStream.range(11, offers.size())
                    .filter(i -> !offers.get(i).equals(offers.get(i - 1)) && !isTrial(i) && !isTrial(i - 1))
                    .count();
        }

        @Override
        public String toString() {
            return "load " + load + ", suited " + surest + " to " + boldest + ": " + offers;
        }
    }

    private LoadSteps() {}

    /** Runs a strategy through twelve loads. */
    @SuppressWarnings("EnumOrdinal") // a part of the seed, no more
    static List<Phase> run(Kind kind, BudgetStrategy strategy, double noise, long seed) {
        SplitMix64 loads = SplitMix64.at(seed, 9, 0);
        Noise noisy = new Noise(noise, SplitMix64.at(seed, 5, kind.ordinal()));
        List<Phase> phases = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            double load = kind.draw(noise, loads.nextDouble());
            int frames = 60 + loads.nextInt(90);
            List<Integer> offers = new ArrayList<>();
            List<Boolean> within = new ArrayList<>();
            for (int i = 0; i < frames; i++) {
                int offer = OFFERS.indexOf(strategy.next());
                FrameReading reading = kind.reading(offer, load, noisy);
                offers.add(offer);
                within.add(kind.target.keptBy(reading));
                strategy.observe(reading);
            }
            int surest = kind.dearest(load, (1 - AutoBudget.HEADROOM) / (1 + noise));
            phases.add(new Phase(load, offers, within, surest, kind.dearest(load, 1)));
        }
        return phases;
    }

    /** The longest run of frames over the limit, steps of the load not told apart. */
    static int longestOver(List<Phase> phases) {
        int longest = 0;
        int now = 0;
        for (boolean within :
                phases.stream().flatMap(phase -> phase.within().stream()).toList()) {
            now = within ? 0 : now + 1;
            longest = Math.max(longest, now);
        }
        return longest;
    }
}
