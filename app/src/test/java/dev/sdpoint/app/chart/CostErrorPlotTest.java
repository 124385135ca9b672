package dev.sdpoint.app.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sdpoint.app.chart.CostErrorData.Labelled;
import dev.sdpoint.app.figure.AxisTicks;
import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.evaluation.Sweep;
import dev.sdpoint.engine.sdpoint.Instance;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.plot.XYPlot;
import org.junit.jupiter.api.Test;

final class CostErrorPlotTest {
    private static final Instance HALF = new Instance.Downsampled(1, 0.5);
    private static final Instance BAD = new Instance.Downsampled(2, 0.5);
    /** 50 % of the cost at 20 % error, 80 % at 30 % (dominated), 100 % at 10 %. */
    private static final Sweep SWEEP = sweep(0);

    private final CostErrorPlot plot = new CostErrorPlot();

    @Test
    void drawsTheCurveWithoutDominatedInstancesButKeepsTheirDots() {
        plot.show(data(SWEEP), CostUnit.GFLOPS, false);
        XYPlot xy = plot.chart().getXYPlot();
        assertThat(xy.getDataset(2).getItemCount(0)).isEqualTo(2);
        assertThat(xy.getDataset(2).getXValue(0, 0)).isEqualTo(0.5);
        assertThat(xy.getDataset(2).getYValue(0, 0)).isCloseTo(20, within(1e-9));
        assertThat(xy.getDataset(3).getItemCount(0)).isEqualTo(3);
        InstanceLayer dots = (InstanceLayer) xy.getRenderer(3);
        assertThat(((Color) dots.getItemPaint(0, 0)).getAlpha())
                .as("the dominated one is drawn first and faded")
                .isLessThan(255);
        assertThat(((Color) dots.getItemPaint(0, 1)).getAlpha()).isEqualTo(255);
    }

    @Test
    void drawsIntervalsOfTheSubset() {
        plot.show(data(SWEEP), CostUnit.GFLOPS, false);
        var intervals =
                (org.jfree.data.xy.IntervalXYDataset) plot.chart().getXYPlot().getDataset(3);
        // 1.96 · √(0.2 · 0.8 / 400) = 3.92 points of per cent around 20
        assertThat(intervals.getStartYValue(0, 1)).isCloseTo(16.08, within(1e-9));
        assertThat(intervals.getEndYValue(0, 1)).isCloseTo(23.92, within(1e-9));
    }

    @Test
    void theTrailFadesWithAgeAndIsBounded() {
        CostErrorData data = CostErrorData.EMPTY;
        for (int epoch = 1; epoch <= 12; epoch++) {
            data = data.plus(new Labelled("epoch " + epoch, sweep(0.3 / epoch)));
        }
        assertThat(data.latest().orElseThrow().label()).isEqualTo("epoch 12");
        assertThat(data.trail()).hasSize(CostErrorData.TRAIL);
        assertThat(data.trail().get(0).label()).isEqualTo("epoch 4");
        plot.show(data, CostUnit.GFLOPS, false);
        var renderer = plot.chart().getXYPlot().getRenderer(0);
        int before = 0;
        for (int i = 0; i < CostErrorData.TRAIL; i++) {
            int alpha = ((Color) renderer.getSeriesPaint(i)).getAlpha();
            assertThat(alpha).isGreaterThan(before);
            before = alpha;
        }
    }

    @Test
    void showsTheReferenceAsDotsOnlyWhileThereIsNothingElse() {
        CostErrorData reference = CostErrorData.EMPTY.withReference(Optional.of(new Labelled("sample", SWEEP)));
        plot.show(reference, CostUnit.GFLOPS, false);
        assertThat(plot.chart().getXYPlot().getDataset(3).getItemCount(0)).isEqualTo(3);
        assertThat(plot.chart().getXYPlot().getDataset(1).getSeriesCount()).isEqualTo(1);
        plot.show(reference.plus(new Labelled("epoch 1", sweep(0.1))), CostUnit.GFLOPS, false);
        assertThat(plot.data().front().orElseThrow().label()).isEqualTo("epoch 1");
    }

