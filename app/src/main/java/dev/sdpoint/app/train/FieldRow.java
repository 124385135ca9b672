package dev.sdpoint.app.train;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/**
 * One or two labelled inputs side by side, with a line underneath for what is wrong with them, or why one changes nothing. A row in which
 * nothing is used is not shown.
 */
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
        List<RecipeField> fields = Arrays.stream(cells).map(Cell::field).toList();
        row.getChildren()
                .addAll(
                        grid,
                        line(
                                "error-" + fields.get(0).id(),
                                "field-error",
                                form.errorsProperty().map(errors -> sentences(errors, fields))),
                        line(
                                "unused-" + fields.get(0).id(),
                                "field-hint",
                                form.unusedProperty().map(unused -> sentences(unused, fields))));
        row.visibleProperty()
                .bind(form.unusedProperty().map(unused -> !unused.keySet().containsAll(fields)));
        row.managedProperty().bind(row.visibleProperty());
        return row;
    }

    private static Label line(String id, String style, ObservableValue<String> text) {
        Label line = new Label();
        line.setId(id);
        line.getStyleClass().add(style);
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        line.textProperty().bind(text);
        line.visibleProperty().bind(text.map(t -> !t.isEmpty()));
        line.managedProperty().bind(line.visibleProperty());
        return line;
    }

    /** An input for a text of the form. */
    static Cell text(RecipeForm form, RecipeField field) {
        TextField input = new TextField();
        input.textProperty().bindBidirectional(form.text(field));
        input.getStyleClass().add("figure");
        return cell(form, field, input, input);
    }

    /** The input for the architecture. */
    static Cell network(RecipeForm form) {
        NetworkField network = new NetworkField(form.text(RecipeField.NETWORK));
        return cell(form, RecipeField.NETWORK, network.input(), network);
    }

    /**
     * A choice among ids of the form.
     *
     * @param titles of the ids, for people
     */
    static Cell choice(RecipeForm form, RecipeField field, Map<String, String> titles) {
        ComboBox<String> box = new ComboBox<>(FXCollections.observableArrayList(titles.keySet()));
        box.setConverter(named(id -> titles.getOrDefault(id, id)));
        box.valueProperty().bindBidirectional(form.text(field));
        return cell(form, field, box, box);
    }

    /** The ids and titles of some values, in their order. */
    static <T> Map<String, String> titles(T[] values, Function<T, String> id, Function<T, String> title) {
        return Arrays.stream(values).collect(Collectors.toMap(id, title, (one, other) -> one, LinkedHashMap::new));
    }

    /** Shows values by name in a box that cannot be typed into. */
    static <T> StringConverter<T> named(Function<T, String> name) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : name.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("the box is not editable");
            }
        };
    }

    private static Cell cell(RecipeForm form, RecipeField field, Control input, Region whole) {
        input.setId("recipe-" + field.id());
        input.setAccessibleText(field.title());
        input.setAccessibleHelp(field.help());
        input.setTooltip(new Tooltip(field.help()));
        input.setMaxWidth(Double.MAX_VALUE);
        whole.setMaxWidth(Double.MAX_VALUE);
        form.errorsProperty()
                .addListener(
                        (value, before, after) -> input.pseudoClassStateChanged(INVALID, after.containsKey(field)));
        Label label = new Label(field.title());
        label.getStyleClass().add("field-label");
        label.setLabelFor(input);
        VBox box = new VBox(label, whole);
        box.getStyleClass().add("field");
        box.disableProperty().bind(form.unusedProperty().map(unused -> unused.containsKey(field)));
        return new Cell(box, field);
    }

    private static String sentences(Map<RecipeField, String> said, List<RecipeField> fields) {
        return String.join(
                "\n",
                fields.stream()
                        .map(said::get)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
    }

    /**
     * @param node label and input
     * @param field of the form that it edits
     */
    record Cell(Node node, RecipeField field) {}
}
