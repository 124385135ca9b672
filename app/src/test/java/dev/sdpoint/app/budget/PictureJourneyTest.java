package dev.sdpoint.app.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.engine.data.RgbImage;
import dev.sdpoint.engine.sdpoint.Instance;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.IndexedCell;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What a person does with pictures. Dialogs and drops belong to the system; what they call is tried here. */
class PictureJourneyTest extends BudgetOnStage {
    @TempDir
    private Path folder;

    @Start
    void start(Stage primary) {
        show(primary, HEIGHT, false);
    }

    @Test
    void severalFilesAreSteppedThroughAndABrokenOneIsLeftOut(FxRobot robot) throws Exception {
        Path broken = Files.write(folder.resolve("broken.jpg"), new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0});
        List<Path> files = List.of(slope("one.png", 90, 60), broken, slope("two.png", 60, 90));
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> place.film().openFiles(files));
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
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> place.pictures().openFile(file));
        await(() -> text(robot, "#picture-title").equals("slope.png"));
        RgbImage before = seen();
        int left = seen().pixel(0, 0, 0);
        WaitForAsyncUtils.waitForAsyncFx(
                60_000, () -> robot.lookup("#crop-view").query().requestFocus());
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
        WaitForAsyncUtils.waitForAsyncFx(60_000, first::requestFocus);
        robot.type(KeyCode.SPACE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(workspace.selectedInstanceProperty().get()).isEqualTo(new Instance.Downsampled(1, 0.5));
        assertThat(first.getAccessibleText()).endsWith("selected");
        fire(robot, "#small-multiple-toggle");
        assertThat(place.state().cardsProperty().get()).isEmpty();
    }

    @Test
    void anImageIsFoundByNumberAndByClass(FxRobot robot) throws Exception {
        String name = DATA.classNames().get(1);
        int[] those = IntStream.range(0, DATA.validation().size())
                .filter(i -> DATA.validation().label(i) == 1)
                .toArray();
        robot.clickOn("#picture-title");
        robot.push(KeyCode.CONTROL, KeyCode.F);
        robot.write("12").type(KeyCode.ENTER);
        await(() -> text(robot, "#picture-title").startsWith("Validation image #12 of"));
        robot.type(KeyCode.ESCAPE);
        robot.write(name.substring(0, 3));
        await(() -> suggestions(robot).equals(List.of(name + " · " + those.length + " images")));
        BudgetStage.picture(stage, "budget-find");
        robot.type(KeyCode.ENTER);
        int first = IntStream.of(those).filter(i -> i > 12).findFirst().orElse(those[0]);
        await(() -> index() == first);
        assertThat(text(robot, "#picture-class")).isEqualTo("True class: " + name);
        robot.type(KeyCode.ENTER);
        int second = IntStream.of(those).filter(i -> i > first).findFirst().orElse(those[0]);
        await(() -> index() == second);
        robot.push(KeyCode.CONTROL, KeyCode.F);
        robot.write(name + " 2").type(KeyCode.ENTER);
        await(() -> index() == those[1]);
    }

    @Test
    void whatIsNotFoundIsSaidWithWhatToType(FxRobot robot) throws Exception {
        int before = index();
        robot.clickOn("#image-find").write("zebra crossing").type(KeyCode.ENTER);
        await(() -> text(robot, "#image-find-problem").startsWith("No class is called “zebra crossing”"));
        BudgetStage.picture(stage, "budget-not-found");
        assertThat(index()).isEqualTo(before);
        robot.push(KeyCode.CONTROL, KeyCode.F);
        robot.write("99999").type(KeyCode.ENTER);
        await(() -> text(robot, "#image-find-problem")
                .endsWith("type a number from 0 to "
                        + Figures.exact(DATA.validation().size() - 1) + "."));
        robot.type(KeyCode.ESCAPE);
        await(() -> !robot.lookup("#image-find-problem").query().isVisible());
    }

    @Test
    void hardOnesAreOfferedAndChosenByKey(FxRobot robot) throws Exception {
        await(() -> !place.state().hardPicksProperty().get().isEmpty());
        int next = place.state().hardPicksProperty().get().get(0).index();
        fire(robot, "#image-hard");
        await(() -> index() == next);
        assertThat(text(robot, "#picture-need")).isNotBlank();
        fire(robot, "#image-random");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(workspace.selectedImageProperty().get()).isPresent();
    }

    @Test
    void theClipboardGivesFilesAPictureOrASentence(FxRobot robot) throws Exception {
        Path file = slope("copied.png", 90, 60);
        robot.clickOn("#budget-slider");
        copy(content -> content.putString("only words"));
        robot.push(KeyCode.CONTROL, KeyCode.V);
        await(() -> text(robot, "#picture-problem").startsWith("The clipboard holds no picture"));
        copy(content -> content.putFiles(List.of(file.toFile())));
        robot.push(KeyCode.CONTROL, KeyCode.V);
        await(() -> text(robot, "#picture-title").equals("copied.png"));
        assertThat(text(robot, "#picture-problem")).isEmpty();
        copy(content -> content.putImage(new WritableImage(40, 30)));
        fire(robot, "#image-paste");
        await(() -> text(robot, "#picture-title").equals("Picture from the clipboard"));
    }

    private static void copy(Consumer<ClipboardContent> what) {
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
            ClipboardContent content = new ClipboardContent();
            what.accept(content);
            Clipboard.getSystemClipboard().setContent(content);
        });
    }

    @Test
    void aFolderIsPlayedToItsEnd(FxRobot robot) throws Exception {
        for (int i = 1; i <= 3; i++) {
            slope(i + ".png", 40 + i, 40);
        }
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
            place.film().openFolder(folder);
            place.state().film().perSecondProperty().set(10);
        });
        await(() -> text(robot, "#picture-title").equals("1.png"));
        robot.clickOn("#film-strip");
        robot.type(KeyCode.HOME);
        robot.type(KeyCode.SPACE);
        await(() -> text(robot, "#picture-title").equals("3.png"));
        await(() -> !place.state().film().playingProperty().get());
    }

    private int index() {
        return WaitForAsyncUtils.waitForAsyncFx(
                60_000,
                () -> place.state().pictureProperty().get().orElse(null) instanceof Picture.Validation shown
                        ? shown.index()
                        : -1);
    }

    private static List<String> suggestions(FxRobot robot) {
        return robot.lookup(".auto-complete-popup .list-cell").queryAllAs(IndexedCell.class).stream()
                .map(cell -> ((IndexedCell<?>) cell).getText())
                .filter(text -> text != null && !text.isBlank())
                .toList();
    }

    private RgbImage seen() {
        return WaitForAsyncUtils.waitForAsyncFx(
                60_000,
                () -> place.state().pictureProperty().get().orElseThrow().seen());
    }

    private static void fire(FxRobot robot, String button) {
        WaitForAsyncUtils.waitForAsyncFx(
                60_000, () -> robot.lookup(button).queryAs(ButtonBase.class).fire());
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
}
