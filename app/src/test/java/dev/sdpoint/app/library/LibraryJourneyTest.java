package dev.sdpoint.app.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.concurrent.BackgroundJob;
import dev.sdpoint.app.concurrent.FxTaskRunner;
import dev.sdpoint.app.concurrent.LongJobs;
import dev.sdpoint.app.fixtures.ServedArchive;
import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.app.library.models.ModelActions;
import dev.sdpoint.app.library.models.ModelShelves;
import dev.sdpoint.app.library.models.ModelsPanel;
import dev.sdpoint.app.theme.Fonts;
import dev.sdpoint.app.theme.Themes;
import dev.sdpoint.app.workspace.Panel;
import dev.sdpoint.app.workspace.UndoStack;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.download.DataLibrary;
import dev.sdpoint.engine.model.ModelFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
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

/** A person brings a data set here from a server that breaks off, opens it, removes it, and thinks better of it. */
@ExtendWith(ApplicationExtension.class)
@Timeout(300)
final class LibraryJourneyTest {
    @TempDir
    private Path folder;

    private final Workspace workspace = new Workspace();
    private final FxTaskRunner tasks = new FxTaskRunner();
    private final List<Path> opened = new CopyOnWriteArrayList<>();
    private final FakePictures kept = new FakePictures(1_234_000_000);
    private Optional<Path> chosen = Optional.empty();
    private ServedArchive server;
    private LibraryPlace place;
    private Scene scene;

    @Start
    void start(Stage stage) throws Exception {
        server = new ServedArchive();
        UndoStack undos = new UndoStack();
        ModelShelves shelves = ModelShelves.in(folder.resolve("models"), folder.resolve("recent.txt"));
        ModelFiles.write(folder.resolve("models/mine.sdp"), SyntheticModel.of(SyntheticModel.data()));
        ModelsPanel models = new ModelsPanel(workspace, tasks, shelves, new NoModels(), undos);
        place = new LibraryPlace(
                workspace,
                tasks,
                new DataLibrary(folder.resolve("data")),
                kept,
                new Actions(),
                models,
                undos,
                List.of(server.archive()),
                LongJobs.inBackground(),
                Optional.of(new Choice()));
        Fonts.load();
        Button elsewhere = new Button("Elsewhere"); // such as one of the sidebar
        elsewhere.setId("elsewhere");
        VBox.setVgrow(place.view(), Priority.ALWAYS);
        scene = new Scene(new VBox(elsewhere, place.view()), 1240, 871);
        Themes.dress(scene, false);
        scene.getAccelerators().put(Panel.UNDO, place::undo);
        stage.setScene(scene);
        stage.setWidth(1240);
        stage.setHeight(871);
        stage.show();
        place.shown();
    }

    private static final class NoModels implements ModelActions {
        @Override
        public void openSample() {}

        @Override
        public void openModel(Path file) {}
    }

    private final class Actions implements LibraryActions {
        @Override
        public void openBundled() {
            opened.add(Path.of("bundled"));
        }

        @Override
        public void openData(Path data) {
            opened.add(data);
        }
    }

    private final class Choice implements LibraryFileChoice {
        @Override
        public Optional<Path> archive(String name) {
            assertThat(name).isEqualTo("tiny.tar.gz");
            return chosen;
        }

        @Override
        public Optional<Path> folder(String title) {
            return chosen;
        }
    }

    @AfterEach
    void close(FxRobot robot) throws Exception {
        robot.interact(place::close);
        server.close();
        assertThat(BackgroundJob.awaitAll(java.time.Duration.ofSeconds(60))).isTrue();
        tasks.close();
    }

    private String text(String id) {
        return scene.lookup(id) instanceof Labeled label ? label.getText() : "";
    }

