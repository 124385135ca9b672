package dev.sdpoint.app.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sdpoint.app.figure.AxisTicks;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.Range;
import org.junit.jupiter.api.Test;

final class PlotWindowTest {
    private static final Rectangle2D AREA = new Rectangle2D.Double(50, 10, 400, 200);

    private final PlotWindow window = new PlotWindow();
    private ValueAxis cost = new NumberAxis();
    private final ValueAxis error = new NumberAxis();
    private final PlotWindow.Plane plane = new PlotWindow.Plane() {
        @Override
        public Rectangle2D area() {
            return AREA;
        }

        @Override
        public ValueAxis x() {
            return cost;
        }

        @Override
        public ValueAxis y() {
            return error;
        }
    };

    @Test
    void theWheelLeavesThePointUnderThePointerWhereItIs() {
        for (ValueAxis axis : new ValueAxis[] {new NumberAxis(), new AxisTicks.RoundLogAxis("")}) {
            cost = axis;
            window.reset();
            whole(1, 100);
            double x = 150;
            double y = 60;
            double costUnder = cost.java2DToValue(x, AREA, RectangleEdge.BOTTOM);
            double errorUnder = error.java2DToValue(y, AREA, RectangleEdge.LEFT);
            window.zoom(plane, x, y, 0.5);
            window.apply(cost, error);
            assertThat(cost.java2DToValue(x, AREA, RectangleEdge.BOTTOM)).isCloseTo(costUnder, within(1e-9));
            assertThat(error.java2DToValue(y, AREA, RectangleEdge.LEFT)).isCloseTo(errorUnder, within(1e-9));
            assertThat(error.getRange().getLength()).isCloseTo(20, within(1e-9));
        }
    }

    @Test
    void aRectangleShowsWhatLiesUnderIt() {
        whole(0, 4);
        // the left half, the lower quarter of errors 10 … 50
        window.rectangle(plane, new Rectangle2D.Double(50, 160, 200, 50));
        window.apply(cost, error);
        assertThat(cost.getRange()).isEqualTo(new Range(0, 2));
        assertThat(error.getLowerBound()).isCloseTo(10, within(1e-9));
        assertThat(error.getUpperBound()).isCloseTo(20, within(1e-9));
        window.reset();
        window.apply(cost, error);
        assertThat(cost.getRange()).isEqualTo(new Range(0, 4));
    }

    @Test
    void goingAwayEndsAtAllCostsAndAllErrors() {
        whole(0, 4);
        for (int i = 0; i < 30; i++) {
            window.zoom(plane, 250, 100, 1.25);
            window.apply(cost, error);
        }
        assertThat(cost.getRange()).isEqualTo(new Range(0, 4));
        assertThat(error.getRange()).isEqualTo(new Range(0, 100));
    }

    @Test
    void comingCloserEnds() {
        whole(0, 4);
        for (int i = 0; i < 100; i++) {
            window.zoom(plane, 250, 100, 0.5);
            window.apply(cost, error);
        }
        assertThat(cost.getRange().getLength()).isBetween(0.003, 0.01);
    }

    @Test
    void movesByPixelsButNotBeyondTheEdge() {
        whole(0, 4);
        window.rectangle(plane, new Rectangle2D.Double(150, 60, 200, 100));
        window.apply(cost, error);
        assertThat(cost.getRange()).isEqualTo(new Range(1, 3));
        window.pan(plane, -100, 0);
        window.apply(cost, error);
        assertThat(cost.getLowerBound()).isCloseTo(1.5, within(1e-9));
        window.pan(plane, -300, 0);
        window.apply(cost, error);
        assertThat(cost.getUpperBound()).as("stays").isCloseTo(3.5, within(1e-9));
    }

    private void whole(double from, double to) {
        window.whole(new Range(from, to), new Range(10, 50), new Range(0, 100));
        window.apply(cost, error);
    }
}
