package dev.sdpoint.app.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import dev.sdpoint.app.concurrent.FxTaskRunner;
import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.app.fixtures.PictureFolder;
import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.app.workspace.OpenModel;
import dev.sdpoint.app.workspace.PlaceId;
import dev.sdpoint.app.workspace.Sorting;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.data.DataSets;
import dev.sdpoint.engine.data.FolderOptions;
import dev.sdpoint.engine.model.SdpModel;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** One folder of pictures after another, with an image of the first looked at. */
@ExtendWith(ApplicationExtension.class)
class SecondFolderJourneyTest {
    @TempDir
    private Path temporary;

    private final Workspace workspace = new Workspace();
    private final AtomicInteger tasksBegun = new AtomicInteger();
    private final GalleryPlace place = GalleryStage.place(workspace, new Counting());

    /** Counts what is begun. */
    private final class Counting implements TaskRunner {
        private final FxTaskRunner real = new FxTaskRunner();

        @Override
        public <T> Cancellation run(Callable<T> work, Consumer<T> success, Consumer<Exception> failure) {
            tasksBegun.incrementAndGet();
            return real.run(work, success, failure);
        }

        @Override
        public void onFxThread(Runnable action) {
            real.onFxThread(action);
        }
    }

    @Start
    void start(Stage primary) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        workspace.currentPlaceProperty().set(PlaceId.GALLERY);
        Region view = (Region) place.view();
        view.setMinSize(1240, 940);
        primary.setScene(new Scene(new Group(view), 1500, 990));
        primary.show();
        place.shown();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(place::close);
    }

    /** As the window does it: what belonged to the data set before is forgotten first. */
    private void open(FxRobot robot, DataSet data) {
        SdpModel model = SyntheticModel.of(data);
        robot.interact(() -> {
            workspace.sortingProperty().set(Sorting.NONE);
            workspace.outcomesProperty().set(Optional.empty());
            workspace.selectedImageProperty().set(Optional.empty());
            workspace.dataProperty().set(Optional.of(data));
            workspace.modelProperty().set(Optional.of(new OpenModel("shapes", model)));
            workspace.outcomesProperty().set(model.outcomes().forImages(data.validation()));
        });
    }

    private DataSet folder(String name) throws Exception {
        return DataSets.open(PictureFolder.of(temporary.resolve(name), 40), FolderOptions.DEFAULT);
    }

    private boolean settles() throws InterruptedException {
        for (int attempt = 0; attempt < 20; attempt++) {
            int before = tasksBegun.get();
            Thread.sleep(700);
            if (tasksBegun.get() == before) {
                return true;
            }
        }
        return false;
    }

    @Test
    void theSecondFolderIsShownAndTheFirstIsLeftAlone(FxRobot robot) throws Exception {
        WeakReference<DataSet> first = lookAtOneOfAFirst(robot);
        open(robot, folder("second"));
        assertThat(settles()).as("reading comes to an end").isTrue();
        for (int attempt = 0; first.get() != null && attempt < 50; attempt++) {
            System.gc();
            WaitForAsyncUtils.waitForFxEvents();
            Thread.sleep(50);
        }
        assertThat(first.get() == null)
                .as("the first data set is gone from memory")
                .isTrue();
    }

    private WeakReference<DataSet> lookAtOneOfAFirst(FxRobot robot) throws Exception {
        DataSet data = folder("first");
        open(robot, data);
        GalleryStage.until(() -> place.view().lookup("#gallery-list").isVisible());
        robot.interact(() -> workspace.selectedImageProperty().set(Optional.of(1)));
        assertThat(settles()).isTrue();
        return new WeakReference<>(data);
    }
}
