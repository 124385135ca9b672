package dev.sdpoint.app.gallery;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.evaluation.InstanceScore;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.controlsfx.control.RangeSlider;

/** Two thumbs between the cheapest and the dearest instance: which least costs are shown. */
final class CostRangeControl extends HBox {
    private static final Texts TEXTS = Texts.of(CostRangeControl.class);
    private static final double STEP = 0.01;

    private final Consumer<CostRange> wanted;
    private final RangeSlider slider = new RangeSlider(0, 1, 0, 1);
    private final Label text = new Label();
    private boolean showing;

    /** @param wanted gets the range at every move of a thumb; {@link CostRange#ALL} if both are at their ends */
    CostRangeControl(Consumer<CostRange> wanted) {
        super(8);
        this.wanted = wanted;
        getStyleClass().add("cost-range");
        setAlignment(Pos.CENTER_LEFT);
        Label name = new Label(TEXTS.get("range.title"));
        name.getStyleClass().add("muted");
        name.setLabelFor(slider);
        slider.setId("gallery-range");
        slider.setPrefWidth(128);
        slider.setBlockIncrement(5 * STEP);
        slider.setAccessibleText(TEXTS.get("range.spoken"));
        slider.setTooltip(new Tooltip(TEXTS.get("range.tip")));
        slider.lowValueProperty().addListener((p, before, now) -> moved());
        slider.highValueProperty().addListener((p, before, now) -> moved());
        text.getStyleClass().add("muted");
        text.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(name, slider, text);
    }

    /** Shows a range between the costs that a source has. */
    void show(CostRange range, Optional<GallerySource> source) {
        showing = true;
        source.map(GallerySource::order).filter(order -> !order.isEmpty()).ifPresent(this::span);
        slider.setLowValue(Math.max(slider.getMin(), range.low()));
        slider.setHighValue(Math.min(slider.getMax(), range.high()));
        tell();
        showing = false;
    }

    private void span(List<InstanceScore> order) {
        double low = Math.floor(order.get(0).relativeCost() / STEP) * STEP;
        double high = Math.ceil(order.get(order.size() - 1).relativeCost() / STEP) * STEP;
        // Each before the value that it bounds, so that the slider does not push that along.
        slider.setMax(Math.max(high, low + STEP));
        slider.setMin(low);
    }

    private void moved() {
        tell();
        if (!showing) {
            wanted.accept(range());
        }
    }

    private CostRange range() {
        double low = slider.getLowValue();
        double high = slider.getHighValue();
        return low <= slider.getMin() && high >= slider.getMax()
                ? CostRange.ALL
                : new CostRange(Math.min(low, high), Math.max(low, high));
    }

    private void tell() {
        text.setText(range().all() ? TEXTS.get("filter.any") : Figures.range(range()));
    }
}
