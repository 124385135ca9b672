package dev.sdpoint.app.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.concurrent.FxTaskRunner;
import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.data.RgbImage;
import dev.sdpoint.engine.sdpoint.Instance;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
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

/** What a person does with pictures and exports. Dialogs and drops belong to the system; what they call is tried here. */
@ExtendWith(ApplicationExtension.class)
class PictureJourneyTest {
    private static final DataSet DATA = SyntheticModel.data();

    @TempDir
    private Path folder;

    private final Workspace workspace = new Workspace();
    private final FxTaskRunner tasks = new FxTaskRunner();
    private BudgetPlace place;
    private Stage stage;

    @TempDir
    private Path times;

    @Start
    void start(Stage primary) {
        stage = primary;
        place = BudgetStage.place(workspace, tasks, times);
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
    void severalFilesAreSteppedThroughAndABrokenOneIsLeftOut(FxRobot robot) throws Exception {
        Path broken = Files.write(folder.resolve("broken.jpg"), new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0});
        List<Path> files = List.of(slope("one.png", 90, 60), broken, slope("two.png", 60, 90));
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> place.film().openFiles(files));
        await(() -> text(robot, "#film-problems").startsWith("broken.jpg is damaged"));
        await(() -> text(robot, "#picture-title").equals("one.png"));
        robot.clickOn("#film-strip");
        robot.type(KeyCode.END);
        await(() -> text(robot, "#picture-title").equals("two.png"));
        robot.type(KeyCode.LEFT);
        await(() -> text(robot, "#picture-title").equals("one.png"));
        BudgetStage.picture(stage, "budget-film");
        robot.clickOn("#film-close");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#film").query().isVisible()).isFalse();
        assertThat(text(robot, "#picture-title")).isEqualTo("one.png");
    }

    @Test
    void theCropIsMovedByKeysAndTheAnswersFollow(FxRobot robot) throws Exception {
        Path file = slope("slope.png", 90, 60);
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> place.pictures().openFile(file));
        await(() -> text(robot, "#picture-title").equals("slope.png"));
        RgbImage before = seen();
        int left = seen().pixel(0, 0, 0);
        WaitForAsyncUtils.waitForAsyncFx(
                5000, () -> robot.lookup("#crop-view").query().requestFocus());
        robot.type(KeyCode.RIGHT, 4);
        await(() -> seen().pixel(0, 0, 0) > left);
        robot.type(KeyCode.PLUS, 3);
        await(() -> text(robot, "#picture-caption").contains("a square of 45"));
        await(() -> !place.state().waitingProperty().get());
        BudgetStage.picture(stage, "budget-crop");
        robot.type(KeyCode.DIGIT0);
        await(() -> seen().equals(before));
        assertThat(robot.lookup("#crop-reset").query().isDisabled()).isTrue();
    }

    @Test
    void theSmallMultipleShowsEveryGuessAndSelects(FxRobot robot) throws Exception {
        fire(robot, "#small-multiple-toggle");
        await(() -> place.state().cardsProperty().get().size() == 7
                && place.state().cardsProperty().get().stream()
                        .noneMatch(card -> card.guesses().isEmpty()));
        BudgetStage.picture(stage, "budget-small-multiple");
        ButtonBase first = robot.lookup(".instance-card").nth(0).queryAs(ButtonBase.class);
        WaitForAsyncUtils.waitForAsyncFx(5000, first::requestFocus);
        robot.type(KeyCode.SPACE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(workspace.selectedInstanceProperty().get()).isEqualTo(new Instance.Downsampled(1, 0.5));
        assertThat(first.getAccessibleText()).endsWith("selected");
        fire(robot, "#small-multiple-toggle");
        assertThat(place.state().cardsProperty().get()).isEmpty();
    }

    @Test
    void anExportWritesAFileAndSaysHowToRunIt(FxRobot robot) throws Exception {
        Path file = folder.resolve("mine.onnx");
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> place.export().exportChosen(file));
        await(() -> text(robot, "#export-note").startsWith("Wrote mine.onnx"));
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                .contains("probabilities", "SDPoint", "BatchNormalization");
        assertThat(folder.resolve("mine.onnx.md")).content().contains("mine.onnx");
        BudgetStage.picture(stage, "budget-exported");
        robot.clickOn("#export-copy-python");
        String copied = WaitForAsyncUtils.waitForAsyncFx(
                5000, () -> Clipboard.getSystemClipboard().getString());
        assertThat(copied).contains("InferenceSession(\"mine.onnx\")");
        robot.clickOn("#export-dismiss");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#export-bar").query().isVisible()).isFalse();
    }

    @Test
    void allInstancesAreWrittenOrNone(FxRobot robot) throws Exception {
        Path blocked = Files.writeString(folder.resolve("file"), "not a folder");
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> place.export().exportAll(blocked));
        await(() -> text(robot, "#export-note").contains("could not be written"));
        assertThat(robot.lookup("#export-copy-path").query().getParent().isVisible())
                .isFalse();
        Path all = folder.resolve("all");
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> place.export().exportAll(all));
        await(() -> text(robot, "#export-note").contains("ONNX files"));
        try (var files = Files.list(all)) {
            assertThat(files.filter(f -> f.toString().endsWith(".onnx")))
                    .hasSize(place.state()
                            .axisProperty()
                            .get()
                            .orElseThrow()
                            .offers()
                            .size());
        }
    }

    private RgbImage seen() {
        return WaitForAsyncUtils.waitForAsyncFx(
                5000, () -> place.state().pictureProperty().get().orElseThrow().seen());
    }

    private static void fire(FxRobot robot, String button) {
        WaitForAsyncUtils.waitForAsyncFx(
                5000, () -> robot.lookup(button).queryAs(ButtonBase.class).fire());
    }

    private Path slope(String name, int width, int height) throws IOException {
        BufferedImage photo = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                photo.setRGB(x, y, ((2 * x) << 16) | ((2 * y) << 8) | 90);
            }
        }
        Path file = folder.resolve(name);
        ImageIO.write(photo, "png", file.toFile());
        return file;
    }

    private static void await(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static String text(FxRobot robot, String id) {
        Labeled label = robot.lookup(id).queryAs(Label.class);
        return label.getText();
    }
}
