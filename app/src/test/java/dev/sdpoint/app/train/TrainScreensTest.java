package dev.sdpoint.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.concurrent.DirectTaskRunner;
import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.app.workspace.OpenModel;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.network.WideResNet;
import dev.sdpoint.engine.sdpoint.Instance;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Every state of the place at every size and theme: nothing is cut off, and pictures are kept to be looked at. */
@ExtendWith(ApplicationExtension.class)
final class TrainScreensTest {
    /** Sizes of the place inside windows of 1440×900, 1024×700 and 1920×1200. */
    private static final int[][] SIZES = {{1240, 871}, {824, 671}, {1720, 1171}};

    @TempDir
    private Path folder;

    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    @Test
    void fitsEverySizeInEveryState(FxRobot robot) {
        DataSet data = SyntheticModel.data();
        for (boolean dark : new boolean[] {true, false}) {
            Workspace workspace = new Workspace();
            TrainPlace place = place(workspace, Long.MAX_VALUE);
            robot.interact(() -> stage.setScene(null));
            look(robot, place.view(), dark, "opening", 1);
            robot.interact(() -> {
                workspace.dataProperty().set(Optional.of(data));
                workspace
                        .modelProperty()
                        .set(Optional.of(
                                new OpenModel("sample", SyntheticModel.of(data, new WideResNet(16, 2, 10, 32)))));
            });
            look(robot, place.view(), dark, "ready", 3);
            robot.interact(() -> Screens.show(stage, place.view(), dark, SIZES[0][0], SIZES[0][1]));
            robot.clickOn("#train-start");
            robot.interact(() -> workspace.selectedInstanceProperty().set(new Instance.Downsampled(2, 0.75)));
            look(robot, place.view(), dark, "finished", 3);
            robot.interact(place::hidden);
        }
    }

    private TrainPlace place(Workspace workspace, long stopAt) {
        return new TrainPlace(
                workspace,
                new DirectTaskRunner(),
                Direct.background(),
                new FakeSession(stopAt),
                new RunFiles(folder.resolve("runs")),
                Direct.profiler(),
                RecordedCurves.NONE);
    }

    private void look(FxRobot robot, Parent root, boolean dark, String name, int sizes) {
        for (int i = 0; i < sizes; i++) {
            int[] size = SIZES[i];
            if (size[0] < 1600) {
                robot.interact(() -> Screens.show(stage, root, dark, size[0], size[1]));
                WaitForAsyncUtils.waitForFxEvents();
            }
            robot.interact(() -> {
                Scene scene = size[0] < 1600 ? stage.getScene() : Screens.aside(stage, root, dark, size[0], size[1]);
                Screens.capture(scene, String.format("train-%s-%s-%d", name, dark ? "dark" : "light", size[0]));
                assertThat(((Region) root).getHeight()).isEqualTo(size[1]);
                for (String id : new String[] {"#train-cost-error", "#train-status"}) {
                    var bounds = root.lookup(id).localToScene(root.lookup(id).getBoundsInLocal());
                    assertThat(bounds.getMaxX()).as(id + " at " + size[0]).isLessThanOrEqualTo(size[0]);
                    assertThat(bounds.getMaxY()).as(id + " at " + size[0]).isLessThanOrEqualTo(size[1]);
                }
            });
        }
    }
}
