package dev.sdpoint.app.library.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.concurrent.BackgroundJob;
import dev.sdpoint.app.concurrent.FxTaskRunner;
import dev.sdpoint.app.concurrent.LongJobs;
import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.app.theme.Fonts;
import dev.sdpoint.app.theme.Themes;
import dev.sdpoint.app.workspace.OpenModel;
import dev.sdpoint.app.workspace.Panel;
import dev.sdpoint.app.workspace.UndoStack;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.model.ModelFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A person takes a model in, opens it, deletes it, and thinks better of it. */
@ExtendWith(ApplicationExtension.class)
@Timeout(300)
final class ModelsJourneyTest {
    @TempDir
    private Path folder;

    private final Workspace workspace = new Workspace();
    private final FxTaskRunner tasks = new FxTaskRunner();
    private List<Path> chosen = List.of();
    private Path exported = Path.of("");
    private ModelsPanel panel;
    private Scene scene;

    @Start
    void start(Stage stage) throws Exception {
        ModelShelves shelves = ModelShelves.in(folder.resolve("models"), folder.resolve("recent.txt"));
        Path mine = folder.resolve("mine.sdp");
        ModelFiles.write(mine, SyntheticModel.of(SyntheticModel.data()));
        Path bad = Files.writeString(folder.resolve("bad.sdp"), "no model");
        chosen = List.of(mine, bad);
        exported = folder.resolve("out.sdp");
        panel = new ModelsPanel(
                workspace,
                tasks,
                shelves,
                new Opening(),
                new UndoStack(),
                LongJobs.inBackground(),
                Optional.of(new Choice()));
        Fonts.load();
        scene = new Scene(panel.view(), 560, 820);
        Themes.dress(scene, false);
        scene.getAccelerators().put(Panel.UNDO, panel::undo);
        stage.setScene(scene);
        stage.show();
        panel.shown();
    }

    private final class Opening implements ModelActions {
        @Override
        public void openSample() {}

        @Override
        public void openModel(Path file) {
            try {
                workspace
                        .modelProperty()
                        .set(Optional.of(new OpenModel("mine", ModelFiles.read(file), Optional.of(file))));
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }
    }

    private final class Choice implements ModelFileChoice {
        @Override
        public List<Path> filesToImport() {
            return chosen;
        }

        @Override
        public Optional<Path> fileFor(String name) {
            assertThat(name).isEqualTo("mine.sdp");
            return Optional.of(exported);
        }
    }

    @AfterEach
    void close(FxRobot robot) throws Exception {
        robot.interact(panel::close);
        assertThat(BackgroundJob.awaitAll(Duration.ofSeconds(60))).isTrue();
        tasks.close();
    }

    private String text(String id) {
        return scene.lookup(id) instanceof Labeled label ? label.getText() : "";
    }

    private boolean shows(String id) {
        Node node = scene.lookup(id);
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return node != null;
    }

    private int rows() {
        return scene.lookup("#models-list") instanceof ListView<?> list
                ? list.getItems().size()
                : 0;
    }

    private void await(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void takesAModelInOpensItDeletesItAndBringsItBack(FxRobot robot) throws Exception {
        await(() -> text("#model-card-name").equals("wrn-16-2-cifar10"));
        assertThat(text("#model-card-chip")).isEqualTo("Comes with the program");
        assertThat(shows("#model-delete")).as("the sample stays").isFalse();

        robot.clickOn("#models-import");
        await(() -> text("#model-card-name").equals("mine"));
        await(() -> text("#models-notice").startsWith("“mine” is in the library now.")
                && text("#models-notice").contains("bad.sdp is not a file of SDPoint Explorer."));
        assertThat(rows()).isEqualTo(2);

        robot.clickOn("#model-open");
        await(() -> text("#model-card-chip").equals("Open now"));

        robot.clickOn("#model-export");
        await(() -> text("#models-notice").startsWith("Written to "));
        assertThat(exported).hasSameBinaryContentAs(chosen.get(0));

        robot.clickOn("#model-delete");
        await(() -> rows() == 1);
        await(() -> shows("#models-undo"));
        assertThat(text("#models-deleted")).isEqualTo("Deleted (1)");
        robot.clickOn("#models-undo");
        await(() -> rows() == 2);
        assertThat(text("#model-card-name")).isEqualTo("mine");
        assertThat(shows("#models-deleted")).isFalse();

        robot.interact(() -> scene.lookup("#models-list").requestFocus());
        robot.push(KeyCode.DELETE);
        await(() -> rows() == 1);
        robot.interact(() -> scene.lookup("#models-list").requestFocus());
        robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
        await(() -> rows() == 2);

        Files.delete(folder.resolve("models/mine.sdp")); // by somebody else
        await(() -> rows() == 1);
    }
}
