package dev.sdpoint.app.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.concurrent.FxTaskRunner;
import dev.sdpoint.app.fixtures.FakeNetwork;
import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.app.workspace.PlaceId;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.sdpoint.Instance;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
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

    @Test
    void keysStepFromOfferToOffer(FxRobot robot) throws TimeoutException {
        awaitAnswer(robot);
        robot.clickOn(onTrack(robot, 1));
        robot.type(KeyCode.HOME);
        assertThat(selected()).isEqualTo(new Instance.Downsampled(1, 0.5));
        robot.type(KeyCode.RIGHT);
        Instance second = selected();
        assertThat(second).isNotEqualTo(new Instance.Downsampled(1, 0.5));
        robot.type(KeyCode.LEFT);
        assertThat(selected()).isEqualTo(new Instance.Downsampled(1, 0.5));
        robot.type(KeyCode.END);
        assertThat(selected()).isEqualTo(Instance.FULL);
        BudgetStage.picture(stage, "budget-focus");
    }

    @Test
    void aCellOfTheStripSelectsItsInstance(FxRobot robot) {
        robot.clickOn(robot.lookup(".instance-cell").nth(0).queryAs(Node.class));
        assertThat(selected()).isEqualTo(new Instance.Downsampled(1, 0.5));
    }

    @Test
    void aFileThatIsNoPictureGivesASentenceAndAWayOut(FxRobot robot, @TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("letter.png"), "Dear reader");
        // The dialog belongs to the system; what follows the choice is tried here.
        WaitForAsyncUtils.asyncFx(() -> place.pictures().openFile(file)).get();
        WaitForAsyncUtils.waitFor(
                10, TimeUnit.SECONDS, () -> text(robot, "#picture-problem").contains("letter.png"));
        assertThat(robot.lookup("#picture-problem-action").queryButton().isVisible())
                .isTrue();
        BudgetStage.picture(stage, "budget-bad-file");
        robot.clickOn("#image-next");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(text(robot, "#picture-problem")).isEmpty();
    }

    @Test
    void aPictureOfOnesOwnIsShownBesideItsOriginal(FxRobot robot, @TempDir Path folder) throws Exception {
        BufferedImage photo = new BufferedImage(90, 60, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 90; x++) {
            for (int y = 0; y < 60; y++) {
                photo.setRGB(x, y, (x << 17) | (y << 10) | 90);
            }
        }
        File file = folder.resolve("slope.png").toFile();
        ImageIO.write(photo, "png", file);
        WaitForAsyncUtils.asyncFx(() -> place.pictures().openFile(file.toPath()))
                .get();
        WaitForAsyncUtils.waitFor(
                10, TimeUnit.SECONDS, () -> text(robot, "#picture-title").equals("slope.png"));
        awaitAnswer(robot);
        WaitForAsyncUtils.sleep(500, TimeUnit.MILLISECONDS);
        BudgetStage.picture(stage, "budget-own-picture");
        assertThat(robot.lookup("#picture-original").query().isVisible()).isTrue();
        assertThat(workspace.selectedImageProperty().get()).isEmpty();
    }

    @Test
    void pixelsAreDrawnAsSharpSquares(FxRobot robot) {
        Node canvas = robot.lookup("#picture-canvas .canvas")
                .tryQuery()
                .orElseGet(() -> ((Parent) robot.lookup("#picture-canvas").query())
                        .getChildrenUnmodifiable()
                        .get(0));
        var image = WaitForAsyncUtils.waitForAsyncFx(5000, () -> canvas.snapshot(null, null));
        int scale = (int) image.getWidth() / 32;
        assertThat(image.getWidth()).isEqualTo(32 * scale);
        var seen = DATA.validation().image(0);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int argb = image.getPixelReader().getArgb(x, y);
                assertThat((argb >> 16) & 255).isEqualTo(seen.pixel(y / scale, x / scale, 0));
                assertThat(argb & 255).isEqualTo(seen.pixel(y / scale, x / scale, 2));
            }
        }
    }

    @Test
    void saysWhatToDoWhenNothingIsOpen(FxRobot robot) {
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> workspace.modelProperty().set(Optional.empty()));
        assertThat(robot.lookup("#budget-empty").query().isVisible()).isTrue();
        BudgetStage.picture(stage, "budget-empty");
        robot.clickOn("#budget-go-to-train");
        assertThat(workspace.currentPlaceProperty().get()).isEqualTo(PlaceId.TRAIN);
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
