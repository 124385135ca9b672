package dev.sdpoint.app.budget.stream;

import dev.sdpoint.engine.inference.StreamRunner;
import dev.sdpoint.engine.inference.StreamTarget;
import java.math.BigDecimal;

/** What a stream can be asked to keep. */
enum TargetUnit {
    MILLIS("ms per image", "ms", "The forward pass of an image takes no longer", 100_000),
    FPS("frames per second", "fps", "Everything that is done for an image fits into its time", 10_000),
    FREE("% of CPU free", "%free", "So much of all processors stays free for others; images come 10 times a second", 99);

    private static final double CAMERA = 10;

    private final String title;
    private final String suffix;
    private final String meaning;
    private final double most;

    TargetUnit(String title, String suffix, String meaning, double most) {
        this.title = title;
        this.suffix = suffix;
        this.meaning = meaning;
        this.most = most;
    }

    String title() {
        return title;
    }

    String meaning() {
        return meaning;
    }

    /** The unit behind a number of what was used. */
    String suffix() {
        return suffix;
    }

    /**
     * Reads a number in this unit.
     *
     * @throws IllegalArgumentException with a sentence on what is allowed, if it is not
     */
    StreamTarget parse(String text) {
        try {
            double number = Double.parseDouble(text.strip().replace(',', '.'));
            if (number > 0 && number <= most) {
                return StreamTarget.parse(plain(number) + suffix);
            }
        } catch (NumberFormatException e) {
            // told below, as a number that is out of range is
        }
        throw new IllegalArgumentException(String.format("Enter a number above 0, up to %,.0f.", most));
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
