package dev.sdpoint.app.chart;

import dev.sdpoint.app.chart.CostErrorData.Labelled;
import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.evaluation.Sweep;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * An evaluation as it stands in a chart.
 *
 * @param label for people
 * @param sweep its scores
 * @param spots its instances from the cheapest to the dearest on the axis
 */
record PlottedSweep(String label, Sweep sweep, List<Spot> spots) {
    PlottedSweep {
        spots = List.copyOf(spots);
    }

    /**
     * An instance in a chart.
     *
     * @param x cost on the axis, above 0
     * @param error top-1 error in per cent
     * @param margin half the 95 % interval for the size of the validation subset, in points of per cent
     * @param dominated whether another one costs no more on this axis and errs no more
     */
    record Spot(InstanceScore score, double x, double error, double margin, boolean dominated) {
        /** Lower end of the interval, in per cent. */
        double low() {
            return Math.max(0, error - margin);
        }

        /** Upper end of the interval, in per cent. */
        double high() {
            return Math.min(100, error + margin);
        }
    }

    /** The evaluation on an axis; all instances must have a place there. */
    static PlottedSweep of(Labelled evaluation, CostUnit unit) {
        Sweep sweep = evaluation.sweep();
        List<Spot> spots = new ArrayList<>();
        for (InstanceScore score : sweep.byCost()) {
            boolean dominated = unit == CostUnit.MILLIS ? slower(sweep, score) : sweep.dominated(score);
            double margin = 100 * sweep.errorMargin(score.top1Error());
            spots.add(new Spot(score, unit.of(score), 100 * score.top1Error(), margin, dominated));
        }
        spots.sort(Comparator.comparingDouble(Spot::x));
        return new PlottedSweep(evaluation.label(), sweep, spots);
    }

    /** Non-dominated instances. */
    List<Spot> curve() {
        return spots.stream().filter(spot -> !spot.dominated()).toList();
    }

    private static boolean slower(Sweep sweep, InstanceScore score) {
        return sweep.scores().stream()
                .anyMatch(other -> other.millisPerImage() <= score.millisPerImage()
                        && other.top1Error() <= score.top1Error()
                        && (other.millisPerImage() < score.millisPerImage() || other.top1Error() < score.top1Error()));
    }
}
