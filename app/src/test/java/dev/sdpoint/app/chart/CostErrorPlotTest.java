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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jfree.chart.plot.XYPlot;
import org.junit.jupiter.api.Test;

final class CostErrorPlotTest {
    private static final Instance HALF = new Instance.Downsampled(1, 0.5);
    private static final Instance BAD = new Instance.Downsampled(2, 0.5);
    /** 50 % of the cost at 20 % error, 80 % at 30 % (dominated), 100 % at 10 %. */
    private static final Sweep SWEEP = sweep(0);

    private static final ChartPalette PALETTE = new ChartPalette(
            Color.BLACK, Color.GRAY, Color.LIGHT_GRAY, Color.WHITE, Color.BLUE, Color.GREEN, Color.ORANGE);

    private final CostErrorPlot plot = new CostErrorPlot();

    @Test
    void drawsTheCurveWithoutDominatedInstancesButKeepsTheirDots() {
        plot.show(view(data(SWEEP), CostUnit.GFLOPS, false));
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
        plot.show(view(data(SWEEP), CostUnit.GFLOPS, false));
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
        plot.show(view(data, CostUnit.GFLOPS, false));
        plot.paint(PALETTE);
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
        CostErrorData reference = CostErrorData.EMPTY.withReferences(List.of(new Labelled("sample", SWEEP)));
        plot.show(view(reference, CostUnit.GFLOPS, false));
        assertThat(plot.chart().getXYPlot().getDataset(3).getItemCount(0)).isEqualTo(3);
        assertThat(plot.chart().getXYPlot().getDataset(1).getSeriesCount()).isEqualTo(1);
        plot.show(view(reference.plus(new Labelled("epoch 1", sweep(0.1))), CostUnit.GFLOPS, false));
        assertThat(plot.view().front().orElseThrow().label()).isEqualTo("epoch 1");
    }

    @Test
    void everyReferenceHasAColourOfItsOwnThatStaysWhenOthersAreHidden() {
        List<Labelled> runs = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            runs.add(new Labelled("run " + i, sweep(0.01 * i)));
        }
        CostErrorData data = data(SWEEP).withReferences(runs);
        plot.paint(PALETTE);
        plot.show(view(data, CostUnit.GFLOPS, false));
        var lines = plot.chart().getXYPlot().getRenderer(1);
        assertThat(plot.chart().getXYPlot().getDataset(1).getSeriesCount()).isEqualTo(9);
        Color third = (Color) lines.getSeriesPaint(2);
        assertThat(List.of(0, 1, 3, 4, 5))
                .allSatisfy(i -> assertThat(lines.getSeriesPaint(i)).isNotEqualTo(third));
        assertThat(lines.getSeriesStroke(6))
                .as("colours repeat with longer dashes")
                .isNotEqualTo(lines.getSeriesStroke(0));

