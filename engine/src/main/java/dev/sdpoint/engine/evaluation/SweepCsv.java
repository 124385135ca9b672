package dev.sdpoint.engine.evaluation;

import dev.sdpoint.engine.sdpoint.Instance;
import java.math.BigDecimal;

/** Scores as comma-separated values, the same in every file and on the terminal, with all digits that there are. */
public final class SweepCsv {
    /** Names of the columns that {@link #row} fills. */
    public static final String COLUMNS =
            "point,ratio,flops,relative_cost,top1_error,top5_error,millis_per_image,dominated";

    private SweepCsv() {}

    /** One instance of a sweep, without the end of the line. */
    public static String row(Sweep sweep, InstanceScore score) {
        return String.join(
                ",",
                String.valueOf(score.instance().point()),
                ratio(score.instance()),
                String.valueOf(score.flops()),
                number(score.relativeCost()),
                number(score.top1Error()),
                number(score.top5Error()),
                number(score.millisPerImage()),
                String.valueOf(sweep.dominated(score)));
    }

    /** A number with a point and so many digits that reading it gives the same number again; nothing if it was not measured. */
    public static String number(double value) {
        if (!Double.isFinite(value)) {
            return "";
        }
        String plain = BigDecimal.valueOf(value).toPlainString();
        return plain.endsWith(".0") ? plain.substring(0, plain.length() - 2) : plain;
    }

    /** A ratio without needless zeros: 1, 0.5, 0.75. */
    public static String ratio(Instance instance) {
        return number(instance.ratio());
    }
}
