package dev.sdpoint.app.train;

import atlantafx.base.theme.Styles;
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
    private final TrainModel model;
    private final Button evaluate =
            button("train-evaluate", "Evaluate now", Material2AL.ASSESSMENT, "Evaluates all instances at once");
    private final Button pause = button("train-pause", "Pause", Material2MZ.PAUSE, "Waits after this iteration");
    private final Button stop =
            button("train-stop", "Stop", Material2MZ.STOP, "Writes a checkpoint and ends; the run can be continued");
    private final Button resume =
            button("train-continue", "Continue", Material2MZ.PLAY_ARROW, "Goes on from the last checkpoint of the run");
    private final Button save =
            button("train-save", "Save model …", Material2MZ.SAVE_ALT, "Writes the trained model to a file");
    private final Button use = button(
            "train-use", "Use in Budget and Gallery", Material2AL.CHECK, "Opens the trained model in the other places");
    private final Button start =
            button("train-start", "Start", Material2MZ.PLAY_ARROW, "Trains with this recipe (Ctrl+Enter)");

    private final Button enqueue = button(
            "train-enqueue", "Add to queue", Material2MZ.PLAYLIST_ADD, "Trains this recipe after those before it");

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
        pause.setText(waits ? "Resume" : "Pause");
        Ikon icon = waits ? Material2MZ.PLAY_ARROW : Material2MZ.PAUSE;
        // Called for every iteration: a new icon each time would be styled, and the row laid out, as often.
        if (pause.getGraphic() instanceof FontIcon shown && shown.getIconCode() != icon) {
            shown.setIconCode(icon);
        }
        boolean fork = model.form().parentProperty().get().isPresent();
        start.setText(fork ? "Start fork" : finished || continuable ? "Start new" : "Start");
        start.setDisable(model.form().recipeProperty().get().isEmpty());
        enqueue.setText(model.queue().editedProperty().get().isPresent() ? "Put back" : "Add to queue");
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