    @Test
    void findsTheInstanceUnderThePointer() {
        plot.show(data(SWEEP), CostUnit.PERCENT, true);
        Rectangle2D area = new Rectangle2D.Double(0, 0, 600, 400);
        InstanceScore bad = SWEEP.of(BAD);
        double x = plot.x(bad, area);
        double y = plot.y(bad, area);
        assertThat(plot.at(x + 3, y - 3, area, 14)).contains(bad);
        assertThat(plot.at(x + 30, y - 30, area, 14)).isEmpty();
    }

    @Test
    void showsEverythingThatMatters() {
        Sweep first = sweep(0.5);
        CostErrorData data = data(first)
                .plus(new Labelled("2", sweep(0.2)))
                .plus(new Labelled("3", sweep(0.15)))
                .plus(new Labelled("4", SWEEP));
        var error = PlotRange.error(data).orElseThrow();
        assertThat(error.contains(100 * (0.1 - SWEEP.errorMargin(0.1)))).isTrue();
        assertThat(error.contains(100 * (0.3 + SWEEP.errorMargin(0.3)))).isTrue();
        assertThat(error.contains(70))
                .as("an early epoch does not press the rest flat")
                .isFalse();
        assertThat(PlotRange.cost(data, CostUnit.PERCENT, false).orElseThrow().contains(50))
                .isTrue();
        assertThat(PlotRange.cost(CostErrorData.EMPTY, CostUnit.GFLOPS, false)).isEmpty();
    }

    @Test
    void logarithmicTicksAreRound() {
        assertThat(AxisTicks.logarithmic(0.07, 0.21, 8)).containsExactly(0.08, 0.1, 0.12, 0.14, 0.16, 0.18, 0.2);
        assertThat(AxisTicks.logarithmic(0.07, 0.21, 2)).containsExactly(0.1, 0.2);
        assertThat(AxisTicks.logarithmic(1, 1000, 5)).containsExactly(1.0, 10.0, 100.0, 1000.0);
        assertThat(AxisTicks.format(2, " %").format(0.125)).isEqualTo("0.12 %");
    }

    @Test
    void exportsCsvWithAPointWhateverTheLanguage() {
        List<String> lines = CostErrorExport.csv(SWEEP).lines().toList();
        assertThat(lines.get(0)).startsWith("point,ratio,flops");
        assertThat(lines.get(1)).isEqualTo("1,0.5,500000000,0.500000,0.200000,0.020000,0.500000,0.039200,false");
        assertThat(lines.get(2)).endsWith(",true");
        assertThat(lines).hasSize(4);
    }

    @Test
    void exportsAPictureAtTwiceTheSize() {
        plot.show(data(SWEEP), CostUnit.GFLOPS, false);
        plot.paint(new ChartPalette(
                Color.BLACK, Color.GRAY, Color.LIGHT_GRAY, Color.WHITE, Color.BLUE, Color.GREEN, Color.ORANGE));
        var picture = CostErrorExport.picture(plot.chart(), 300, 200);
        assertThat(picture.getWidth()).isEqualTo(600);
        boolean blue = false;
        for (int x = 0; x < 600 && !blue; x++) {
            for (int y = 0; y < 400 && !blue; y++) {
                blue = picture.getRGB(x, y) == Color.BLUE.getRGB();
            }
        }
        assertThat(blue).as("the curve is drawn in the accent colour").isTrue();
    }

    private static CostErrorData data(Sweep sweep) {
        return CostErrorData.EMPTY.plus(new Labelled("epoch 1", sweep));
    }

    private static Sweep sweep(double worse) {
        return new Sweep(
                400,
                List.of(
                        score(Instance.FULL, 1.0, 0.1 + worse),
                        score(HALF, 0.5, 0.2 + worse),
                        score(BAD, 0.8, 0.3 + worse)));
    }

    private static InstanceScore score(Instance instance, double cost, double error) {
        return new InstanceScore(instance, (long) (cost * 1e9), cost, error, error / 10, 0.5, 1);
    }
}
