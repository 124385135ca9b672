package dev.sdpoint.app.cli;

import dev.sdpoint.app.study.ShortName;
import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.evaluation.Sweep;
import java.io.PrintWriter;
import java.util.Locale;

/** Prints the scores of all instances. */
final class SweepTable {
    private SweepTable() {}

    /** Instances in the order of the network, with the columns that scripts rely on. */
    static void csv(PrintWriter out, Sweep sweep) {
        out.println("point,ratio,flops,relative_cost,top1_error,top5_error,millis_per_image,dominated");
        for (InstanceScore score : sweep.scores()) {
            out.printf(
                    Locale.ROOT,
                    "%d,%s,%d,%.6f,%.6f,%.6f,%.4f,%b%n",
                    score.instance().point(),
                    ShortName.ratio(score.instance()),
                    score.flops(),
                    score.relativeCost(),
                    score.top1Error(),
                    score.top5Error(),
                    score.millisPerImage(),
                    sweep.dominated(score));
        }
        out.flush();
    }

    /** Instances from the cheapest to the dearest, for people. */
    static void text(PrintWriter out, Sweep sweep) {
        out.printf(Locale.ROOT, "%,d images; a star marks the instances that no other one beats%n", sweep.images());
        out.println("  instance                  MFLOPs   cost   top-1 error       top-5   ms/image");
        for (InstanceScore score : sweep.byCost()) {
            out.printf(
                    Locale.ROOT,
                    "%s %-24s %7.1f  %3.0f %%   %5.2f ± %.2f %%   %5.2f %%   %8.3f%n",
                    sweep.dominated(score) ? " " : "*",
                    score.instance().label(),
                    score.flops() / 1e6,
                    100 * score.relativeCost(),
                    100 * score.top1Error(),
                    100 * sweep.errorMargin(score.top1Error()),
                    100 * score.top5Error(),
                    score.millisPerImage());
        }
        out.flush();
    }
}
