package dev.sdpoint.app.chart;

import dev.sdpoint.app.theme.CostColors;
import dev.sdpoint.app.theme.Sheets;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

/**
 * An unseen node that the style sheet {@code chart.css} fills with the theme's colour tokens, so that a chart follows a
 * change of theme like any other node. Put it into the chart's scene graph; JavaFX thread only.
 */
public final class ChartTokens extends Region {
    private static final StyleablePropertyFactory<ChartTokens> FACTORY =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());

    private final StyleableProperty<Paint> text = token("-chart-text", tokens -> tokens.text());
    private final StyleableProperty<Paint> muted = token("-chart-muted", tokens -> tokens.muted());
    private final StyleableProperty<Paint> grid = token("-chart-grid", tokens -> tokens.grid());
    private final StyleableProperty<Paint> surface = token("-chart-surface", tokens -> tokens.surface());
    private final StyleableProperty<Paint> accent = token("-chart-accent", tokens -> tokens.accent());
    private final StyleableProperty<Paint> second = token("-chart-second", tokens -> tokens.second());
    private final StyleableProperty<Paint> reference = token("-chart-reference", tokens -> tokens.reference());
    private final ReadOnlyObjectWrapper<ChartPalette> palette = new ReadOnlyObjectWrapper<>(read());

    /** Tokens with the style sheet of charts. */
    public ChartTokens() {
        getStyleClass().add("chart-tokens");
        Sheets.add(this, ChartTokens.class, "chart.css");
        setManaged(false);
        setMouseTransparent(true);
    }

    /** The colours as the theme has them now; changes once per change of theme. */
    public ReadOnlyObjectProperty<ChartPalette> paletteProperty() {
        return palette.getReadOnlyProperty();
    }

    @Override
    protected void layoutChildren() {
        palette.set(read());
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return FACTORY.getCssMetaData();
    }

    private StyleableProperty<Paint> text() {
        return text;
    }

    private StyleableProperty<Paint> muted() {
        return muted;
    }

    private StyleableProperty<Paint> grid() {
        return grid;
    }

    private StyleableProperty<Paint> surface() {
        return surface;
    }

    private StyleableProperty<Paint> accent() {
        return accent;
    }

    private StyleableProperty<Paint> second() {
        return second;
    }

    private StyleableProperty<Paint> reference() {
        return reference;
    }

    private StyleableProperty<Paint> token(
            String name, java.util.function.Function<ChartTokens, StyleableProperty<Paint>> owner) {
        StyleableProperty<Paint> property = FACTORY.createStyleablePaintProperty(this, name, name, owner, Color.GRAY);
        // The style sheet sets one token after the other; the palette follows once, with the next layout.
        ((javafx.beans.value.ObservableValue<?>) property).addListener((value, before, after) -> requestLayout());
        return property;
    }

    private ChartPalette read() {
        return new ChartPalette(
                color(text), color(muted), color(grid), color(surface), color(accent), color(second), color(reference));
    }

    private static java.awt.Color color(StyleableProperty<Paint> token) {
        return CostColors.awt(token.getValue() instanceof Color color ? color : Color.GRAY);
    }
}
