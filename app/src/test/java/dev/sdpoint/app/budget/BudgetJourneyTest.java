package dev.sdpoint.app.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.workspace.PlaceId;
import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.inference.BudgetMenu;
import dev.sdpoint.engine.sdpoint.Instance;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

class BudgetJourneyTest extends BudgetOnStage {
    @Start
    void start(Stage primary) {
        show(primary, HEIGHT, false);
    }

    @Test
    void draggingTheSliderChangesInstanceAndAnswers(FxRobot robot) throws TimeoutException {
        awaitAnswer(robot);
        BudgetStage.picture(stage, "budget-start");
        robot.drag("#budget-thumb", MouseButton.PRIMARY);
        robot.moveTo(onTrack(robot, 0.02));
        robot.drop();
        awaitSelected(new Instance.Downsampled(1, 0.5));
        awaitTitle(robot, "After block 1 · ×0.5");
        String cheap = text(robot, "#answer-chosen-verdict");
        assertThat(text(robot, "#answer-chosen-difference")).as("what changed").isNotBlank();
        robot.clickOn(onTrack(robot, 1));
        awaitSelected(Instance.FULL);
        awaitTitle(robot, "Full resolution");
        assertThat(text(robot, "#answer-chosen-verdict")).isEqualTo(text(robot, "#answer-full-verdict"));
        assertThat(cheap).isNotBlank();
    }

