package dev.sdpoint.app.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.archive.RunArchive;
import dev.sdpoint.app.concurrent.FxTaskRunner;
import dev.sdpoint.app.fixtures.RecordedRuns;
import dev.sdpoint.app.theme.Fonts;
import dev.sdpoint.app.theme.Themes;
import dev.sdpoint.app.workspace.Panel;
import dev.sdpoint.app.workspace.PlaceId;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.event.TrainingEvent;
import dev.sdpoint.engine.store.RunId;
import dev.sdpoint.engine.store.RunStore;
import dev.sdpoint.engine.store.RunStores;
import dev.sdpoint.engine.training.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What a person does with recorded runs, by keyboard and mouse, on a real store. */
@ExtendWith(ApplicationExtension.class)
final class RunsJourneyTest {
    @TempDir
    private Path folder;

    private final Workspace workspace = new Workspace();
    private final FxTaskRunner tasks = new FxTaskRunner();
    private final List<Path> chosen = new ArrayList<>();
    private RunArchive archive;
    private RunsPanel panel;
    private Scene scene;
    private RunId first;
    private RunId second;

    @Start
    void start(Stage stage) throws Exception {
        archive = new RunArchive(folder.resolve("runs"));
        first = RecordedRuns.finished(store(), Method.SDPOINT, 1, Optional.empty());
        second = RecordedRuns.half(store(), Method.PLAIN, 5, new TrainingEvent.Failed(20, "The loss is NaN."));
        panel = new RunsPanel(workspace, tasks, archive, RunJobs.background(), Optional.of(choice()));
        Fonts.load();
        VBox root = new VBox(panel.view());
        root.getStyleClass().add("place");
        VBox.setVgrow(panel.view(), javafx.scene.layout.Priority.ALWAYS);
        scene = new Scene(root, 1240, 871);
        Themes.dress(scene, false);
        scene.getAccelerators().put(Panel.UNDO, panel::undo);
        stage.setScene(scene);
        stage.setWidth(1240);
        stage.setHeight(871);
        stage.show();
        panel.shown();
    }

    private RunFileChoice choice() {
        return new RunFileChoice() {
            @Override
            public List<Path> filesToImport() {
                return List.copyOf(chosen);
            }

            @Override
            public Optional<Path> fileFor(String name) {
                assertThat(name).endsWith(".sdprun");
                return chosen.stream().findFirst();
            }

            @Override
            public Optional<Path> folder(String title) {
                return chosen.stream().findFirst();
            }

            @Override
            public boolean mayReplace(List<Path> files) {
                return false;
            }
        };
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(panel::close);
        tasks.close();
        archive.close();
    }

