package dev.sdpoint.app.train;

import dev.sdpoint.app.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.controlsfx.control.PopOver;
import org.controlsfx.control.textfield.AutoCompletionBinding;
import org.controlsfx.control.textfield.TextFields;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;

/** The architecture: typed with completion, or chosen as a family and its sizes. */
final class NetworkField extends HBox {
    private static final Texts TEXTS = Texts.of(NetworkField.class);
    private static final int ROWS = 8;

    private final TextField input = new TextField();
    private final StringProperty text;

    NetworkField(StringProperty text) {
        super(4);
        this.text = text;
        input.textProperty().bindBidirectional(text);
        HBox.setHgrow(input, Priority.ALWAYS);
        AutoCompletionBinding<String> completion =
                TextFields.bindAutoCompletion(input, request -> NetworkFamily.suggestions(request.getUserText()));
        completion.setVisibleRowCount(ROWS);
        // The click that closes the suggestions is meant for what it hits.
        completion.getAutoCompletionPopup().setConsumeAutoHidingEvents(false);
        Button choose = new Button(null, new FontIcon(Material2MZ.TUNE));
        choose.setId("recipe-network-choose");
        choose.getStyleClass().addAll("button-icon", "flat");
        choose.setAccessibleText(TEXTS.get("family.choose"));
        choose.setTooltip(new Tooltip(TEXTS.get("family.choose")));
        choose.setOnAction(event -> choose(choose));
        getChildren().addAll(input, choose);
    }

    TextField input() {
        return input;
    }

    private void choose(Button owner) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("network-sizes");
        ComboBox<NetworkFamily> families = new ComboBox<>(FXCollections.observableArrayList(NetworkFamily.values()));
        families.setId("network-family");
        families.setConverter(FieldRow.named(NetworkFamily::title));
        families.setMaxWidth(Double.MAX_VALUE);
        families.valueProperty().addListener((value, before, after) -> sizes(grid, after));
        grid.add(label(TEXTS.get("family.label")), 0, 0);
        grid.add(families, 1, 0);
        families.setValue(Arrays.stream(NetworkFamily.values())
                .filter(family -> family.sizesIn(text.get()).isPresent())
                .findFirst()
                .orElse(NetworkFamily.WIDE_RES_NET));
        PopOver popOver = new PopOver(grid);
        popOver.setArrowLocation(PopOver.ArrowLocation.LEFT_TOP);
        popOver.setTitle(TEXTS.get("family.title"));
        popOver.show(owner);
    }

    /** One row a size; any choice is the network at once. */
    private void sizes(GridPane grid, NetworkFamily family) {
        grid.getChildren().removeIf(node -> GridPane.getRowIndex(node) > 0);
        List<Integer> now = family.sizesIn(text.get())
                .orElseGet(() -> family.sizes().stream()
                        .map(size -> size.common().get(0))
                        .toList());
        List<ComboBox<Integer>> boxes = new ArrayList<>();
        for (int i = 0; i < family.sizes().size(); i++) {
            NetworkFamily.Size size = family.sizes().get(i);
            ComboBox<Integer> box = new ComboBox<>(FXCollections.observableArrayList(size.all()));
            box.setId("network-size-" + i);
            box.setMaxWidth(Double.MAX_VALUE);
            box.setValue(now.get(i));
            boxes.add(box);
            grid.add(label(size.measure().title()), 0, i + 1);
            grid.add(box, 1, i + 1);
        }
        Runnable write = () ->
                text.set(family.name(boxes.stream().map(ComboBox::getValue).toList()));
        boxes.forEach(box -> box.valueProperty().addListener((value, before, after) -> write.run()));
        write.run();
    }

    private static Label label(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("field-label");
        return label;
    }
}
