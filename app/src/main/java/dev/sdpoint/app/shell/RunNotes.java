package dev.sdpoint.app.shell;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.workspace.PlaceId;
import dev.sdpoint.app.workspace.RunNews;
import dev.sdpoint.app.workspace.Workspace;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.controlsfx.control.Notifications;
import org.controlsfx.control.action.Action;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/**
 * Tells of a run that has finished or failed in a corner of the window, with a way to it; not while the person looks at it anyway. A note
 * stays until it is closed if the person was elsewhere.
 */
final class RunNotes implements Consumer<RunNews> {
    private static final Texts TEXTS = Texts.of(RunNotes.class);
    private static final Duration WHILE_LOOKING = Duration.seconds(12);

    private final Workspace workspace;
    private final Stage stage;

    RunNotes(Workspace workspace, Stage stage) {
        this.workspace = workspace;
        this.stage = stage;
    }

    @Override
    public void accept(RunNews news) {
        if (!stage.isShowing() || RunHerald.inSight(workspace, stage.isFocused())) {
            return;
        }
        boolean failed = news.phase() == RunNews.Phase.FAILED;
        FontIcon icon = new FontIcon(failed ? Material2OutlinedAL.ERROR_OUTLINE : Material2OutlinedAL.CHECK_CIRCLE);
        icon.getStyleClass().add(failed ? "note-failed" : "note-finished");
        Notifications.create()
                .owner(stage)
                .position(Pos.BOTTOM_RIGHT)
                .title(TEXTS.get(failed ? "note.failed" : "note.finished", news.title()))
                .text(news.sentence().replace(". ", ".\n"))
                .graphic(icon)
                .hideAfter(stage.isFocused() ? WHILE_LOOKING : Duration.INDEFINITE)
                .styleClass("run-note")
                .action(new Action(TEXTS.get("note.show"), event -> {
                    workspace.currentPlaceProperty().set(PlaceId.TRAIN);
                    stage.setIconified(false);
                    stage.toFront();
                    stage.requestFocus();
                }))
                .show();
    }
}
