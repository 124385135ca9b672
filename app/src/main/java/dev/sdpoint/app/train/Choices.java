package dev.sdpoint.app.train;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Makes several names side by side, of which one is chosen. */
final class Choices {
    private Choices() {}

    /**
     * Makes toggles that look like one control; the first is chosen at the beginning.
     *
     * @param hints what each means, in the same order
     * @param use gets the position of what is chosen
     */
    static HBox of(List<String> names, List<String> hints, IntConsumer use) {
        ToggleGroup group = new ToggleGroup();
        HBox box = new HBox();
        for (int i = 0; i < names.size(); i++) {
            ToggleButton button = new ToggleButton(names.get(i));
            button.setTooltip(new Tooltip(hints.get(i)));
            button.setToggleGroup(group);
            button.getStyleClass().add(i == 0 ? "left-pill" : i == names.size() - 1 ? "right-pill" : "center-pill");
            box.getChildren().add(button);
        }
        group.selectToggle(group.getToggles().get(0));
        group.selectedToggleProperty().addListener((value, before, after) -> {
            if (after == null) {
                group.selectToggle(before);
            } else {
                use.accept(group.getToggles().indexOf(after));
            }
        });
        box.getStyleClass().add("segmented");
        box.setMinWidth(Region.USE_PREF_SIZE);
        return box;
    }
}
