package dev.sdpoint.app.library.models;

import dev.sdpoint.app.text.Texts;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A model in the list: its name, its facts in a line, and what is special about it. */
final class ModelListCell extends ListCell<ModelRow> {
    private static final Texts TEXTS = Texts.of(ModelListCell.class);

    private final ObservableValue<Optional<ModelRow>> open;
    private final Label name = new Label();
    private final Label line = new Label();
    private final Label chip = new Label();
    private final VBox box;
    private final Tooltip tip = new Tooltip();

    ModelListCell(ObservableValue<Optional<ModelRow>> open) {
        super();
        this.open = open;
        getStyleClass().add("model-cell");
        name.getStyleClass().add("model-cell-name");
        line.getStyleClass().addAll("muted", "small", "figure");
        chip.getStyleClass().addAll("chip", "library-chip");
        chip.setMinWidth(Region.USE_PREF_SIZE);
        name.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox first = new HBox(8, name, space, chip);
        first.setAlignment(Pos.CENTER_LEFT);
        box = new VBox(first, line);
        box.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0); // as wide as the list
        open.subscribe(() -> show(getItem()));
    }

    @Override
    protected void updateItem(@Nullable ModelRow row, boolean empty) {
        super.updateItem(row, empty);
        show(empty ? null : row);
    }

    private void show(@Nullable ModelRow row) {
        if (row == null) {
            setGraphic(null);
            setAccessibleText("");
            setTooltip(null);
            return;
        }
        name.setText(row.name());
        line.setText(row.summary().map(ModelWords::line).orElse(TEXTS.get("cell.unreadable")));
        chip.setText(words(row));
        setAccessibleText(row.name() + ", " + line.getText() + ", " + chip.getText());
        tip.setText(row.name() + "\n" + line.getText());
        setTooltip(tip);
        setGraphic(box);
    }

    private String words(ModelRow row) {
        if (open.getValue().filter(row::sameFile).isPresent()) {
            return TEXTS.get("chip.open");
        }
        if (row.summary().isEmpty()) {
            return TEXTS.get(row.found().isPresent() ? "cell.chip.damaged" : "cell.chip.gone");
        }
        if (!row.twin().isEmpty()) {
            return TEXTS.get("cell.chip.duplicate");
        }
        return switch (row.shelf()) {
            case SAMPLE -> TEXTS.get("cell.chip.sample");
            case OWN -> TEXTS.get("cell.chip.own");
            case ELSEWHERE -> TEXTS.get("cell.chip.elsewhere");
        };
    }
}
