package dev.sdpoint.app.train;

import dev.sdpoint.app.chart.ChartPalette;
import dev.sdpoint.app.chart.ChartTokens;
import java.util.OptionalInt;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** A bar for every instance, side by side in the middle, with words for the one under the mouse. */
abstract class InstanceBars extends Region {
    private final double widestBar;
    private final Canvas canvas = new Canvas();
    private final ChartTokens tokens = new ChartTokens();
    private final Tooltip tooltip = new Tooltip();

    /** @param widestBar room of a bar where there is more than enough, in pixels */
    InstanceBars(double widestBar) {
        this.widestBar = widestBar;
        getChildren().addAll(canvas, tokens);
        tokens.paletteProperty().addListener((value, before, after) -> draw());
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        Tooltip.install(this, tooltip);
        setOnMouseMoved(event -> tooltip.setText(words(at(event.getX()))));
    }

    /** Number of bars. */
    abstract int bars();

    /** Draws at least one bar. */
    abstract void draw(GraphicsContext g, double width, double height, ChartPalette palette);

    /**
     * What is under the mouse.
     *
     * @param bar its position; empty beside the bars
     */
    abstract String words(OptionalInt bar);

    /** Draws what there is now. */
    final void draw() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        if (bars() > 0 && canvas.getWidth() > 0) {
            draw(
                    g,
                    canvas.getWidth(),
                    canvas.getHeight(),
                    tokens.paletteProperty().get());
        }
    }

    /** Room of a bar and the gap beside it. */
    final double step() {
        return Math.min(widestBar, canvas.getWidth() / bars());
    }

    /** Where the first bar's room begins. */
    final double left() {
        return (canvas.getWidth() - step() * bars()) / 2;
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        draw();
    }

    private OptionalInt at(double x) {
        int bar = bars() == 0 ? -1 : (int) Math.floor((x - left()) / step());
        return bar < 0 || bar >= bars() ? OptionalInt.empty() : OptionalInt.of(bar);
    }
}
