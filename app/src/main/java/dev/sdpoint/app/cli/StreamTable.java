package dev.sdpoint.app.cli;

import dev.sdpoint.engine.evaluation.SweepCsv;
import dev.sdpoint.engine.inference.OfferTimes;
import dev.sdpoint.engine.inference.StreamFrame;
import dev.sdpoint.engine.inference.StreamTarget;
import dev.sdpoint.engine.inference.StreamTrace;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints a stream while it runs: every frame for programs, stretches under one instance and one stress for people. */
final class StreamTable {
    private static final int LONGEST_STRETCH = 50;
    private static final String COLUMNS =
            "frame,at_millis,point,ratio,relative_cost,latency_millis,frame_millis,busy_share,slowdown,stress,"
                    + "within_budget,label,predicted,recent_accuracy";

    private final PrintWriter out;
    private final Format format;
    private final StreamTrace trace = new StreamTrace(1);
    private final List<StreamFrame> stretch = new ArrayList<>();
    private double stretchStress;

    StreamTable(PrintWriter out, Format format) {
        this.out = out;
        this.format = format;
    }

    void begin(StreamTarget target, OfferTimes times) {
        if (format == Format.CSV) {
            out.println(COLUMNS);
            return;
        }
        out.println("target " + target.text() + "; milliseconds for an image, measured before:");
        for (int i = 0; i < times.offers().size(); i++) {
            out.printf(
                    Locale.ROOT,
                    "  %-24s %3.0f %%  %8.3f%n",
                    times.offers().get(i).instance().label(),
                    100 * times.offers().get(i).relativeCost(),
                    times.millis().get(i));
        }
        out.println(
                "frames           second  instance                  cost  stress   ms/image     worst    load  within"
                        + "  right lately");
        out.flush();
    }

    /** @param stress share of the processors' time that was burned during the frame, 0 … 1 */
    void add(StreamFrame frame, double stress) {
        trace.add(frame);
        if (format == Format.CSV) {
            csv(frame, stress);
            return;
        }
        if (!stretch.isEmpty()
                && (stretch.size() == LONGEST_STRETCH
                        || stress != stretchStress
                        || !stretch.get(0).instance().equals(frame.instance()))) {
            printStretch();
        }
        stretch.add(frame);
        stretchStress = stress;
    }

    void end() {
        if (format == Format.TABLE) {
            printStretch();
            StreamTrace.Summary sum = trace.summary();
            out.printf(
                    Locale.ROOT,
                    "%,d frames: %s within the target, %.1f %% right, %.1f %% of the full cost, %,d changes of the instance%n",
                    sum.frames(),
                    percent(sum.withinShare(), 1),
                    100 * sum.accuracy(),
                    100 * sum.meanCost(),
                    sum.switches());
        }
        out.flush();
    }

    private void printStretch() {
        StreamFrame first = stretch.get(0);
        StreamFrame last = stretch.get(stretch.size() - 1);
        double mean = stretch.stream()
                .mapToDouble(frame -> frame.reading().latencyMillis())
                .average()
                .orElse(0);
        double worst = stretch.stream()
                .mapToDouble(frame -> frame.reading().latencyMillis())
                .max()
                .orElse(0);
        double slowdown = stretch.stream()
                .mapToDouble(StreamFrame::slowdown)
                .sorted()
                .skip(stretch.size() / 2)
                .findFirst()
                .orElse(0);
        long within = stretch.stream().filter(StreamFrame::withinBudget).count();
        long judged = stretch.stream().filter(StreamFrame::judged).count();
        out.printf(
                Locale.ROOT,
                "%6d – %-6d %7.1f  %-24s %3.0f %%   %3.0f %%   %8.3f  %8.3f  × %4.2f  %7s  %10.1f %%%n",
                first.number(),
                last.number(),
                first.atMillis() / 1000,
                first.instance().label(),
                100 * first.score().relativeCost(),
                100 * stretchStress,
                mean,
                worst,
                slowdown,
                percent((double) within / judged, 0),
                100 * last.recentAccuracy());
        out.flush();
        stretch.clear();
    }

    /** Nothing is within a target of processors, or over it, before these were looked at. */
    private static String percent(double share, int digits) {
        return Double.isNaN(share) ? "unknown" : String.format(Locale.ROOT, "%." + digits + "f %%", 100 * share);
    }

    private void csv(StreamFrame frame, double stress) {
        out.println(String.join(
                ",",
                String.valueOf(frame.number()),
                SweepCsv.number(frame.atMillis()),
                String.valueOf(frame.instance().point()),
                SweepCsv.ratio(frame.instance()),
                SweepCsv.number(frame.score().relativeCost()),
                SweepCsv.number(frame.reading().latencyMillis()),
                SweepCsv.number(frame.reading().frameMillis()),
                SweepCsv.number(frame.reading().busyShare()),
                SweepCsv.number(frame.slowdown()),
                SweepCsv.number(stress),
                frame.judged() ? String.valueOf(frame.withinBudget()) : "",
                frame.labelled() ? String.valueOf(frame.label()) : "",
                String.valueOf(frame.predictedClass()),
                SweepCsv.number(frame.recentAccuracy())));
    }
}