    @Test
    void keysStepFromOfferToOffer(FxRobot robot) throws TimeoutException {
        awaitAnswer(robot);
        robot.clickOn(onTrack(robot, 1));
        awaitSelected(Instance.FULL);
        awaitFocusOnSlider(robot);
        robot.type(KeyCode.HOME);
        awaitSelected(new Instance.Downsampled(1, 0.5));
        robot.type(KeyCode.RIGHT);
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> !selected().equals(new Instance.Downsampled(1, 0.5)));
        robot.type(KeyCode.LEFT);
        awaitSelected(new Instance.Downsampled(1, 0.5));
        robot.type(KeyCode.END);
        awaitSelected(Instance.FULL);
        BudgetStage.picture(stage, "budget-focus");
    }

    @Test
    void pageWheelAndTicksMoveTheBudget(FxRobot robot) throws TimeoutException {
        awaitAnswer(robot);
        List<Instance> offers = new BudgetMenu(MODEL.sweep(), MODEL.space())
                .offers().stream().map(InstanceScore::instance).toList();
        assertThat(offers).hasSizeGreaterThanOrEqualTo(4);
        int page = Math.max(2, offers.size() / 4);
        robot.clickOn(onTrack(robot, 1));
        // Each step waits for the one before: a key that overtakes a click would start from elsewhere.
        awaitSelected(Instance.FULL);
        awaitFocusOnSlider(robot);
        robot.type(KeyCode.PAGE_DOWN);
        awaitSelected(offers.get(offers.size() - 1 - page));
        robot.type(KeyCode.PAGE_UP);
        awaitSelected(Instance.FULL);
        robot.type(KeyCode.HOME);
        awaitSelected(offers.get(0));
        robot.type(KeyCode.RIGHT);
        awaitSelected(offers.get(1));
        robot.moveTo(betweenTicks(robot));
        // Which way is up differs between desktops and their stand-in; there and back is the same everywhere.
        robot.scroll(1, VerticalDirection.UP);
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> !selected().equals(offers.get(1)));
        assertThat(selected()).isIn(offers.get(0), offers.get(2));
        robot.scroll(1, VerticalDirection.DOWN);
        awaitSelected(offers.get(1));
        robot.type(KeyCode.HOME);
        awaitSelected(offers.get(0));
        // The hint of another tick must not lie over the one that is clicked.
        Node tick = robot.lookup(".budget-tick").nth(2).queryAs(Node.class);
        robot.moveTo(tick);
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn(tick);
        awaitSelected(offers.get(2));
    }

    private static void awaitFocusOnSlider(FxRobot robot) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                60,
                TimeUnit.SECONDS,
                () -> robot.lookup("#budget-slider").query().isFocused());
    }

    private void awaitSelected(Instance instance) {
        try {
            WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> selected().equals(instance));
        } catch (TimeoutException e) {
            throw new AssertionError("selected is " + selected() + " instead of " + instance, e);
        }
    }

    /** On the track in the middle of the widest gap between ticks: no hint of one comes up there and takes the wheel. */
    private static Point2D betweenTicks(FxRobot robot) {
        double[] centers = robot.lookup(".budget-tick").queryAll().stream()
                .map(tick -> tick.localToScreen(tick.getLayoutBounds()))
                .mapToDouble(Bounds::getCenterX)
                .sorted()
                .toArray();
        int widest = 1;
        for (int i = 2; i < centers.length; i++) {
            widest = centers[i] - centers[i - 1] > centers[widest] - centers[widest - 1] ? i : widest;
        }
        return new Point2D(
                (centers[widest - 1] + centers[widest]) / 2, onTrack(robot, 0).getY());
    }

    @Test
    void arrowKeysGoThroughTheBlocksOfTheNetwork(FxRobot robot) throws TimeoutException {
        awaitAnswer(robot);
        WaitForAsyncUtils.waitForAsyncFx(
                60_000, () -> workspace.selectedInstanceProperty().set(Instance.of(1, 0.5)));
        Node strip = robot.lookup("#network-strip").query();
        robot.clickOn("#headline-cost"); // the pointer away from the strip
        WaitForAsyncUtils.waitForAsyncFx(60_000, strip::requestFocus);
        assertThat(text(robot, "#network-readout")).startsWith("Stem · receptive field 3×3");
        robot.type(KeyCode.RIGHT, 3);
        assertThat(text(robot, "#network-readout"))
                .startsWith("Block 3 · receptive field 44×44")
                .contains("25.7");
        assertThat(strip.getAccessibleText()).startsWith("Block 3 · receptive field");
        BudgetStage.picture(stage, "budget-blocks");
        robot.type(KeyCode.END);
        assertThat(text(robot, "#network-readout")).startsWith("Pool");
        robot.type(KeyCode.RIGHT, KeyCode.HOME, KeyCode.LEFT);
        assertThat(text(robot, "#network-readout")).startsWith("Stem");
        robot.clickOn("#budget-slider");
        assertThat(text(robot, "#network-readout")).startsWith("Point at a block");
        robot.moveTo(robot.lookup(".network-block").nth(2).queryAs(Node.class));
        assertThat(text(robot, "#network-readout")).startsWith("Block 2");
    }

    @Test
    void millisecondsAreMeasuredOnThisMachine(FxRobot robot) throws TimeoutException {
        awaitAnswer(robot);
        assertThat(robot.lookup("#times-source").query().isVisible()).isFalse();
        robot.clickOn("ms");
        assertThat(text(robot, "#times-remark")).contains("not measured on this machine");
        BudgetStage.picture(stage, "budget-times-recorded");
        robot.clickOn(onTrack(robot, 1));
        robot.clickOn("#times-measure");
        WaitForAsyncUtils.waitFor(
                60, TimeUnit.SECONDS, () -> text(robot, "#times-remark").startsWith("Measured on this machine"));
        WaitForAsyncUtils.waitForFxEvents();
        String measured = Figures.millis(MODEL.sweep().of(Instance.FULL).flops() / 1e8);
        assertThat(text(robot, "#budget-bubble")).isEqualTo("Budget " + measured);
        assertThat(text(robot, "#headline-time")).isEqualTo(measured);
        assertThat(robot.lookup("#times-measure").queryButton().getText()).isEqualTo("Measure again");
        BudgetStage.picture(stage, "budget-times-here");
    }

    @Test
    void aCellOfTheStripSelectsItsInstance(FxRobot robot) {
        robot.clickOn(robot.lookup(".instance-cell").nth(0).queryAs(Node.class));
        awaitSelected(new Instance.Downsampled(1, 0.5));
    }

    @Test
    void aFileThatIsNoPictureGivesASentenceAndAWayOut(FxRobot robot, @TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("letter.png"), "Dear reader");
        // The dialog belongs to the system; what follows the choice is tried here.
        WaitForAsyncUtils.asyncFx(() -> place.pictures().openFile(file)).get();
        WaitForAsyncUtils.waitFor(
                60, TimeUnit.SECONDS, () -> text(robot, "#picture-problem").contains("letter.png"));
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
                60, TimeUnit.SECONDS, () -> text(robot, "#picture-title").equals("slope.png"));
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
        var image = WaitForAsyncUtils.waitForAsyncFx(60_000, () -> canvas.snapshot(null, null));
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
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> workspace.modelProperty().set(Optional.empty()));
        assertThat(robot.lookup("#budget-empty").query().isVisible()).isTrue();
        BudgetStage.picture(stage, "budget-empty");
        robot.clickOn("#budget-go-to-train");
        assertThat(workspace.currentPlaceProperty().get()).isEqualTo(PlaceId.TRAIN);
    }

    private void awaitAnswer(FxRobot robot) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                60, TimeUnit.SECONDS, () -> !text(robot, "#answer-full-verdict").isBlank());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void awaitTitle(FxRobot robot, String title) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                60,
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

    private static Point2D onTrack(FxRobot robot, double position) {
        Node slider = robot.lookup("#budget-slider").query();
        Bounds bounds = slider.localToScreen(slider.getLayoutBounds());
        return new Point2D(bounds.getMinX() + 20 + position * (bounds.getWidth() - 40), bounds.getMinY() + 40);
    }
}
