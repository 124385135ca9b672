package dev.sdpoint.app.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sdpoint.engine.sdpoint.Instance;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class FigureScreenTest {
    private static final Look DARK = new Look(
            new Color(0x161b22), new Color(0xc9d1d9), new Color(0x8b949e), new Color(0x21262d), new Color(0x8b949e));

    private static Figure two() {
        Series line = new Series(
                "line",
                Series.Style.LINE_AND_POINTS,
                Ink.BLUE,
                List.of(
                        Series.Mark.of(0, 10).of(Instance.of(1, 0.5)),
                        Series.Mark.of(10, 20).labelled("end"),
                        Series.Mark.of(5, 15)));
        Axis x = Axis.linear("cost (GFLOPs)").within(0, 10);
        return new Figure(
                "Two panels",
                "",
                List.of(
                        new Panel.Lines("left", x, Axis.percent("error").within(10, 20), List.of(line)),
                        new Panel.Lines("right", x, Axis.percent("other error").within(0, 20), List.of(line))),
                "");
    }

    @Test
    void fillsTheWindowAtItsScaleInItsColours() {
        FigureScreen.Drawn drawn = FigureScreen.draw(two(), 900, 400, 1.5, DARK);
        assertThat(drawn.pixels().getWidth()).isEqualTo(1350);
        assertThat(drawn.pixels().getHeight()).isEqualTo(600);
        assertThat(drawn.pixels().getRGB(2, 598)).isEqualTo(DARK.paper().getRGB());
        assertThat(count(drawn.pixels(), DARK.ink(Ink.BLUE))).isGreaterThan(100);
        assertThat(count(drawn.pixels(), Ink.BLUE.color()))
                .as("the ink of paper")
                .isZero();
    }

    @Test
    void marksAreWhereTheyAreDrawn() {
        FigureScreen.Drawn drawn = FigureScreen.draw(two(), 900, 400, 1, Look.PAPER);
        assertThat(drawn.spots()).hasSize(6);
        Spot first = drawn.spots().get(0);
        Spot last = drawn.spots().get(1);
        Spot middle = drawn.spots().get(2);
        assertThat(middle.x()).isCloseTo((first.x() + last.x()) / 2, within(0.51));
        assertThat(middle.y()).isCloseTo((first.y() + last.y()) / 2, within(0.51));
        assertThat(drawn.pixels().getRGB((int) middle.x(), (int) middle.y()))
                .isEqualTo(Ink.BLUE.color().getRGB());
        assertThat(drawn.spots().get(3).x()).as("in the right panel").isGreaterThan(450);

        assertThat(first.title()).isEqualTo(Instance.of(1, 0.5).label());
        assertThat(first.instance()).contains(Instance.of(1, 0.5));
        assertThat(first.lines()).containsExactly("line", "cost (GFLOPs): 0", "error: 10 %");
        assertThat(last.title()).isEqualTo("end");
        assertThat(middle.title()).isEqualTo("line");
        assertThat(middle.instance()).isEqualTo(Optional.empty());
        assertThat(middle.lines()).containsExactly("cost (GFLOPs): 5", "error: 15 %");
    }

    @Test
    void barsCanBePointedAtToo() {
        FigureScreen.Drawn drawn = FigureScreen.draw(FigureFilesTest.bars(), 900, 400, 1, Look.PAPER);
        assertThat(drawn.spots()).extracting(Spot::title).contains("never", "cat", "airplane");
        assertThat(drawn.spots())
                .filteredOn(spot -> spot.title().equals("cat"))
                .allSatisfy(spot -> assertThat(spot.lines()).containsExactly("12.5"));
    }

    @Test
    void whereItIsNarrowPanelsStandBelowEachOther() {
        double beside = FigureScreen.leastHeight(two(), 900);
        double below = FigureScreen.leastHeight(two(), 500);
        assertThat(below).isGreaterThan(beside + 150);
        List<Spot> spots = FigureScreen.draw(two(), 500, (int) Math.ceil(below), 1, Look.PAPER)
                .spots();
        assertThat(spots.get(3).y()).isGreaterThan(spots.get(0).y() + 100);
        assertThat(spots.get(3).x()).isCloseTo(spots.get(0).x(), within(20.0));
    }

    @Test
    void everyInkCanBeSeenOnBothGrounds() {
        for (Look look : List.of(Look.PAPER, DARK)) {
            for (Ink ink : Ink.values()) {
                assertThat(contrast(look.ink(ink), look.paper()))
                        .as(ink + " on " + look.paper())
                        .isGreaterThan(2);
            }
        }
    }

    private static double contrast(Color a, Color b) {
        double x = luminance(a);
        double y = luminance(b);
        return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    private static int count(BufferedImage image, Color color) {
        int count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                count += image.getRGB(x, y) == color.getRGB() ? 1 : 0;
            }
        }
        return count;
    }
}
