package dev.sdpoint.app.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Selecting many images and exporting them, by robot. */
@ExtendWith(ApplicationExtension.class)
class GalleryPicksJourneyTest {
    private GalleryStage stage;
    private ExportDialogs.Clash clash = ExportDialogs.Clash.CANCEL;
    private int clashes;

    @TempDir
    private Path folder;

    @Start
    void start(Stage primary) {
        stage = new GalleryStage(primary);
        stage.place.parts().exports().askBy(new FolderDialogs(folder) {
            @Override
            public Optional<Path> file(ExportFormat format, String suggestion) {
                return Optional.of(folder.resolve(suggestion + format.extension()));
            }

            @Override
            public Clash clash(Path there) {
                clashes++;
                return clash;
            }
        });
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(stage.place::close);
    }

    private String count(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup("#gallery-picked").queryAs(Label.class).getText();
    }

    private String notice(FxRobot robot) throws TimeoutException {
        GalleryStage.until(() -> stage.shows("#gallery-notice"));
        return robot.lookup("#gallery-notice").queryAs(Label.class).getText();
    }

    private void export(FxRobot robot, String button, String format) {
        robot.clickOn("#" + button);
        robot.clickOn("#" + button + "-" + format);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void selectsWithMouseAndKeys(FxRobot robot) throws TimeoutException, IOException {
        GalleryStage.until(() -> stage.shows("#gallery-list"));
        assertThat(stage.shows("#gallery-picks")).isFalse();
        stage.click(robot, 40, 70);
        assertThat(stage.shows("#gallery-picks"))
                .as("one image is no selection of many")
                .isFalse();
        robot.press(KeyCode.SHIFT);
        stage.click(robot, 40 + 4 * 72, 70);
        robot.release(KeyCode.SHIFT);
        assertThat(count(robot)).isEqualTo("5 selected");
        robot.press(KeyCode.CONTROL);
        stage.click(robot, 40 + 72, 70);
        stage.click(robot, 40 + 72, 70 + 72);
        stage.click(robot, 40 + 3 * 72, 70 + 72);
        robot.release(KeyCode.CONTROL);
        assertThat(count(robot)).isEqualTo("6 selected");
        stage.capture(robot, "gallery-picks");
        robot.push(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(stage.shows("#gallery-picks")).isFalse();
        robot.push(KeyCode.SHIFT, KeyCode.RIGHT);
        robot.push(KeyCode.SHIFT, KeyCode.RIGHT);
        assertThat(count(robot)).isEqualTo("3 selected");
        robot.push(KeyCode.SHIFT, KeyCode.LEFT);
        assertThat(count(robot)).isEqualTo("2 selected");
        robot.push(KeyCode.CONTROL, KeyCode.A);
        int group = (int) Math.round(
                2000 * (1 - GalleryStage.MODEL.sweep().byCost().get(0).top1Error()));
        assertThat(count(robot)).isEqualTo(String.format(Locale.ROOT, "%,d selected", group));
        robot.push(KeyCode.RIGHT);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(stage.shows("#gallery-picks")).as("a plain key begins anew").isFalse();
    }

    @Test
    void writesTheSelectionAsTableSheetsAndFolders(FxRobot robot) throws TimeoutException, IOException {
        GalleryStage.until(() -> stage.shows("#gallery-list"));
        stage.click(robot, 40, 70);
        robot.press(KeyCode.SHIFT);
        stage.click(robot, 40 + 3 * 72, 70);
        robot.release(KeyCode.SHIFT);
        export(robot, "gallery-export-picks", "csv");
        assertThat(notice(robot)).startsWith("4 selected images written to").contains("selected images.csv");
        List<String> lines = Files.readAllLines(folder.resolve("selected images.csv"));
        assertThat(lines).hasSize(5);
        export(robot, "gallery-export-picks", "sheet-pdf");
        untilWritten("selected images.pdf");
        try (PDDocument document = Loader.loadPDF(Files.readAllBytes(folder.resolve("selected images.pdf")))) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
        }
        export(robot, "gallery-export-shown", "sheet-png");
        untilWritten("gallery.png");
        assertThat(ImageIO.read(folder.resolve("gallery.png").toFile()).getWidth())
                .isEqualTo(2 * (12 * 68 - 4 + 64));

        export(robot, "gallery-export-picks", "folders");
        untilWritten("images by least cost");
        Path made = folder.resolve("images by least cost");
        assertThat(pictures(made)).isEqualTo(4);
        assertThat(clashes).isZero();
        export(robot, "gallery-export-picks", "folders");
        GalleryStage.until(() -> clashes == 1);
        assertThat(pictures(made)).as("refused: as before").isEqualTo(4);
        clash = ExportDialogs.Clash.KEEP_BOTH;
        export(robot, "gallery-export-picks", "folders");
        untilWritten("images by least cost (2)");
        assertThat(clashes).isEqualTo(2);
        assertThat(pictures(folder.resolve("images by least cost (2)"))).isEqualTo(4);
    }

    /** An export begins some time after the click. */
    private void untilWritten(String name) throws TimeoutException {
        GalleryStage.until(() -> Files.exists(folder.resolve(name))
                && stage.place.parts().exports().running().isEmpty());
    }

    private static long pictures(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(p -> p.toString().endsWith(".png")).count();
        }
    }

    /** Before it can end, however busy the thread of the test is. */
    private void cancelAsSoonAsItRuns() {
        if (stage.place.parts().exports().running().isPresent()) {
            stage.place.parts().exports().cancel();
        } else {
            Platform.runLater(this::cancelAsSoonAsItRuns);
        }
    }

    @Test
    void anExportCanBeCancelledAndLeavesNothing(FxRobot robot) throws TimeoutException, IOException {
        GalleryStage.until(() -> stage.shows("#gallery-list"));
        robot.interact(() -> {
            stage.place.parts().exports().shown(ExportFormat.FOLDERS);
            assertThat(stage.place.parts().exports().running()).isEmpty();
            cancelAsSoonAsItRuns();
        });
        assertThat(notice(robot)).contains("cancelled");
        GalleryStage.until(() -> {
            try (Stream<Path> left = Files.list(folder)) {
                return left.findAny().isEmpty();
            }
        });
    }
}
