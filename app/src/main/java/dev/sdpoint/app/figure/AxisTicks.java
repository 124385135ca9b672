package dev.sdpoint.app.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.TickUnits;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** Ticks at 1, 2 and 5 times powers of ten, each with no more digits than it needs. */
public final class AxisTicks {
    private static final int SMALLEST_POWER = -7;
    private static final int LARGEST_POWER = 9;

    private AxisTicks() {}

    /** Units for a linear axis. */
    public static TickUnits linear(String suffix) {
        TickUnits units = new TickUnits();
        for (int power = SMALLEST_POWER; power <= LARGEST_POWER; power++) {
            NumberFormat format = format(Math.max(0, -power), suffix);
            for (int factor : new int[] {1, 2, 5}) {
                units.add(new NumberTickUnit(factor * Math.pow(10, power), format));
            }
        }
        return units;
    }

    /** The smallest unit of 1, 2 or 5 times a power of ten that gives a range at most so many steps. */
    static NumberTickUnit unit(double length, int most, String suffix) {
        for (int power = (int) Math.floor(Math.log10(length / most)) - 1; ; power++) {
            for (int factor : new int[] {1, 2, 5}) {
                double step = factor * Math.pow(10, power);
                if (length / step <= most) {
                    return new NumberTickUnit(step, format(Math.max(0, -power), suffix));
                }
            }
        }
    }

    /** Units for a linear axis of whole things. */
    public static TickUnits whole() {
        TickUnits units = new TickUnits();
        for (int power = 0; power <= LARGEST_POWER; power++) {
            for (int factor : new int[] {1, 2, 5}) {
                units.add(new NumberTickUnit(factor * Math.pow(10, power), format(0, "")));
            }
        }
        return units;
    }

    /**
     * Places for the ticks of a logarithmic axis, at most {@code most} of them: powers of ten, with 2 and 5 times them where
     * there is room. A range below a decade has equal steps instead, for it would have one or two ticks otherwise.
     */
    public static List<Double> logarithmic(double lower, double upper, int most) {
        if (upper / lower < 10) {
            return steps(lower, upper, most);
        }
        List<Double> fine = multiples(lower, upper, new int[] {1, 2, 5});
        return fine.size() <= most ? fine : multiples(lower, upper, new int[] {1});
    }

    private static List<Double> steps(double lower, double upper, int most) {
        for (int power = (int) Math.floor(Math.log10((upper - lower) / most)); ; power++) {
            for (int factor : new int[] {1, 2, 5}) {
                // Whole multiples of a whole number over a power of ten are exact to the last digit.
                BigDecimal step = BigDecimal.valueOf(factor).scaleByPowerOfTen(power);
                long first = (long) Math.ceil(lower / step.doubleValue() * (1 - 1e-9));
                long last = (long) Math.floor(upper / step.doubleValue() * (1 + 1e-9));
                if (last - first + 1 <= most) {
                    return LongStream.rangeClosed(first, last)
                            .mapToObj(i -> step.multiply(BigDecimal.valueOf(i)).doubleValue())
                            .toList();
                }
            }
        }
    }

    private static List<Double> multiples(double lower, double upper, int[] factors) {
        List<Double> ticks = new ArrayList<>();
        for (int power = (int) Math.floor(Math.log10(lower)); power <= Math.log10(upper); power++) {
            for (int factor : factors) {
                double value = factor * Math.pow(10, power);
                if (value >= lower * (1 - 1e-9) && value <= upper * (1 + 1e-9)) {
                    ticks.add(value);
                }
            }
        }
        return ticks;
    }

    /** A format with a number of decimals and something after it. */
    public static NumberFormat format(int decimals, String suffix) {
        String pattern = (decimals == 0 ? "#,##0" : "0." + "0".repeat(decimals)) + suffix.replace("%", "'%'");
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    }

    /** A logarithmic axis whose labels are round numbers: the library's own are fractions of powers. */
    public static final class RoundLogAxis extends LogAxis {
        private static final long serialVersionUID = 1L;
        private static final double PIXELS_PER_LABEL = 56;

        /** An axis with a label. */
        public RoundLogAxis(String label) {
            super(label);
        }

        @Override
        public List<NumberTick> refreshTicks(Graphics2D g2, AxisState state, Rectangle2D dataArea, RectangleEdge edge) {
            boolean upright = RectangleEdge.isLeftOrRight(edge);
            int most = upright
                    ? Math.max(2, (int) (dataArea.getHeight() / PIXELS_PER_LABEL))
                    : Math.max(2, (int) (dataArea.getWidth() / PIXELS_PER_LABEL));
            TextAnchor anchor = upright ? TextAnchor.CENTER_RIGHT : TextAnchor.TOP_CENTER;
            List<NumberTick> ticks = new ArrayList<>();
            for (double value :
                    logarithmic(getRange().getLowerBound(), getRange().getUpperBound(), most)) {
                int decimals = Math.max(
                        0, BigDecimal.valueOf(value).stripTrailingZeros().scale());
                ticks.add(new NumberTick(value, format(decimals, "").format(value), anchor, TextAnchor.CENTER, 0));
            }
            return ticks;
        }
    }
}
