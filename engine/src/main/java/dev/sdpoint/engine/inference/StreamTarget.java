package dev.sdpoint.engine.inference;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a stream of images has to keep to. A target has a limit in a unit of its own and says how much of it a frame used; a frame
 * is within the budget if it used no more than the limit. Immutable.
 */
public sealed interface StreamTarget {
    /** What may be used at the most, above 0, in the unit of the target. */
    double limit();

    /** What a frame used, in the unit of the limit; NaN if the reading does not tell. */
    double used(FrameReading reading);

    /** The part of {@link #used} that another instance would change in proportion to its time; the rest stays. */
    double elastic(FrameReading reading);

    /** The target as {@link #parse} reads it. */
    String text();

    /**
     * So many frames a second: everything that is done for a frame, waiting for it excepted, must fit into its time.
     *
     * @param frames a second, above 0 and at most 10,000
     */
    record FramesPerSecond(double frames) implements StreamTarget {
        private static final double MOST = 10_000;

        public FramesPerSecond {
            requireWithin("frames per second", frames, MOST);
        }

        @Override
        public double limit() {
            return 1000 / frames;
        }

        @Override
        public double used(FrameReading reading) {
            return reading.frameMillis();
        }

        @Override
        public double elastic(FrameReading reading) {
            return reading.latencyMillis();
        }

        @Override
        public String text() {
            return number(frames) + "fps";
        }
    }

    /**
     * So many milliseconds for the forward pass of an image.
     *
     * @param millis above 0 and at most 600,000
     */
    record MillisPerImage(double millis) implements StreamTarget {
        private static final double MOST = 600_000;

        public MillisPerImage {
            requireWithin("milliseconds per image", millis, MOST);
        }

        @Override
        public double limit() {
            return millis;
        }

        @Override
        public double used(FrameReading reading) {
            return reading.latencyMillis();
        }

        @Override
        public double elastic(FrameReading reading) {
            return reading.latencyMillis();
        }

        @Override
        public String text() {
            return number(millis) + "ms";
        }
    }

    /**
     * So large a share of all processors stays free. It needs a stream whose images come at a rate of their own: one that runs as fast as it
     * can keeps the processors as busy with a cheap instance as with a dear one.
     *
     * @param share above 0 and below 1
     */
    record FreeCpu(double share) implements StreamTarget {
        public FreeCpu {
            if (!(share > 0 && share < 1)) {
                throw new IllegalArgumentException("free share " + share
                        + " is outside (0, 1); give 0.25 to leave a quarter of the processors free");
            }
        }

        @Override
        public double limit() {
            return 1 - share;
        }

        @Override
        public double used(FrameReading reading) {
            return reading.busyShare();
        }

        @Override
        public double elastic(FrameReading reading) {
            return Math.min(reading.busyShare(), reading.ownShare());
        }

        @Override
        public String text() {
            return number(100 * share) + "%free";
        }
    }

    /**
     * Reads {@code 30fps}, {@code 20ms} or {@code 25%free}; blanks and capitals do not matter.
     *
     * @throws IllegalArgumentException if it is none of these, or the number is outside its range
     */
    static StreamTarget parse(String text) {
        Matcher matcher = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(fps|ms|%\\s*free)")
                .matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new IllegalArgumentException("target '" + text
                    + "' is not understood; give 30fps, 20ms (for an image) or 25%free (of the processors)");
        }
        double number = Double.parseDouble(matcher.group(1));
        return switch (matcher.group(2).charAt(0)) {
            case 'f' -> new FramesPerSecond(number);
            case 'm' -> new MillisPerImage(number);
            default -> new FreeCpu(number / 100);
        };
    }

    private static void requireWithin(String what, double value, double most) {
        if (!(value > 0 && value <= most)) {
            throw new IllegalArgumentException(what + " " + value + " is outside (0, " + number(most) + "]");
        }
    }

    private static String number(double value) {
        double rounded = Math.rint(value * 1000) / 1000;
        return rounded == Math.rint(rounded) ? String.valueOf((long) rounded) : String.valueOf(rounded);
    }
}
