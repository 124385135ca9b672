package dev.sdpoint.app.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.concurrent.FxTaskRunner;
import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.network.WideResNet;
import dev.sdpoint.engine.sdpoint.Instance;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Looks at the place at several sizes and depths: nothing that matters may be cut off. */
@ExtendWith(ApplicationExtension.class)
class BudgetScreensTest {
    private static final DataSet DATA = SyntheticModel.data();
    private static final double SIDEBAR = 200;
    private static final double FOOTER = 29;

    private final Workspace workspace = new Workspace();
    private final FxTaskRunner tasks = new FxTaskRunner();
    private Stage stage;
    private BudgetPlace place;

    @TempDir
    private static Path folder;

    @Start
    void start(Stage primary) {
        stage = primary;
        place = BudgetStage.place(workspace, tasks, folder);
    }

    @AfterEach
    void stop() {
        WaitForAsyncUtils.waitForAsyncFx(60_000, place::close);
        tasks.close();
    }

    @ParameterizedTest
    @CsvSource({
        "1440, 900, 16, false",
        "1440, 900, 16, true",
        "1024, 700, 16, false",
        "1024, 700, 28, true",
        "1920, 1200, 40, false",
        "1440, 900, 160, false"
    })
    void everythingIsInItsPlace(double width, double height, int depth, boolean dark, FxRobot robot)
            throws TimeoutException {
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
            workspace.selectedInstanceProperty().set(new Instance.Downsampled(1, 0.75));
            BudgetStage.open(
                    workspace, SyntheticModel.of(DATA, new WideResNet(depth, 1, DATA.classCount(), DATA.side())), DATA);
            BudgetStage.show(stage, place.view(), width - SIDEBAR, height - FOOTER, dark);
            place.shown();
            workspace.selectedImageProperty().set(Optional.of(118));
        });
        WaitForAsyncUtils.waitFor(
                60,
                TimeUnit.SECONDS,
                () -> !robot.lookup("#answer-chosen-verdict")
                        .queryAs(Label.class)
                        .getText()
                        .isBlank());
        WaitForAsyncUtils.sleep(400, TimeUnit.MILLISECONDS);
        BudgetStage.picture(
                stage, "budget-" + (int) width + "x" + (int) height + "-" + depth + (dark ? "-dark" : "-light"));
        for (String id : new String[] {"#budget-slider", "#picture-card", "#budget-unit", "#network-readout"}) {
            Node node = robot.lookup(id).query();
            Bounds bounds = node.localToScene(node.getLayoutBounds());
            assertThat(bounds.getMinX()).as(id).isGreaterThanOrEqualTo(0);
            assertThat(bounds.getMaxX()).as(id).isLessThanOrEqualTo(width - SIDEBAR);
        }
        Label headline = robot.lookup("#headline-cost").queryAs(Label.class);
        assertThat(headline.getWidth()).isGreaterThanOrEqualTo(Math.floor(headline.prefWidth(-1)));
    }
}
