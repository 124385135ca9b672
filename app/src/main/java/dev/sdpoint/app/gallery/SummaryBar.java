package dev.sdpoint.app.gallery;

import dev.sdpoint.app.text.Texts;
import java.util.Optional;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

/** The gallery in a line of numbers, with the caution that belongs to the oracle. */
final class SummaryBar extends FlowPane {
    private static final Texts TEXTS = Texts.of(SummaryBar.class);

    SummaryBar() {
        super(20, 4);
        setId("gallery-summary");
        getStyleClass().add("summary");
        setAlignment(Pos.CENTER_LEFT);
    }

    /** Shows the numbers, or nothing. */
    void show(Optional<Summary> summary) {
        getChildren().clear();
        summary.ifPresent(s -> getChildren()
                .addAll(
                        item(Figures.count(s.images()), TEXTS.get("summary.images"), TEXTS.get("summary.images.tip")),
                        item(
                                Figures.percent(s.rightAtCheapest()),
                                TEXTS.get("summary.cheapest"),
                                TEXTS.get("summary.cheapest.tip")),
                        item(Figures.percent(s.never()), TEXTS.get("summary.never"), TEXTS.get("summary.never.tip")),
                        item(
                                Figures.percent(s.nonMonotone()),
                                TEXTS.get("non-monotone"),
                                TEXTS.get("summary.non-monotone.tip")),
                        item(Figures.percent(s.never()), TEXTS.get("summary.oracle"), TEXTS.get("summary.oracle.tip")),
                        item(
                                Figures.percent(s.bestError()),
                                TEXTS.get("summary.best"),
                                TEXTS.get(
                                        "summary.best.tip",
                                        s.best().instance().label(),
                                        Figures.gflops(s.best().flops())))));
    }

    /** Takes no room while something else needs it. */
    void giveWayTo(BooleanBinding crowded) {
        visibleProperty().bind(crowded.not());
        managedProperty().bind(visibleProperty());
    }

    private static HBox item(String value, String meaning, String hint) {
        Label number = new Label(value);
        number.getStyleClass().add("value");
        Label text = new Label(meaning);
        text.getStyleClass().add("muted");
        HBox item = new HBox(5, number, text);
        item.setAlignment(Pos.BASELINE_LEFT);
        Tooltip.install(item, new Tooltip(hint));
        return item;
    }
}
