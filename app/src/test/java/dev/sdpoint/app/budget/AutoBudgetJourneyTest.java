package dev.sdpoint.app.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.concurrent.BackgroundJob;
import dev.sdpoint.engine.inference.StressLoad;
import java.time.Duration;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** A person lets the budget follow the load. The network is a small stand-in; what the controller does is tested in the engine. */
class AutoBudgetJourneyTest extends BudgetOnStage {
    private static boolean shown(FxRobot robot, String id) {
        Node node = robot.lookup(id).query();
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    @Start
    void start(Stage primary) {
        show(primary, HEIGHT, true);
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
        assertThat(BackgroundJob.awaitAll(Duration.ofSeconds(60))).isTrue();
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
        assertThat(BackgroundJob.awaitAll(Duration.ofSeconds(60))).isTrue();
        robot.interact(place::shown);
        assertThat(shown(robot, "#stream-start")).isTrue();
    }

    @Test
    void aFilmStopsWhenTheBudgetBecomesAutomatic(FxRobot robot) {
        robot.interact(() -> {
            place.state().film().playingProperty().set(true);
            place.state().automaticProperty().set(true);
            assertThat(place.state().film().playingProperty().get()).isFalse();
        });
    }

    @Test
    void nothingIsMeasuredBesideAStream(FxRobot robot) throws Exception {
        robot.interact(() -> {
            place.state().unitProperty().set(BudgetUnit.MILLIS);
            place.state().automaticProperty().set(true);
        });
        assertThat(robot.lookup("#times-measure").query().isDisabled()).isFalse();
        robot.clickOn("#stream-start");
        await(() -> !text(robot, "#live-verdict").isEmpty());
        assertThat(robot.lookup("#times-measure").query().isDisabled()).isTrue();
        assertThat(text(robot, "#times-remark")).endsWith("A stream runs: measure when it has ended.");
        robot.clickOn("#stream-stop");
        await(() -> !robot.lookup("#times-measure").query().isDisabled());
    }
}
