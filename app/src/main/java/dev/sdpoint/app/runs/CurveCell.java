package dev.sdpoint.app.runs;

import dev.sdpoint.app.chart.ChartPalette;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.store.RunSummary;
import javafx.beans.value.ObservableValue;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** A thumbnail of a run's newest curve. Only cells in sight have a canvas, and paint. */
final class CurveCell extends TableCell<RunRow, RunSummary> {
    private static final Texts TEXTS = Texts.of(CurveCell.class);
    private static final double WIDTH = 72;
    private static final double HEIGHT = 32;

    private final ObservableValue<ChartPalette> palette;
    private final Canvas canvas = new Canvas(WIDTH, HEIGHT);

    CurveCell(ObservableValue<ChartPalette> palette) {
        super();
        this.palette = palette;
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    protected void updateItem(@Nullable RunSummary run, boolean empty) {
        super.updateItem(run, empty);
        if (run == null || empty) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        CurvePainter.paint(canvas, run.result().curve(), palette.getValue());
        String curve = RunWords.curve(run.result().curve());
        String words = curve.isEmpty() ? TEXTS.get("curve.none") : curve;
        setAccessibleText(words);
        setTooltip(new Tooltip(words));
        setGraphic(canvas);
    }
}
