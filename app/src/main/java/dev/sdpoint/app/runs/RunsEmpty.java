package dev.sdpoint.app.runs;

import dev.sdpoint.app.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** What stands where the list would be, as long as there is none: why, and what to do. */
final class RunsEmpty extends VBox {
    private static final Texts TEXTS = Texts.of(RunsEmpty.class);
    private final RunsModel model;
    private final Label title = new Label();
    private final Label text = new Label();
    private final Button action = new Button();
    private final Runnable imports;

    /** @param imports lets a person choose runs to take in */
    RunsEmpty(RunsModel model, Runnable imports) {
        super();
        this.model = model;
        this.imports = imports;
        setId("runs-empty");
        getStyleClass().add("empty-state");
        FontIcon icon = new FontIcon(Material2OutlinedMZ.SHOW_CHART);
        icon.getStyleClass().add("empty-icon");
        title.getStyleClass().add("empty-title");
        text.getStyleClass().add("empty-text");
        text.setAlignment(Pos.CENTER);
        action.setId("runs-empty-action");
        getChildren().addAll(icon, title, text, action);
    }

    /** Says what fits; unseen while there are runs to show. */
    void refresh() {
        boolean none = model.found().isEmpty();
        setVisible(none);
        if (!none) {
            return;
        }
        switch (model.stageProperty().get()) {
            case OPENING -> say(TEXTS.get("empty.opening"), TEXTS.get("empty.opening.why"), "", () -> {});
            case FAILED ->
                say(TEXTS.get("empty.failed"), model.problemProperty().get(), "", () -> {});
            case READY -> {
                if (model.rows().isEmpty()) {
                    say(TEXTS.get("empty.none"), TEXTS.get("empty.none.why"), TEXTS.get("empty.none.action"), imports);
                } else {
                    say(
                            TEXTS.get("empty.found"),
                            TEXTS.get("empty.found.why"),
                            TEXTS.get("empty.found.action"),
                            () -> model.searchProperty().set(""));
                }
            }
        }
    }

    private void say(String what, String why, String label, Runnable run) {
        title.setText(what);
        text.setText(why);
        action.setText(label);
        action.setOnAction(event -> run.run());
        action.setVisible(!label.isEmpty());
        action.setManaged(!label.isEmpty());
    }
}
