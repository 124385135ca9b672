package dev.sdpoint.app.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import dev.sdpoint.app.fixtures.LateTasks;
import dev.sdpoint.app.fixtures.PictureFolder;
import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.app.workspace.OpenModel;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.data.DataSets;
import dev.sdpoint.engine.data.FolderOptions;
import dev.sdpoint.engine.model.SdpModel;
import java.nio.file.Path;
import java.util.Optional;
import javafx.application.Application;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Pictures of a folder are decoded while the gallery is looked at; the details of another folder's image must not get in the way. */
@ExtendWith(ApplicationExtension.class)
class SecondFolderTest {
    private static final int MORE_THAN_NEEDED = 200;

    @TempDir
    private Path temporary;

    private final Workspace workspace = new Workspace();
    private final LateTasks tasks = new LateTasks();
    private Optional<Parent> view = Optional.empty();

    @Start
    void start(Stage primary) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        Parent gallery = GalleryStage.place(workspace, tasks).view();
        view = Optional.of(gallery);
        primary.hide();
        primary.setScene(new Scene(gallery, 1200, 800));
        primary.show();
    }

    @Test
    void itsPicturesArriveThoughAnImageOfTheFirstWasSelected(FxRobot robot) throws Exception {
        DataSet first = DataSets.open(PictureFolder.of(temporary.resolve("first"), 40), FolderOptions.DEFAULT);
        DataSet second = DataSets.open(PictureFolder.of(temporary.resolve("second"), 40), FolderOptions.DEFAULT);
        robot.interact(() -> {
            open(first);
            settle();
            workspace.selectedImageProperty().set(Optional.of(1));
            settle();
        });
        assertThat(tasks.waiting()).as("the first folder").isZero();

        robot.interact(() -> {
            open(second);
            settle();
        });
        assertThat(tasks.waiting()).as("something is decoded for ever").isZero();
    }

    private void open(DataSet data) {
        SdpModel model = SyntheticModel.of(data);
        workspace.outcomesProperty().set(Optional.empty());
        workspace.selectedImageProperty().set(Optional.empty());
        workspace.dataProperty().set(Optional.of(data));
        workspace.modelProperty().set(Optional.of(new OpenModel(data.title(), model)));
        workspace.outcomesProperty().set(model.outcomes().forImages(data.validation()));
    }

    /** Does what waits, as far as it comes to an end. */
    private void settle() {
        for (int i = 0; i < MORE_THAN_NEEDED; i++) {
            view.ifPresent(gallery -> {
                gallery.applyCss();
                gallery.layout();
            });
            if (tasks.waiting() == 0) {
                return;
            }
            tasks.finishOne();
        }
    }
}
