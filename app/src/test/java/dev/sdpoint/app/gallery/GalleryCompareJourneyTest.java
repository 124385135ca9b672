package dev.sdpoint.app.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Comparing the groups of two models, by robot. */
@ExtendWith(ApplicationExtension.class)
class GalleryCompareJourneyTest {
    private static final Pattern COUNT = Pattern.compile(": ([\\d,]+) images?, (.+)");

    private GalleryStage stage;
    private Optional<Path> wanted = Optional.empty();

    @TempDir
    private Path folder;

    @Start
    void start(Stage primary) {
        stage = new GalleryStage(primary);
        stage.place.parts().exports().askBy(new ExportDialogs() {
            @Override
            public Optional<Path> file(ExportFormat format, String suggestion) {
                return Optional.of(folder.resolve(suggestion + format.extension()));
            }

            @Override
            public Optional<Path> folder() {
                return Optional.empty();
            }

            @Override
            public Optional<Path> model() {
                return wanted;
            }

            @Override
            public Clash clash(Path there) {
                return Clash.CANCEL;
            }
        });
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(stage.place::close);
    }

    private void choose(FxRobot robot, String item) throws TimeoutException {
        GalleryStage.until(() -> stage.shows("#gallery-list")
                && !robot.lookup("#gallery-compare").queryAs(MenuButton.class).isDisabled()
                && robot.lookup("#gallery-compare")
                                .queryAs(MenuButton.class)
                                .getItems()
                                .size()
                        == 3);
        robot.clickOn("#gallery-compare");
        robot.clickOn(item);
    }

    private static List<Node> cells(FxRobot robot) {
        return List.copyOf(
                robot.from(robot.lookup("#gallery-moves")).lookup(".move-cell").queryAll());
    }

    /** The number of images that a cell tells of. */
    private static int count(Node cell) {
        Matcher words = COUNT.matcher(cell.getAccessibleText());
        assertThat(words.find()).as(cell.getAccessibleText()).isTrue();
        return Integer.parseInt(words.group(1).replace(",", ""));
    }

    private static int total(FxRobot robot, Move move) {
        String text =
                robot.lookup("#gallery-move-" + move.id()).queryAs(Button.class).getText();
        return Integer.parseInt(text.replaceAll("\\D", ""));
    }

    private int shown() {
        String text = ((Label) stage.place.view().lookup("#gallery-count")).getText();
        return Integer.parseInt(text.substring(0, text.indexOf(' ')).replace(",", ""));
    }

    private void untilShown(int images) throws TimeoutException {
        GalleryStage.until(() -> shown() == images);
    }

    @Test
    void aTableShowsWhichImagesMovedAndItsCellsFilter(FxRobot robot) throws TimeoutException, IOException {
        choose(robot, "#gallery-compare-0");
        GalleryStage.until(() -> stage.shows("#gallery-moves"));
        int sum = Stream.of(Move.values()).mapToInt(move -> total(robot, move)).sum();
        assertThat(sum).as("each image is in exactly one of the five").isEqualTo(2000);
        List<Node> cells = cells(robot);
        assertThat(cells.stream().mapToInt(GalleryCompareJourneyTest::count).sum())
                .as("and in exactly one cell")
                .isEqualTo(2000);
        assertThat(cells.stream()
                        .filter(cell -> cell.getAccessibleText().endsWith(", lost"))
                        .mapToInt(GalleryCompareJourneyTest::count)
                        .sum())
                .isEqualTo(total(robot, Move.LOST))
                .isPositive();
        stage.capture(robot, "gallery-comparison");

        Node first = cells.get(0);
        robot.clickOn(first);
        untilShown(count(first));
        stage.capture(robot, "gallery-comparison-cell");
        robot.push(KeyCode.ENTER);
        untilShown(2000);
        robot.push(KeyCode.END);
        Node last = cells.stream().filter(Node::isFocused).findFirst().orElseThrow();
        assertThat(last.getAccessibleText()).contains(" → never right: ");
        robot.push(KeyCode.HOME);
        robot.push(KeyCode.SPACE);
        untilShown(count(first));

        robot.clickOn("#gallery-clear");
        robot.clickOn("#gallery-move-cheaper");
        untilShown(total(robot, Move.CHEAPER));
        robot.clickOn("#gallery-moves-export");
        Path file = folder.resolve("moved images.csv");
        GalleryStage.until(() -> Files.exists(file));
        assertThat(Files.readAllLines(file)).hasSize(1 + 2000 - total(robot, Move.SAME));

        robot.clickOn("#gallery-moves-toggle");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(stage.shows("#gallery-moves")).isFalse();
        robot.clickOn("#gallery-compare-end");
        untilShown(2000);
        assertThat(stage.shows("#gallery-comparison")).isFalse();
    }

    @Test
    void aFileThatIsNoModelIsRefusedWithASentence(FxRobot robot) throws TimeoutException, IOException {
        wanted = Optional.of(Files.writeString(folder.resolve("notes.sdp"), "no model"));
        choose(robot, "#gallery-compare-file");
        GalleryStage.until(() -> stage.shows("#gallery-compare-problem"));
        assertThat(robot.lookup("#gallery-compare-problem").queryAs(Label.class).getText())
                .startsWith("“notes” cannot be compared. ");
        stage.capture(robot, "gallery-comparison-refused");
        robot.clickOn("#gallery-compare-dismiss");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(stage.shows("#gallery-comparison")).isFalse();
    }
}
