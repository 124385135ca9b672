package dev.sdpoint.app.gallery;

import dev.sdpoint.app.text.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** What the filter consists of: a chip for each restriction, which goes away by a press, how many images are left, and all away at once. */
final class FilterChips extends FlowPane {
    private static final Texts TEXTS = Texts.of(FilterChips.class);

    private final Consumer<GalleryFilter> wanted;
    private final Label count = new Label();
    private final Button clear = new Button(TEXTS.get("filter.clear"));

    /** @param wanted gets the filter that remains */
    FilterChips(Consumer<GalleryFilter> wanted) {
        super(8, 8);
        this.wanted = wanted;
        setId("gallery-chips");
        getStyleClass().add("filters");
        setAlignment(Pos.CENTER_LEFT);
        count.setId("gallery-shown");
        count.getStyleClass().add("muted");
        clear.setId("gallery-clear");
        clear.getStyleClass().addAll("flat", "small");
        clear.setOnAction(e -> wanted.accept(GalleryFilter.NONE));
        show(List.of(), Grouping.EMPTY);
    }

    /** Shows the restrictions; nothing if there are none. */
    void show(List<FilterChip> chips, Grouping grouping) {
        boolean any = !chips.isEmpty();
        boolean hadFocus = getChildren().stream().anyMatch(node -> node.isFocused());
        getChildren().setAll(chips.stream().map(this::chip).toList());
        if (any) {
            count.setText(Figures.imagesOf(grouping.shown(), grouping.all()));
            getChildren().addAll(count, clear);
            if (hadFocus) {
                getChildren().get(0).requestFocus();
            }
        }
        setVisible(any);
        setManaged(any);
    }

    private Button chip(FilterChip chip) {
        Button button = new Button(chip.text(), new FontIcon(Material2AL.CLOSE));
        button.getStyleClass().addAll("chip", "filter-chip");
        button.setContentDisplay(ContentDisplay.RIGHT);
        button.setAccessibleText(TEXTS.get("filter.remove.spoken", chip.text()));
        button.setTooltip(new Tooltip(TEXTS.get("filter.remove")));
        button.setOnAction(e -> wanted.accept(chip.without()));
        button.setOnKeyPressed(e -> {
            switch (e.getCode()) {
                case DELETE, BACK_SPACE -> button.fire();
                default -> {}
            }
        });
        return button;
    }
}