        plot.show(CostErrorView.of(data, CostUnit.GFLOPS, false, List.of(), Set.of("run 0", "run 1")));
        assertThat(plot.chart().getXYPlot().getDataset(1).getSeriesCount()).isEqualTo(7);
        assertThat(lines.getSeriesPaint(0)).isEqualTo(third);
    }

    @Test
    void findsWhatIsUnderThePointer() {
        Sweep other = sweep(0.2);
        CostErrorData data = data(SWEEP)
                .withReferences(List.of(new Labelled("run 7", other)))
                .withLiterature(List.of(new LiteraturePoint("SACT", 900, LiteraturePoint.Unit.MFLOPS, 45)));
        plot.show(view(data, CostUnit.GFLOPS, true));
        Rectangle2D area = new Rectangle2D.Double(0, 0, 600, 400);
        assertThat(at(0.8, 30, area).instance()).contains(BAD);
        ChartSpot.OfInstance reference = (ChartSpot.OfInstance) at(0.5, 40, area);
        assertThat(reference.plotted().label()).isEqualTo("run 7");
        ChartSpot.OfLiterature published = (ChartSpot.OfLiterature) at(0.9, 45, area);
        assertThat(published.point().label()).isEqualTo("SACT");
        assertThat(published.instance()).isEmpty();
        assertThat(plot.at(plot.x(0.8, area) + 30, plot.y(30, area) - 30, area, 14))
                .isEmpty();
    }

    private ChartSpot at(double cost, double error, Rectangle2D area) {
        return plot.at(plot.x(cost, area) + 2, plot.y(error, area) - 2, area, 14)
                .orElseThrow();
    }

    @Test
    void showsEverythingThatMatters() {
        Sweep first = sweep(0.5);
        CostErrorData data = data(first)
                .plus(new Labelled("2", sweep(0.2)))
                .plus(new Labelled("3", sweep(0.15)))
                .plus(new Labelled("4", SWEEP));
        var error = PlotRange.error(view(data, CostUnit.PERCENT, false)).orElseThrow();
        assertThat(error.contains(100 * (0.1 - SWEEP.errorMargin(0.1)))).isTrue();
        assertThat(error.contains(100 * (0.3 + SWEEP.errorMargin(0.3)))).isTrue();
        assertThat(error.contains(70))
                .as("an early epoch does not press the rest flat")
                .isFalse();
        assertThat(PlotRange.cost(view(data, CostUnit.PERCENT, false))
                        .orElseThrow()
                        .contains(50))
                .isTrue();
        assertThat(PlotRange.cost(view(CostErrorData.EMPTY, CostUnit.GFLOPS, false)))
                .isEmpty();
    }

    @Test
    void aPartThatIsZoomedIntoStaysWhenAnEvaluationComesButNotOnAnotherAxis() {
        plot.show(view(data(SWEEP), CostUnit.GFLOPS, false));
        plot.window().rectangle(plane(), new Rectangle2D.Double(100, 100, 200, 200));
        plot.windowChanged();
        var zoomed = plot.chart().getXYPlot().getDomainAxis().getRange();
        plot.show(view(data(SWEEP).plus(new Labelled("2", sweep(0.05))), CostUnit.GFLOPS, false));
        assertThat(plot.chart().getXYPlot().getDomainAxis().getRange()).isEqualTo(zoomed);
        plot.show(view(data(SWEEP), CostUnit.PERCENT, false));
        assertThat(plot.window().zoomed()).isFalse();
    }

    private PlotWindow.Plane plane() {
        return new PlotWindow.Plane() {
            @Override
            public Rectangle2D area() {
                return new Rectangle2D.Double(0, 0, 600, 400);
            }

            @Override
            public org.jfree.chart.axis.ValueAxis x() {
                return plot.chart().getXYPlot().getDomainAxis();
            }

            @Override
            public org.jfree.chart.axis.ValueAxis y() {
                return plot.chart().getXYPlot().getRangeAxis();
            }
        };
    }

    @Test
    void logarithmicTicksAreRound() {
        assertThat(AxisTicks.logarithmic(0.07, 0.21, 8)).containsExactly(0.08, 0.1, 0.12, 0.14, 0.16, 0.18, 0.2);
        assertThat(AxisTicks.logarithmic(0.07, 0.21, 2)).containsExactly(0.1, 0.2);
        assertThat(AxisTicks.logarithmic(1, 1000, 5)).containsExactly(1.0, 10.0, 100.0, 1000.0);
        assertThat(AxisTicks.format(2, " %").format(0.125)).isEqualTo("0.12 %");
    }

    @Test
    void theCurveIsDrawnInTheAccentColour() {
        plot.show(view(data(SWEEP), CostUnit.GFLOPS, false));
        plot.paint(PALETTE);
        var picture = ChartRehearsal.picture(plot.chart(), 300, 200);
        boolean blue = false;
        for (int x = 0; x < 300 && !blue; x++) {
            for (int y = 0; y < 200 && !blue; y++) {
                blue = picture.getRGB(x, y) == Color.BLUE.getRGB();
            }
        }
        assertThat(blue).isTrue();
    }

    static CostErrorView view(CostErrorData data, CostUnit unit, boolean logarithmic) {
        return CostErrorView.of(data, unit, logarithmic, List.of(), Set.of());
    }

    private static CostErrorData data(Sweep sweep) {
        return CostErrorData.EMPTY.plus(new Labelled("epoch 1", sweep));
    }

    static Sweep sweep(double worse) {
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
