package dev.sdpoint.app.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.concurrent.FxTaskRunner;
import dev.sdpoint.app.fixtures.FakeNetwork;
import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class BudgetJourneyTest {
    private static final DataSet DATA = SyntheticModel.data();

    private final Workspace workspace = new Workspace();
    private final FxTaskRunner tasks = new FxTaskRunner();
    private BudgetPlace place;
    private Stage stage;

    @Start
    void start(Stage primary) {
        stage = primary;
        place = new BudgetPlace(workspace, tasks, FakeNetwork.loader());
        BudgetStage.open(workspace, SyntheticModel.of(DATA), DATA);
        BudgetStage.show(primary, place.view(), 1240, 872, false);
        place.shown();
    }

    @AfterEach
    void stop() {
        WaitForAsyncUtils.waitForAsyncFx(5000, place::close);
        tasks.close();
    }

    @Test
    void draggingTheSliderChangesInstanceAndAnswers(FxRobot robot) throws TimeoutException {
        awaitAnswer(robot);
        BudgetStage.picture(stage, "budget-start");
        robot.drag("#budget-thumb", MouseButton.PRIMARY);
        robot.moveTo(onTrack(robot, 0.02));
        robot.drop();
        assertThat(selected()).isEqualTo(new Instance.Downsampled(1, 0.5));
        awaitTitle(robot, "After block 1 · ×0.5");
        String cheap = text(robot, "#answer-chosen-verdict");
        robot.clickOn(onTrack(robot, 1));
        assertThat(selected()).isEqualTo(Instance.FULL);
        awaitTitle(robot, "Full resolution");
        assertThat(text(robot, "#answer-chosen-verdict")).isEqualTo(text(robot, "#answer-full-verdict"));
        assertThat(cheap).isNotBlank();
    }

    private void awaitAnswer(FxRobot robot) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                10, TimeUnit.SECONDS, () -> !text(robot, "#answer-full-verdict").isBlank());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void awaitTitle(FxRobot robot, String title) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                10,
                TimeUnit.SECONDS,
                () -> robot.lookup("#answer-chosen .card-title")
                        .queryAs(Label.class)
                        .getText()
                        .equals(title));
    }

    private Instance selected() {
        WaitForAsyncUtils.waitForFxEvents();
        return workspace.selectedInstanceProperty().get();
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }

    private static Point2D onTrack(FxRobot robot, double position) {
        Node slider = robot.lookup("#budget-slider").query();
        Bounds bounds = slider.localToScreen(slider.getLayoutBounds());
        return new Point2D(bounds.getMinX() + 20 + position * (bounds.getWidth() - 40), bounds.getMinY() + 40);
    }
}
