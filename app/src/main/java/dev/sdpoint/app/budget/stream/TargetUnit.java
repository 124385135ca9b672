package dev.sdpoint.app.budget.stream;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.inference.StreamRunner;
import dev.sdpoint.engine.inference.StreamTarget;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.regex.Pattern;

/** What a stream can be asked to keep. */
enum TargetUnit {
    MILLIS("ms", 100_000),
    FPS("fps", 10_000),
    FREE("%free", 99);

    private static final Texts TEXTS = Texts.of(TargetUnit.class);

    private static final Pattern THOUSANDS = Pattern.compile("[1-9]\\d{0,2}(,\\d{3})+(\\.\\d*)?");
    private static final double CAMERA = 10;
    /** Of the time on the machine as it is now: it fits, and anything that slows the machine down does not. */
    private static final double ROOM = 1.3;

    private final String suffix;
    private final double most;

    TargetUnit(String suffix, double most) {
        this.suffix = suffix;
        this.most = most;
    }

    String title() {
        return switch (this) {
            case MILLIS -> TEXTS.get("target.millis");
            case FPS -> TEXTS.get("target.fps");
            case FREE -> TEXTS.get("target.free");
        };
    }

    String meaning() {
        return switch (this) {
            case MILLIS -> TEXTS.get("target.millis.meaning");
            case FPS -> TEXTS.get("target.fps.meaning");
            case FREE -> TEXTS.get("target.free.meaning");
        };
    }

    /** The unit behind a number of what was used. */
    String suffix() {
        return suffix;
    }

    /**
     * Reads a number in this unit; a comma stands for a point where it cannot be one of thousands.
     *
     * @throws IllegalArgumentException with a sentence on what is allowed, if it is not
     */
    StreamTarget parse(String text) {
        String typed = text.strip();
        if (THOUSANDS.matcher(typed).matches()) {
            throw new IllegalArgumentException(TEXTS.get("target.comma", typed));
        }
        try {
            double number = Double.parseDouble(typed.replace(',', '.'));
            if (number > 0 && number <= most) {
                return StreamTarget.parse(plain(number) + suffix);
            }
        } catch (NumberFormatException e) {
            // told below, as a number that is out of range is
        }
        throw new IllegalArgumentException(TEXTS.get("target.wrong", most));
    }

    /**
     * A number that the dearest offer keeps as long as nothing else happens on the machine, in two digits.
     *
     * @param dearestMillis of a forward pass of it
     * @param decodeMillis to read and decode an image, 0 if images are in memory; only a rate of frames has to allow for it
     */
    String suiting(double dearestMillis, double decodeMillis) {
        double number = switch (this) {
            case MILLIS -> ROOM * dearestMillis;
            case FPS -> 1000 / (2 * ROOM * dearestMillis + ROOM * decodeMillis);
            case FREE -> 50;
        };
        return new BigDecimal(Math.min(number, most)).round(new MathContext(2)).toPlainString();
    }

    private static String plain(double number) {
        return new BigDecimal(Double.toString(number)).toPlainString();
    }

    /** How images come so that the target means something. */
    StreamRunner.Pace pace(StreamTarget target, double width) {
        double rate = target instanceof StreamTarget.FramesPerSecond fps
                ? fps.frames()
                : target instanceof StreamTarget.FreeCpu ? CAMERA : 0;
        return new StreamRunner.Pace(rate, width);
    }
}
