package dev.sdpoint.app.guide;

import java.util.List;

/** Which heading a reader is under. */
final class Outline {
    private Outline() {}

    /**
     * The heading above the first line in sight.
     *
     * @param tops where the headings begin, in pixels from the top of the guide, ascending
     * @param line where what is read begins
     * @param end whether the end of the guide is in sight: then the last heading is the one
     * @return its number, or -1 where no heading is above the line
     */
    static int at(List<Double> tops, double line, boolean end) {
        if (end) {
            return tops.size() - 1;
        }
        int heading = -1;
        while (heading + 1 < tops.size() && tops.get(heading + 1) <= line) {
            heading++;
        }
        return heading;
    }
}
