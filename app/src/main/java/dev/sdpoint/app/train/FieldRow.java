package dev.sdpoint.app.train;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** One or two labelled inputs side by side, with one line for what is wrong with them underneath. */
final class FieldRow extends VBox {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");
    private static final double GAP = 8;

    private FieldRow() {
        super();
        getStyleClass().add("field-row");
    }

    /** A row of cells of equal width. */
    static FieldRow of(RecipeForm form, Cell... cells) {
        FieldRow row = new FieldRow();
        GridPane grid = new GridPane();
        grid.setHgap(GAP);
        for (int i = 0; i < cells.length; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / cells.length);
            grid.getColumnConstraints().add(column);
            grid.add(cells[i].node(), i, 0);
        }
        Label error = new Label();
        error.getStyleClass().add("field-error");
        error.setWrapText(true);
        List<RecipeField> fields =
                Arrays.stream(cells).map(Cell::field).flatMap(Optional::stream).toList();
        error.setId("error-" + (fields.isEmpty() ? "none" : fields.get(0).id()));
        ObservableValue<String> text = form.errorsProperty().map(errors -> sentences(errors, fields));
        error.textProperty().bind(text);
        error.visibleProperty().bind(text.map(t -> !t.isEmpty()));
        error.managedProperty().bind(error.visibleProperty());
        row.getChildren().addAll(grid, error);
        return row;
    }

    /** An input for a text of the form. */
    static Cell text(RecipeForm form, RecipeField field) {
        TextField input = new TextField();
        input.textProperty().bindBidirectional(form.text(field));
        input.getStyleClass().add("figure");
        return cell(form, field, input, input);
    }

    /** An input for a text of the form, with suggestions. */
    static Cell suggestions(RecipeForm form, RecipeField field, Collection<String> suggestions) {
        ComboBox<String> box = new ComboBox<>();
        box.setEditable(true);
        box.getItems().setAll(suggestions);
        box.getEditor().textProperty().bindBidirectional(form.text(field));
        return cell(form, field, box, box.getEditor());
    }

    /** A choice that cannot be wrong. */
    static Cell choice(String title, String help, Control input) {
        return new Cell(labelled(title, help, input), Optional.empty());
    }

    private static Cell cell(RecipeForm form, RecipeField field, Control input, TextField text) {
        input.setId("recipe-" + field.id());
        text.setAccessibleHelp(field.help());
        form.errorsProperty().addListener((value, before, after) -> mark(input, after.containsKey(field)));
        return new Cell(labelled(field.title(), field.help(), input), Optional.of(field));
    }

    private static void mark(Node input, boolean invalid) {
        input.pseudoClassStateChanged(INVALID, invalid);
    }

    private static VBox labelled(String title, String help, Control input) {
        Label label = new Label(title);
        label.getStyleClass().add("field-label");
        label.setLabelFor(input);
        input.setAccessibleText(title);
        input.setTooltip(new Tooltip(help));
        input.setMaxWidth(Double.MAX_VALUE);
        VBox box = new VBox(label, input);
        box.getStyleClass().add("field");
        return box;
    }

    private static String sentences(Map<RecipeField, String> errors, List<RecipeField> fields) {
        return String.join(
                "\n", fields.stream().map(errors::get).filter(Objects::nonNull).toList());
    }

    /**
     * @param node label and input
     * @param field the text of the form that it edits, if it can be wrong
     */
    record Cell(Node node, Optional<RecipeField> field) {}
}
