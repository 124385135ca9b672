package dev.sdpoint.app.analysis;

import dev.sdpoint.app.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/** What stands where an answer would be: what it would say, what it takes, how far it is, or what is missing, and one thing to do. */
final class Placeholder extends VBox {
    private static final Texts TEXTS = Texts.of(Placeholder.class);
    private static final double WIDEST = 560;

    private final Label title = label("empty-title");
    private final Label text = label("empty-text");
    private final Label effort = label("muted");
    private final ProgressBar bar = new ProgressBar();
    private final Label message = label("muted");
    private final Button action = new Button();

    Placeholder(String id) {
        super();
        getStyleClass().addAll("card", "empty-state");
        setAlignment(Pos.CENTER);
        setId(id);
        title.setId(id + "-title");
        text.setId(id + "-text");
        effort.setId(id + "-effort");
        effort.getStyleClass().add("figure");
        message.setId(id + "-message");
        message.getStyleClass().add("figure");
        bar.setId(id + "-progress");
        bar.setPrefWidth(320);
        bar.setAccessibleText(TEXTS.get("placeholder.progress.spoken"));
        action.setId(id + "-action");
        getChildren().addAll(title, text, effort, bar, message, action);
        for (Region each : new Region[] {text, effort, message}) {
            each.managedProperty().bind(each.visibleProperty());
        }
        bar.managedProperty().bind(bar.visibleProperty());
        action.managedProperty().bind(action.visibleProperty());
        say("", "");
    }

    private static Label label(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMaxWidth(WIDEST);
        label.setTextAlignment(TextAlignment.CENTER);
        label.setAlignment(Pos.CENTER);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** Says something, with nothing to do. */
    void say(String what, String why) {
        title.setText(what);
        text.setText(why);
        text.setVisible(!why.isEmpty());
        effort.setVisible(false);
        bar.setVisible(false);
        message.setVisible(false);
        action.setVisible(false);
    }

    /** Says what an answer takes. */
    void takes(String words) {
        effort.setText(words);
        effort.setVisible(!words.isEmpty());
    }

    /** Shows how far something is. */
    void shows(double progress, String words) {
        bar.setProgress(progress);
        bar.setVisible(true);
        message.setText(words);
        message.setVisible(!words.isEmpty());
    }

    /** Offers something to do. */
    void offers(String label, boolean primary, boolean possible, Runnable run) {
        action.setText(label);
        action.getStyleClass().remove("accent");
        if (primary) {
            action.getStyleClass().add("accent");
        }
        action.setDisable(!possible);
        action.setOnAction(event -> run.run());
        action.setVisible(true);
    }
}
