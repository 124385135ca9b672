package dev.sdpoint.app.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What a person does to take instances elsewhere. Dialogs belong to the system; what they call is tried here. */
class ExportJourneyTest extends BudgetOnStage {
    @TempDir
    private Path folder;

    @Start
    void start(Stage primary) {
        show(primary, HEIGHT, false);
    }

    @Test
    void anExportWritesAFileAndSaysHowToRunIt(FxRobot robot) throws Exception {
        Path file = folder.resolve("mine.onnx");
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> place.export().exportChosen(file));
        await(() -> text(robot, "#export-note").startsWith("Wrote mine.onnx"));
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                .contains("probabilities", "SDPoint", "BatchNormalization");
        assertThat(folder.resolve("mine.onnx.md")).content().contains("mine.onnx");
        BudgetStage.picture(stage, "budget-exported");
        robot.clickOn("#export-copy-python");
        String copied = WaitForAsyncUtils.waitForAsyncFx(
                60_000, () -> Clipboard.getSystemClipboard().getString());
        assertThat(copied).contains("InferenceSession(\"mine.onnx\")");
        robot.clickOn("#export-dismiss");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#export-bar").query().isVisible()).isFalse();
    }

    @Test
    void allInstancesAreWrittenOrNone(FxRobot robot) throws Exception {
        Path blocked = Files.writeString(folder.resolve("file"), "not a folder");
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> place.export().exportAll(blocked));
        await(() -> text(robot, "#export-note").contains("could not be written"));
        assertThat(robot.lookup("#export-copy-path").query().getParent().isVisible())
                .isFalse();
        Path all = folder.resolve("all");
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> place.export().exportAll(all));
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

    @Test
    void aFolderLosesNothingUnasked(FxRobot robot) throws Exception {
        Path mine = Files.writeString(folder.resolve("wrn-10-1-full.onnx"), "mine");
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> place.export().exportAll(folder));
        await(() -> text(robot, "#export-note").equals("wrn-10-1-full.onnx is there already. Replace it?"));
        BudgetStage.picture(stage, "budget-export-asks");
        robot.clickOn("#export-dismiss");
        await(() -> !robot.lookup("#export-bar").query().isVisible());
        assertThat(files()).containsExactly("wrn-10-1-full.onnx");
        assertThat(mine).hasContent("mine");
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> place.export().replace());
        assertThat(place.state().export().runningProperty().get())
                .as("the answer was given")
                .isFalse();

        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> place.export().exportAll(folder));
        await(() -> text(robot, "#export-note").endsWith("Replace it?"));
        robot.clickOn("#export-replace");
        await(() -> text(robot, "#export-note").startsWith("Wrote"));
        assertThat(Files.size(mine)).isGreaterThan(1000);
        assertThat(files()).hasSizeGreaterThan(3).noneMatch(name -> name.startsWith("sdp-"));
    }

    @Test
    void onlyTheFileThatTheDialogAskedAboutIsReplacedUnasked(FxRobot robot) throws Exception {
        Path asked = Files.writeString(folder.resolve("mine.onnx"), "mine");
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> place.export().exportChosen(folder.resolve("mine")));
        await(() -> text(robot, "#export-note").equals("mine.onnx is there already. Replace it?"));
        assertThat(asked).hasContent("mine");
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> place.export().exportChosen(asked));
        await(() -> text(robot, "#export-note").startsWith("Wrote mine.onnx"));
        Path page = Files.writeString(folder.resolve("new.onnx.md"), "mine");
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> place.export().exportChosen(folder.resolve("new.onnx")));
        await(() -> text(robot, "#export-note").equals("new.onnx.md is there already. Replace it?"));
        assertThat(page).hasContent("mine");
    }

    @Test
    void anExportThatIsCancelledLeavesNothing(FxRobot robot) throws Exception {
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
            place.export().exportChosen(folder.resolve("mine.onnx"));
            place.export().cancel();
        });
        await(() -> text(robot, "#export-note").equals("The export was cancelled; nothing was written."));
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
            place.export().exportAll(folder);
            place.export().cancel();
        });
        await(() -> !place.state().export().runningProperty().get());
        assertThat(text(robot, "#export-note")).isEqualTo("The export was cancelled; nothing was written.");
        assertThat(files()).isEmpty();
    }

    @Test
    void aPlaceThatIsClosedEndsTheExport() throws Exception {
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
            place.export().exportAll(folder);
            place.close();
        });
        await(() -> !place.state().export().runningProperty().get());
        assertThat(files()).isEmpty();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
