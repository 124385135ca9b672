package dev.sdpoint.app.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.concurrent.BackgroundJob;
import dev.sdpoint.app.concurrent.FxTaskRunner;
import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.inference.StressLoad;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A person lets the budget follow the load. The network is a small stand-in; what the controller does is tested in the engine. */
@ExtendWith(ApplicationExtension.class)
class AutoBudgetJourneyTest {
    private static final DataSet DATA = SyntheticModel.data();

    @TempDir
    private static Path times;

    private final Workspace workspace = new Workspace();
    private final FxTaskRunner tasks = new FxTaskRunner();
    private BudgetPlace place;
    private Stage stage;

    @Start
    void start(Stage primary) {
        stage = primary;
        place = BudgetStage.place(workspace, tasks, times);
        BudgetStage.open(workspace, SyntheticModel.of(DATA), DATA);
        BudgetStage.show(primary, place.view(), 1240, 872, true);
        place.shown();
    }

    @AfterEach
    void stop() {
        WaitForAsyncUtils.waitForAsyncFx(5000, place::close);
        tasks.close();
    }

    private void await(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }

    private static boolean shown(FxRobot robot, String id) {
        Node node = robot.lookup(id).query();
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    @Test
    void streamsUnderStressAndStops(FxRobot robot) throws Exception {
        assertThat(shown(robot, "#stream-card")).isFalse();
        robot.clickOn("#budget-auto");
        assertThat(shown(robot, "#stream-card")).isTrue();
        assertThat(shown(robot, "#picture-card")).isFalse();
        robot.clickOn("#stream-target").write("none");
        assertThat(text(robot, "#stream-target-problem")).startsWith("Enter a number above 0");
        assertThat(robot.lookup("#stream-start").query().isDisabled()).isTrue();
        robot.interact(
                () -> robot.lookup("#stream-target").queryAs(TextField.class).setText(""));

        robot.clickOn("#stream-start");
        await(() -> !text(robot, "#live-verdict").isEmpty());
        assertThat(text(robot, "#stream-hint")).startsWith("Keeping ");
        String trace = robot.lookup("#stream-trace").query().getAccessibleText();
        assertThat(trace).startsWith("Load ");
        robot.clickOn("#stream-stress");
        await(() -> Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("stress-0")));
        BudgetStage.picture(stage, "budget-auto");
        robot.clickOn("#stream-stop");
        await(() -> shown(robot, "#stream-start"));
        assertThat(BackgroundJob.awaitAll(Duration.ofSeconds(20))).isTrue();
        assertThat(Thread.getAllStackTraces().keySet())
                .as(StressLoad.class + " leaves no thread")
                .noneMatch(thread -> thread.getName().startsWith("stress-"));
        robot.clickOn("#budget-by-hand");
        assertThat(shown(robot, "#picture-card")).isTrue();
        await(() -> robot.lookup("#answer-chosen-verdict").tryQuery().isPresent());
    }

    @Test
    void comparesWaysToChooseAndLeavingThePlaceEndsAStream(FxRobot robot) throws Exception {
        robot.clickOn("#budget-auto").clickOn("#stream-compare");
        Parent results = robot.lookup("#stream-results").queryParent();
        await(() -> results.getChildrenUnmodifiable().size() == 5 * 6 && shown(robot, "#stream-start"));
        assertThat(results.getChildrenUnmodifiable())
                .extracting(node -> ((Label) node).getText())
                .contains("Auto budget", "Always the cheapest", "Always the dearest", "At random");
        BudgetStage.picture(stage, "budget-auto-compared");
        robot.clickOn("#stream-start");
        await(() -> !text(robot, "#live-verdict").isEmpty());
        robot.interact(place::hidden);
        assertThat(BackgroundJob.awaitAll(Duration.ofSeconds(20))).isTrue();
        robot.interact(place::shown);
        assertThat(shown(robot, "#stream-start")).isTrue();
    }
}
