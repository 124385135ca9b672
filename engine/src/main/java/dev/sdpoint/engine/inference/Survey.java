package dev.sdpoint.engine.inference;

import com.sun.management.OperatingSystemMXBean;
import dev.sdpoint.engine.data.RgbImage;
import dev.sdpoint.engine.evaluation.InstanceScore;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What single forward passes take on this machine, measured before a stream begins.
 *
 * @param times the best of seven passes of each offer, so that others who compute meanwhile disturb little; without the offers that take as long as
 *     a better one
 * @param width share of all processors that a pass keeps busy, above 0 and up to 1; 1 if the system does not tell
 */
public record Survey(OfferTimes times, double width) {
    private static final int ROUNDS = 7;
    private static final double NARROWEST = 0.01;
    /** No pass takes no time, whatever a coarse clock says. */
    private static final double LEAST_MILLIS = 1e-6;

    /**
     * Runs every offer on one picture, in turn so that a busy moment hits all alike: one round to warm up and seven that count. Takes eight times as
     * long as the offers together, on the calling thread.
     *
     * @param offers at least one
     * @throws InterruptedException if the thread is interrupted; no pass begins after that
     */
    public static Survey of(StreamClassifier classifier, RgbImage picture, List<InstanceScore> offers)
            throws InterruptedException {
        for (InstanceScore offer : offers) {
            pass(classifier, picture, offer);
        }
        double[][] millis = new double[offers.size()][ROUNDS];
        long begun = System.nanoTime();
        long computed = processNanos();
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < millis.length; i++) {
                millis[i][round] = pass(classifier, picture, offers.get(i));
            }
        }
        double width = (double) (processNanos() - computed)
                / (System.nanoTime() - begun)
                / Runtime.getRuntime().availableProcessors();
        List<Double> best = new ArrayList<>();
        for (double[] rounds : millis) {
            best.add(Math.max(LEAST_MILLIS, Arrays.stream(rounds).min().orElseThrow()));
        }
        return new Survey(OfferTimes.measured(offers, best), width > 0 ? Math.max(NARROWEST, Math.min(1, width)) : 1);
    }

    private static double pass(StreamClassifier classifier, RgbImage picture, InstanceScore offer)
            throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("the survey was interrupted");
        }
        return classifier.classify(picture, offer.instance()).millis();
    }

    /** Time of all processors that this program has used, with the threads of the tensor library; 0 if the system does not tell. */
    private static long processNanos() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? Math.max(0, system.getProcessCpuTime())
                : 0;
    }
}
