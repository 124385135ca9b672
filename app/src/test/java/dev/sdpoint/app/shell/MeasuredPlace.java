package dev.sdpoint.app.shell;

import dev.sdpoint.app.theme.Themes;
import dev.sdpoint.app.train.DayLongRun;
import dev.sdpoint.app.train.TrainPlace;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.stage.Stage;

/** The Train place in a window of its own, whose runs are told and not trained. For the thread that measures. */
record MeasuredPlace(BenchmarkWindow window, TrainPlace place, Stage stage) {
    private static final int WIDTH = 1240;
    private static final int HEIGHT = 860;

    /** Shows it. */
    static MeasuredPlace show(BenchmarkWindow window, DayLongRun run) throws Exception {
        TrainPlace place = window.onFx(
                () -> run.place(window.workspace(), window.tasks(), Files.createTempDirectory("sdpoint-day")));
        Stage stage = window.onFx(() -> {
            Stage shown = new Stage();
            Scene scene = new Scene(place.view(), WIDTH, HEIGHT);
            Themes.dress(scene, false);
            shown.setScene(scene);
            shown.show();
            place.shown();
            return shown;
        });
        return new MeasuredPlace(window, place, stage);
    }

    /** Begins the run. */
    void start() throws Exception {
        window.guide()
                .until(
                        "the button that starts a run",
                        Duration.ofMinutes(1),
                        () -> button("#train-start")
                                .filter(b -> !b.isDisabled())
                                .isPresent());
        press("#train-start");
    }

    /** Presses a button. */
    void press(String id) throws Exception {
        window.onFx(() -> {
            button(id).orElseThrow().fire();
            return id;
        });
    }

    /** A node of the place; JavaFX thread only. */
    Optional<Node> node(String id) {
        return Optional.ofNullable(stage.getScene().lookup(id));
    }

    private Optional<ButtonBase> button(String id) {
        return node(id).filter(ButtonBase.class::isInstance).map(ButtonBase.class::cast);
    }

    /** Takes it away. */
    void close() throws Exception {
        window.onFx(() -> {
            place.hidden();
            place.close();
            stage.hide();
            return stage;
        });
    }
}
