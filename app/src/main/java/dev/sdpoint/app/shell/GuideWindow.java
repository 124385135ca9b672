package dev.sdpoint.app.shell;

import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.app.guide.Guide;
import dev.sdpoint.app.theme.Themes;
import dev.sdpoint.app.workspace.PlaceId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.prefs.Preferences;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The window of the user guide, beside the program's own: both are used at the same time. Nothing of it is made, and none of its classes loaded,
 * before it is opened for the first time; closed, it is kept as it is. JavaFX thread only.
 */
final class GuideWindow {
    private static final Logger LOG = LoggerFactory.getLogger(GuideWindow.class);
    private static final WindowMemory.Form FORM = new WindowMemory.Form("guide.", 720, 480, 1120, 820);
    private static final KeyCombination CLOSE = new KeyCodeCombination(KeyCode.W, KeyCombination.SHORTCUT_DOWN);

    private final TaskRunner tasks;
    private final WindowMemory memory;
    private final Callable<List<Image>> icons;
    private @Nullable Opened opened;

    private record Opened(Stage stage, Guide guide) {}

    /**
     * Opens nothing yet.
     *
     * @param preferences where it is remembered where the window was
     * @param icons reads the program's icons; not called on the JavaFX thread
     */
    GuideWindow(TaskRunner tasks, Preferences preferences, Callable<List<Image>> icons) {
        this.tasks = tasks;
        this.icons = icons;
        memory = new WindowMemory(preferences, FORM);
    }

    /** Brings it to the front, at the section about a place. */
    void open(PlaceId place) {
        if (opened == null) {
            opened = make();
        }
        Stage stage = opened.stage();
        if (!stage.isShowing()) {
            memory.restore(stage);
            stage.show();
        }
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
        opened.guide().open(place);
    }

    /** The window, if it is open. */
    Optional<Stage> stage() {
        return Optional.ofNullable(opened).map(Opened::stage).filter(Stage::isShowing);
    }

    /** Whether the guide is there, with its pictures in the colours of now. */
    boolean drawn() {
        return opened != null && opened.guide().drawn();
    }

    /** Closes it, as the program ends. */
    void close() {
        if (opened != null && opened.stage().isShowing()) {
            hide(opened.stage());
        }
    }

    private Opened make() {
        Guide guide = new Guide(tasks, WebPages::open);
        Stage stage = new Stage();
        stage.setTitle(Guide.title());
        Scene scene = new Scene(guide.view());
        Themes.dress(scene, Themes.darkProperty().get());
        scene.getAccelerators().put(CLOSE, () -> hide(stage));
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.ESCAPE), () -> hide(stage));
        stage.setScene(scene);
        stage.setOnCloseRequest(event -> hide(stage));
        tasks.run(
                icons,
                stage.getIcons()::setAll,
                problem -> LOG.error("The icons of the guide's window cannot be read.", problem));
        return new Opened(stage, guide);
    }

    private void hide(Stage stage) {
        memory.remember(stage, tasks);
        stage.hide();
    }
}
