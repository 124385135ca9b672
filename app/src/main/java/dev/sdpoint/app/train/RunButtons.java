package dev.sdpoint.app.train;

import atlantafx.base.theme.Styles;
import dev.sdpoint.app.text.Texts;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** What can be done with the run now: buttons come and go with its state. */
final class RunButtons extends HBox {
    private static final Texts TEXTS = Texts.of(RunButtons.class);

    private final TrainModel model;
    private final Button evaluate = button(
            "train-evaluate", TEXTS.get("button.evaluate"), Material2AL.ASSESSMENT, TEXTS.get("button.evaluate.help"));
    private final Button pause =
            button("train-pause", TEXTS.get("button.pause"), Material2MZ.PAUSE, TEXTS.get("button.pause.help"));
    private final Button stop =
            button("train-stop", TEXTS.get("button.stop"), Material2MZ.STOP, TEXTS.get("button.stop.help"));
    private final Button resume = button(
            "train-continue", TEXTS.get("button.continue"), Material2MZ.PLAY_ARROW, TEXTS.get("button.continue.help"));
    private final Button save =
            button("train-save", TEXTS.get("button.save"), Material2MZ.SAVE_ALT, TEXTS.get("button.save.help"));
    private final Button use =
            button("train-use", TEXTS.get("button.use"), Material2AL.CHECK, TEXTS.get("button.use.help"));
    private final Button start =
            button("train-start", TEXTS.get("button.start"), Material2MZ.PLAY_ARROW, TEXTS.get("button.start.help"));

    private final Button enqueue = button(
            "train-enqueue", TEXTS.get("button.enqueue"), Material2MZ.PLAYLIST_ADD, TEXTS.get("button.enqueue.help"));

    RunButtons(TrainModel model) {
        super(8);
        this.model = model;
        setMinWidth(Region.USE_PREF_SIZE);
        stop.getStyleClass().addAll(Styles.DANGER, Styles.BUTTON_OUTLINED);
        getChildren().addAll(evaluate, pause, stop, save, use, resume);
        model.statusProperty().addListener((value, before, after) -> refresh());
        model.resultProperty().addListener((value, before, after) -> refresh());
        model.unfinishedProperty().addListener((value, before, after) -> refresh());
        model.form().recipeProperty().addListener((value, before, after) -> refresh());
        model.form().parentProperty().addListener((value, before, after) -> refresh());
        model.queue().editedProperty().addListener((value, before, after) -> refresh());
        refresh();
    }

    /** Begins a run with the recipe; not among the children, but at the foot of the recipe. */
    Button start() {
        return start;
    }

    /** Lets the recipe wait for its turn; stands beside {@link #start}. */
    Button enqueue() {
        return enqueue;
    }

    Button pause() {
        return pause;
    }

    Button stop() {
        return stop;
    }

    Button evaluate() {
        return evaluate;
    }

    Button resume() {
        return resume;
    }

    Button save() {
        return save;
    }

    Button use() {
        return use;
    }

    private void refresh() {
        RunStatus status = model.statusProperty().get();
        RunState state = status.state();
        boolean steerable = state == RunState.RUNNING || state == RunState.PAUSED;
        boolean waits = state == RunState.PAUSED || status.pausing();
        boolean finished = model.resultProperty().get().isPresent();
        boolean continuable =
                !state.active() && model.unfinishedProperty().get().isPresent();
        show(evaluate, state.active());
        show(pause, state.active());
        show(stop, state.active());
        show(save, !state.active() && finished);
        show(use, !state.active() && finished);
        show(resume, continuable);
        show(start, !state.active());
        evaluate.setDisable(!steerable || status.evaluating());
        pause.setDisable(!steerable);
        stop.setDisable(state == RunState.STOPPING);
        pause.setText(TEXTS.get(waits ? "button.resume" : "button.pause"));
        Ikon icon = waits ? Material2MZ.PLAY_ARROW : Material2MZ.PAUSE;
        // Called for every iteration: a new icon each time would be styled, and the row laid out, as often.
        if (pause.getGraphic() instanceof FontIcon shown && shown.getIconCode() != icon) {
            shown.setIconCode(icon);
        }
        boolean fork = model.form().parentProperty().get().isPresent();
        start.setText(
                fork
                        ? TEXTS.get("button.start-fork")
                        : TEXTS.get(finished || continuable ? "button.start-new" : "button.start"));
        start.setDisable(model.form().recipeProperty().get().isEmpty());
        enqueue.setText(
                TEXTS.get(model.queue().editedProperty().get().isPresent() ? "button.put-back" : "button.enqueue"));
        enqueue.setDisable(model.form().recipeProperty().get().isEmpty());
        accent(use, finished);
        accent(resume, continuable && !finished);
        accent(start, !finished && !continuable);
    }

    private static void show(Button button, boolean shown) {
        button.setVisible(shown);
        button.setManaged(shown);
    }

    private static void accent(Button button, boolean on) {
        if (on != button.getStyleClass().contains(Styles.ACCENT)) {
            Optional.of(Styles.ACCENT)
                    .filter(style -> on)
                    .ifPresentOrElse(
                            style -> button.getStyleClass().add(style),
                            () -> button.getStyleClass().remove(Styles.ACCENT));
        }
    }

    private static Button button(String id, String text, Ikon icon, String help) {
        Button button = new Button(text, new FontIcon(icon));
        button.setId(id);
        button.setTooltip(new Tooltip(help));
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }
}
