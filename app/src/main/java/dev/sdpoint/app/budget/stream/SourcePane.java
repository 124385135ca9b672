package dev.sdpoint.app.budget.stream;

import dev.sdpoint.app.budget.stream.StreamModel.From;
import dev.sdpoint.app.budget.stream.StreamModel.Phase;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.theme.Named;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** The row that says where the images of a stream come from. */
final class SourcePane {
    private static final Texts TEXTS = Texts.of(SourcePane.class);

    private final StreamModel model;
    private final Runnable chooseFolder;

    SourcePane(StreamModel model, Runnable chooseFolder) {
        this.model = model;
        this.chooseFolder = chooseFolder;
    }

    Node build() {
        BooleanBinding idle = model.phaseProperty()
                .isEqualTo(Phase.READY)
                .or(model.phaseProperty().isEqualTo(Phase.NOTHING_OPEN));
        ComboBox<From> from = new ComboBox<>();
        from.setId("stream-source");
        from.setAccessibleText(TEXTS.get("source.spoken"));
        from.setTooltip(new Tooltip(TEXTS.get("source.hint")));
        from.setConverter(Named.by(value -> value == From.DATA_SET ? TEXTS.get("source.data") : filesTitle()));
        model.filesProperty().subscribe(files -> fill(from, files.isEmpty()));
        model.filesTitleProperty()
                .subscribe(title -> fill(from, model.filesProperty().get().isEmpty()));
        from.valueProperty().addListener((property, before, now) -> {
            if (now != null) {
                model.fromProperty().set(now);
            }
        });
        model.fromProperty().subscribe(from::setValue);
        from.disableProperty().bind(idle.not());
        Button folder = new Button(TEXTS.get("source.folder"), new FontIcon(Material2AL.FOLDER_OPEN));
        folder.setId("stream-folder");
        folder.setAccessibleText(TEXTS.get("source.folder.hint"));
        folder.setTooltip(new Tooltip(TEXTS.get("source.folder.hint")));
        folder.setOnAction(e -> chooseFolder.run());
        folder.disableProperty().bind(idle.not());
        Label images = new Label(TEXTS.get("source.images"));
        images.setMinWidth(Region.USE_PREF_SIZE);
        images.setLabelFor(from);
        Label note = new Label();
        note.setId("stream-source-note");
        note.getStyleClass().add("card-subtitle");
        note.setMinWidth(0);
        note.textProperty()
                .bind(Bindings.when(model.fromProperty().isEqualTo(From.FILES))
                        .then(Bindings.concat(TEXTS.get("source.note"), model.leftOutProperty()))
                        .otherwise(""));
        HBox row = new HBox(8, images, from, folder, note);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private String filesTitle() {
        return TEXTS.get(
                "source.files",
                model.filesTitleProperty().get(),
                model.filesProperty().get().size());
    }

    /** Offers what there is, and shows a new title of what is chosen. */
    private void fill(ComboBox<From> from, boolean noFiles) {
        From chosen = model.fromProperty().get();
        from.setValue(null);
        if (noFiles) {
            from.getItems().setAll(From.DATA_SET);
        } else {
            from.getItems().setAll(From.DATA_SET, From.FILES);
        }
        from.setValue(chosen);
    }
}