    /** Titles of those that are about the data set; jobs of other tests may still run in the same process. */
    private static List<String> jobs() {
        return WaitForAsyncUtils.waitForAsyncFx(
                60_000,
                () -> BackgroundJob.allRunning().stream()
                        .map(BackgroundJob::getTitle)
                        .filter(title -> title.contains("Tiny"))
                        .toList());
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

    private void await(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void bringsADataSetHereAndAwayAndBack(FxRobot robot) throws Exception {
        await(() -> shows("#data-tiny-download"));
        assertThat(text("#data-tiny-chip")).isEqualTo("Not here");
        server.breakAt(300_000); // goes on by itself
        server.holdAt(600_000);
        robot.clickOn("#data-tiny-download");
        await(() -> text("#data-tiny-chip").equals("Downloading"));
        await(() -> text("#data-tiny-status").startsWith("Downloading "));
        assertThat(jobs()).hasSize(1);
        assertThat(server.ranges()).hasSizeGreaterThanOrEqualTo(1);
        await(() -> folder.resolve("data/.tiny.tar.gz.part").toFile().length() >= 600_000);
        robot.interact(place::hidden); // a download goes on where nobody looks
        assertThat(jobs()).hasSize(1);
        robot.interact(place::shown);
        robot.clickOn("#data-tiny-cancel");
        await(() -> text("#data-tiny-chip").equals("Stopped"));
        assertThat(text("#data-tiny-status")).isEqualTo("600 kB of 1.0 MB are here.");
        assertThat(text("#data-tiny-download")).isEqualTo("Resume");
        assertThat(jobs()).isEmpty();

        server.goOn();
        robot.clickOn("#data-tiny-download");
        await(() -> text("#data-tiny-chip").equals("Installed"));
        assertThat(server.ranges()).hasSize(3).endsWith("bytes=600000-");
        await(() -> text("#library-notice").startsWith("Tiny is installed"));

        robot.clickOn("#data-tiny-open");
        assertThat(opened).containsExactly(folder.resolve("data/tiny/tiny-binary"));
        robot.clickOn("#data-tiny-check");
        await(() -> text("#library-notice").startsWith("Tiny is whole"));

        robot.clickOn("#data-tiny-remove");
        await(() -> text("#data-tiny-chip").equals("Not here"));
        await(() -> shows("#data-tiny-undo"));
        assertThat(text("#data-tiny-removed")).startsWith("Removed. It can be brought back until ");
        undo(robot);
        await(() -> text("#data-tiny-chip").equals("Installed"));
        assertThat(shows("#data-tiny-undo")).isFalse();
        robot.clickOn("#data-tiny-remove");
        await(() -> shows("#data-tiny-undo"));
        robot.interact(place::hidden);
        robot.interact(place::shown);
        robot.clickOn("#data-tiny-undo");
        await(() -> text("#data-tiny-chip").equals("Installed"));
        robot.clickOn("#data-tiny-remove");
        await(() -> shows("#data-tiny-forget"));
        robot.clickOn("#data-tiny-forget");
        await(() -> !shows("#data-tiny-forget"));
        assertThat(folder.resolve("data/.tiny.removed")).doesNotExist();
    }

    private static void undo(FxRobot robot) {
        robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
    }

    private int models() {
        return scene.lookup("#models-list") instanceof ListView<?> list
                ? list.getItems().size()
                : -1;
    }

    /** Ctrl+Z follows the order of the deletions, not the focus. */
    @Test
    void theKeyBringsBackWhatWasTakenAwayLastWhereverTheFocusIs(FxRobot robot) throws Exception {
        await(() -> shows("#data-tiny-download") && models() == 2);
        chosen = Optional.of(ServedArchive.write(folder.resolve("mine.tar.gz")));
        robot.clickOn("#data-tiny-take");
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.ENTER);
        await(() -> text("#data-tiny-chip").equals("Installed"));
        robot.interact(() -> {
            if (scene.lookup("#models-list") instanceof ListView<?> list) {
                list.requestFocus();
                list.getSelectionModel().select(1);
            }
        });
        robot.push(KeyCode.DELETE);
        await(() -> models() == 1);
        robot.clickOn("#data-tiny-remove");
        await(() -> text("#data-tiny-chip").equals("Not here"));
        robot.interact(() -> scene.lookup("#models-list").requestFocus());
        undo(robot);
        await(() -> text("#data-tiny-chip").equals("Installed"));
        assertThat(models()).isEqualTo(1);
        robot.interact(() -> scene.lookup("#elsewhere").requestFocus());
        undo(robot);
        await(() -> models() == 2);
    }

    @Test
    void worksFromTheKeyboardWithAnotherAddressAndWithAFile(FxRobot robot) throws Exception {
        await(() -> shows("#data-tiny-download"));
        robot.interact(() -> scene.lookup("#data-tiny-elsewhere").requestFocus());
        robot.push(KeyCode.ENTER);
        assertThat(scene.getFocusOwner().getId()).isEqualTo("data-tiny-mirror");
        robot.write("nonsense");
        robot.push(KeyCode.ENTER);
        await(() -> text("#data-tiny-problem").startsWith("'nonsense' is no address"));
        chosen = Optional.of(ServedArchive.write(folder.resolve("mine.tar.gz")));
        robot.clickOn("#data-tiny-take");
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.ENTER);
        await(() -> text("#data-tiny-chip").equals("Installed"));
        assertThat(server.ranges()).as("the network was not used").isEmpty();
        assertThat(shows("#data-tiny-problem")).isFalse();
        robot.clickOn("#data-bundled-open");
        chosen = Optional.of(folder);
        robot.clickOn("#data-folder-open");
        assertThat(opened).containsExactly(Path.of("bundled"), folder);
    }

    @Test
    void emptiesWhatIsKeptOfFolders(FxRobot robot) throws Exception {
        await(() -> shows("#data-folder-empty"));
        assertThat(text("#data-folder-kept")).contains("1.2 GB");
        robot.interact(() -> scene.lookup("#data-folder-empty").requestFocus());
        robot.push(KeyCode.ENTER);
        await(() -> text("#data-folder-kept").endsWith("were deleted."));
        assertThat(kept.bytes()).isZero();
        assertThat(shows("#data-folder-empty")).isFalse();
        assertThat(scene.getFocusOwner().getId()).isEqualTo("data-folder-open");
        robot.interact(place::hidden);
        robot.interact(place::shown);
        await(() -> !shows("#data-folder-kept"));
    }
}
