package dev.sdpoint.app.gallery;

import java.util.Optional;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

/** The gallery in a line of numbers, with the caution that belongs to the oracle. */
final class SummaryBar extends FlowPane {
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
                        item(Figures.count(s.images()), "images", "All validation images of the open data set."),
                        item(
                                Figures.percent(s.rightAtCheapest()),
                                "right at the cheapest",
                                "The cheapest instance already classifies them right."),
                        item(Figures.percent(s.never()), "never right", "No instance classifies them right."),
                        item(
                                Figures.percent(s.nonMonotone()),
                                "non-monotone",
                                "Right at some cost, yet wrong at a higher one."),
                        item(
                                Figures.percent(s.never()),
                                "oracle error (it must know the answer)",
                                "The oracle picks the cheapest right instance for each image. It has to know the answer to do"
                                        + " so,\nso its error is a bound and not a result that a program can reach."),
                        item(
                                Figures.percent(s.bestError()),
                                "error of the best instance",
                                s.best().instance().label() + ", "
                                        + Figures.gflops(s.best().flops()) + ", on these images")));
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