    private RunStore store() {
        return archive.store().orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private TableView<RunRow> table() {
        return (TableView<RunRow>) scene.lookup("#runs-table");
    }

    private String text(String id) {
        Node node = scene.lookup(id);
        return node instanceof Labeled label ? label.getText() : ((TextInputControl) node).getText();
    }

    private void await(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void select(FxRobot robot, RunId id) {
        robot.interact(() -> {
            table().requestFocus();
            for (int i = 0; i < table().getItems().size(); i++) {
                if (table().getItems().get(i).id().equals(id)) {
                    table().getSelectionModel().clearAndSelect(i);
                    table().getFocusModel().focus(i);
                }
            }
        });
    }

    private static void chord(FxRobot robot, KeyCode key) {
        robot.press(KeyCode.CONTROL, key).release(key, KeyCode.CONTROL);
    }

    @Test
    void deletesAndTakesItBack(FxRobot robot) throws Exception {
        await(() -> table().getItems().size() == 2);
        assertThat(table().getItems().get(0).id()).as("newest first").isEqualTo(second);
        select(robot, second);
        robot.push(KeyCode.DELETE);
        await(() -> table().getItems().size() == 1);
        await(() -> text("#runs-notice").startsWith("Run “wrn-22-1 · ")
                && text("#runs-notice").contains("deleted."));
        assertThat(store().deletedRuns()).hasSize(1);
        chord(robot, KeyCode.Z);
        await(() -> table().getItems().size() == 2);
        assertThat(store().deletedRuns()).isEmpty();
        select(robot, first);
        robot.clickOn("#runs-delete");
        await(() -> table().getItems().size() == 1 && scene.lookup("#runs-undo").isVisible());
        robot.clickOn("#runs-undo");
        await(() -> table().getItems().size() == 2);
        select(robot, first);
        robot.push(KeyCode.DELETE);
        await(() -> table().getItems().size() == 1 && text("#runs-deleted").equals("Recently deleted (1)"));
        robot.clickOn("#runs-deleted");
        await(() -> table().getItems().get(0).id().equals(first));
        select(robot, first);
        robot.clickOn("#runs-restore");
        await(() -> table().getItems().size() == 2);
        assertThat(store().run(first).orElseThrow().deletedAt()).isEmpty();
    }

    @Test
    void renamesTagsAndWritesNotes(FxRobot robot) throws Exception {
        await(() -> table().getItems().size() == 2);
        select(robot, first);
        robot.push(KeyCode.F2);
        await(() -> scene.getFocusOwner() instanceof TextInputControl);
        chord(robot, KeyCode.A);
        robot.write("Best so far").push(KeyCode.ENTER);
        await(() -> text("#runs-detail-name").equals("Best so far"));
        assertThat(store().run(first).orElseThrow().label().name()).isEqualTo("Best so far");
        assertThat(workspace.comparedRuns()).as("Enter ended the name").isEmpty();
        robot.clickOn("#runs-tags").write("wide, talk").push(KeyCode.ENTER);
        await(() -> store().run(first).orElseThrow().label().tags().equals(List.of("talk", "wide")));
        robot.clickOn("#runs-notes").write("with cosine");
        robot.clickOn("#runs-search");
        await(() -> store().run(first).orElseThrow().label().note().equals("with cosine"));
        robot.clickOn("#runs-notes").write(" and ");
        select(robot, second);
        await(() -> store().run(first).orElseThrow().label().note().contains(" and "));
        assertThat(text("#runs-notes")).isEmpty();
        assertThat(store().run(second).orElseThrow().label().note()).isEmpty();
    }

    @Test
    void searchesAndCompares(FxRobot robot) throws Exception {
        await(() -> table().getItems().size() == 2);
        chord(robot, KeyCode.F);
        robot.write("plain failed");
        await(() -> table().getItems().size() == 1);
        assertThat(table().getItems().get(0).id()).isEqualTo(second);
        assertThat(text("#runs-count")).startsWith("1 of 2 runs");
        robot.write(" nothing");
        await(() -> scene.lookup("#runs-empty").isVisible());
        robot.clickOn("#runs-empty-action");
        await(() -> table().getItems().size() == 2);
        robot.interact(() -> {
            table().requestFocus();
            table().getSelectionModel().selectAll();
        });
        robot.push(KeyCode.ENTER);
        assertThat(workspace.comparedRuns()).containsExactlyInAnyOrder(first, second);
        assertThat(workspace.currentPlaceProperty().get()).isEqualTo(PlaceId.ANALYSIS);
    }

    @Test
    void sortsByEveryColumn(FxRobot robot) throws Exception {
        RunId third = RecordedRuns.finished(store(), Method.SDPOINT, 2, Optional.empty());
        robot.interact(panel::shown);
        await(() -> table().getItems().size() == 3);
        for (var column : List.copyOf(table().getColumns())) {
            robot.interact(() -> {
                column.setSortType(javafx.scene.control.TableColumn.SortType.ASCENDING);
                table().getSortOrder().setAll(List.of(column));
            });
            List<RunId> up = table().getItems().stream().map(RunRow::id).toList();
            robot.interact(() -> column.setSortType(javafx.scene.control.TableColumn.SortType.DESCENDING));
            List<RunId> down = table().getItems().stream().map(RunRow::id).toList();
            assertThat(up).as(column.getText()).containsExactlyInAnyOrder(first, second, third);
            assertThat(down).as(column.getText()).containsExactlyInAnyOrder(first, second, third);
            if (column.getText().equals("Best error")) {
                assertThat(up).containsExactly(first, third, second);
                assertThat(down).containsExactly(second, third, first);
            }
        }
    }

    @Test
    void takesARunElsewhereAndBack(FxRobot robot) throws Exception {
        await(() -> table().getItems().size() == 2);
        Path file = folder.resolve("taken along.sdprun");
        chosen.add(file);
        select(robot, first);
        robot.clickOn("#runs-export").clickOn("#runs-export-file");
        await(() -> text("#runs-notice").startsWith("Written: "));
        try (RunStore other = RunStores.open(folder.resolve("other")).store().orElseThrow()) {
            assertThat(other.importRun(file)).isEqualTo(first);
            List<TrainingEvent> there = new ArrayList<>();
            List<TrainingEvent> here = new ArrayList<>();
            other.replay(first, there::add);
            store().replay(first, here::add);
            assertThat(there).isEqualTo(here).hasSize(44);
        }
        robot.clickOn("#runs-import");
        await(() -> table().getItems().size() == 3);
        await(() -> text("#runs-notice").equals("1 run imported."));

        chosen.set(0, folder.resolve("logs"));
        robot.interact(() -> table().getSelectionModel().selectAll());
        robot.clickOn("#runs-export").clickOn("#runs-export-tensorboard");
        await(() -> text("#runs-notice").startsWith("3 runs written"));
        try (Stream<Path> files = Files.walk(folder.resolve("logs"))) {
            assertThat(files.filter(Files::isRegularFile))
                    .hasSize(3)
                    .allMatch(path -> String.valueOf(path.getFileName()).startsWith("events.out.tfevents."));
        }
        robot.clickOn("#runs-export").clickOn("#runs-export-csv");
        await(() -> {
            try (Stream<Path> files = Files.walk(folder.resolve("logs"))) {
                return files.filter(path -> path.endsWith("evaluations.csv")).count() == 3;
            }
        });

        chosen.set(0, Files.writeString(folder.resolve("broken.sdprun"), "no run"));
        robot.clickOn("#runs-import");
        await(() -> text("#runs-notice").contains("broken.sdprun"));
        assertThat(table().getItems()).hasSize(3);

        robot.interact(() -> workspace.wantedRunFilesProperty().set(List.of(file, file))); // as dropped on the window
        await(() -> table().getItems().size() == 5);
        await(() -> text("#runs-notice").equals("2 runs imported."));
        assertThat(workspace.wantedRunFilesProperty().get()).isEmpty();
    }

    @Test
    void showsWhatOthersDo(FxRobot robot) throws Exception {
        await(() -> table().getItems().size() == 2);
        select(robot, first);
        try (RunStore other = RunStores.open(folder.resolve("runs")).store().orElseThrow()) {
            other.rename(first, "named elsewhere");
        }
        await(() -> text("#runs-detail-name").equals("named elsewhere"));
        assertThat(table().getSelectionModel().getSelectedItem().id()).isEqualTo(first);
    }
}
