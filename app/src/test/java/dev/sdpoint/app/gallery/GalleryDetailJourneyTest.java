package dev.sdpoint.app.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.sdpoint.Instance;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Looking at one image closely, by robot. */
@ExtendWith(ApplicationExtension.class)
class GalleryDetailJourneyTest {
    private GalleryStage stage;

    @Start
    void start(Stage primary) {
        stage = new GalleryStage(primary);
    }

    @BeforeEach
    void look(FxRobot robot) throws TimeoutException {
        GalleryStage.until(() -> stage.shows("#gallery-list"));
        robot.interact(() -> {
            stage.workspace.selectedInstanceProperty().set(Instance.of(3, 0.5));
            stage.workspace.selectedImageProperty().set(Optional.of(52));
        });
        GalleryStage.until(() -> stage.shows("#gallery-map-tiles"));
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(stage.place::close);
    }

    private int image() {
        return stage.workspace.selectedImageProperty().get().orElse(-1);
    }

    @Test
    void theStripSaysWhatEveryInstancePredicts(FxRobot robot) {
        assertThat(stage.shows("#gallery-strip-told")).isFalse();
        Button first = robot.from(robot.lookup("#gallery-strip"))
                .lookup(".strip-cell")
                .nth(0)
                .query();
        robot.moveTo(first);
        WaitForAsyncUtils.waitForFxEvents();
        Label told = robot.lookup("#gallery-strip-told").queryAs(Label.class);
        assertThat(told.isVisible()).isTrue();
        assertThat(told.getText()).contains(" says “").containsAnyOf("right;", "wrong;");
        robot.interact(first::requestFocus);
        robot.push(KeyCode.RIGHT);
        robot.push(KeyCode.END);
        WaitForAsyncUtils.waitForFxEvents();
        Instance dearest = dearest();
        assertThat(told.getText()).startsWith(dearest.label() + " says “");
        robot.push(KeyCode.SPACE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(stage.workspace.selectedInstanceProperty().get()).isEqualTo(dearest);
    }

    private static Instance dearest() {
        List<InstanceScore> byCost = GalleryStage.MODEL.sweep().byCost();
        return byCost.get(byCost.size() - 1).instance();
    }

    @Test
    void bothAnswersShowFiveClasses(FxRobot robot) throws TimeoutException {
        GalleryStage.until(() -> robot.from(robot.lookup("#gallery-answer-full"))
                .lookup((Node n) -> n.getStyleClass().contains("guess")
                        && n.getAccessibleText().startsWith("5, ")
                        && n.getAccessibleText().endsWith("%"))
                .tryQuery()
                .isPresent());
        for (String answer : new String[] {"#gallery-answer-selected", "#gallery-answer-full"}) {
            assertThat(robot.from(robot.lookup(answer))
                            .lookup((Node n) -> n.getStyleClass().contains("guess") && n.isVisible())
                            .queryAllAs(HBox.class))
                    .as(answer)
                    .hasSize(5)
                    .allMatch(row -> row.getAccessibleText().endsWith("%"));
        }
    }

    @Test
    void mapsStandSideBySideWithTheFirstLargeDifferenceMarked(FxRobot robot) throws TimeoutException, IOException {
        ComboBox<?> point = robot.lookup("#gallery-map-point").queryAs(ComboBox.class);
        assertThat(point.getValue()).isEqualTo(3);
        MapCanvas tiles = robot.lookup("#gallery-map-tiles").queryAs(MapCanvas.class);
        assertThat(tiles.getWidth()).as("three columns").isEqualTo(2 * MapCanvas.PITCH + MapCanvas.TILE);
        // Channel 4 of the fake network is the strongest.
        assertThat(tiles.channels()).containsExactly(3, 2, 1);
        // Half differs by a fifth for each block behind point 3.
        assertThat(robot.lookup("#gallery-map-sentence").queryAs(Label.class).getText())
                .contains("×0.5 first differs by more than half after block 6");
        Button marked = robot.lookup("#gallery-map-block-6").queryAs(Button.class);
        robot.interact(marked::fire);
        robot.interact(marked::requestFocus);
        assertThat(robot.lookup("#gallery-map-told").queryAs(Label.class).getText())
                .isEqualTo("After block 6, ×0.75 differs by 30.0\u00a0%, ×0.5 differs by 60.0\u00a0%: the first large"
                        + " difference.");
        assertThat(robot.lookup("#gallery-map-tiles").queryAs(MapCanvas.class).getAccessibleText())
                .contains("full of side 32", "×0.75 of side 24", "×0.5 of side 16");
        stage.capture(robot, "gallery-maps");
    }

    @Test
    void keysLeadToTheNextImageFromAnywhereInThePane(FxRobot robot) throws TimeoutException {
        int before = image();
        robot.interact(() -> robot.lookup("#gallery-map-point").query().requestFocus());
        robot.push(KeyCode.ALT, KeyCode.RIGHT);
        WaitForAsyncUtils.waitForFxEvents();
        int next = image();
        assertThat(next).isNotEqualTo(before);
        robot.push(KeyCode.ALT, KeyCode.LEFT);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(image()).isEqualTo(before);
        robot.clickOn("#gallery-next");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(image()).isEqualTo(next);
        robot.push(KeyCode.LEFT);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(image()).isEqualTo(before);
        GalleryStage.until(() ->
                robot.lookup("#gallery-number").queryAs(Label.class).getText().equals("Image #" + before));
    }
}
