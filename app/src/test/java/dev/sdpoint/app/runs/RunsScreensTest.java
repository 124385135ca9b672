package dev.sdpoint.app.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.archive.RunArchive;
import dev.sdpoint.app.concurrent.DirectTaskRunner;
import dev.sdpoint.app.fixtures.RecordedRuns;
import dev.sdpoint.app.theme.Fonts;
import dev.sdpoint.app.theme.Themes;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.event.TrainingEvent;
import dev.sdpoint.engine.store.RunId;
import dev.sdpoint.engine.store.RunStore;
import dev.sdpoint.engine.training.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** No runs, some and a thousand, at every size and theme: nothing is cut off, and pictures are kept to be looked at. */
@ExtendWith(ApplicationExtension.class)
@Timeout(300)
final class RunsScreensTest {
    /** Sizes of the place inside windows of 1440×900, 1024×700 and 1920×1200. */
    private static final int[][] SIZES = {{1240, 871}, {824, 671}, {1720, 1171}};

    private static final int MANY = 1000;

    @TempDir
    private Path folder;

    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    @Test
    void fitsEverySizeWithNoRunsAndSome(FxRobot robot) throws Exception {
        try (RunArchive archive = new RunArchive(folder)) {
            look(robot, archive, "none");
            some(archive.store().orElseThrow());
            look(robot, archive, "some");
        }
    }

    @Test
    void aThousandRunsAreThereWithinASecondAndOnlyThoseInSightArePainted(FxRobot robot) throws Exception {
        try (RunArchive archive = new RunArchive(folder)) {
            RunStore store = archive.store().orElseThrow();
            Path file = folder.resolve("one.sdprun");
            store.export(RecordedRuns.finished(store, Method.SDPOINT, 1, Optional.empty()), file);
            for (int i = 1; i < MANY; i++) {
                RunId id = store.importRun(file);
                if (i % 3 == 0) {
                    store.rename(id, "run number " + i);
                }
            }
            robot.interact(() -> {
                RunsPanel panel = panel(archive);
                Scene scene = show(panel, false, SIZES[0]); // classes and styles are loaded now
                long least = Long.MAX_VALUE;
                for (int i = 0; i < 3; i++) { // a busy machine does not hold all of them up
                    panel.hidden();
                    long before = System.nanoTime();
                    panel = panel(archive);
                    scene = show(panel, false, SIZES[0]);
                    scene.snapshot(null);
                    least = Math.min(least, (System.nanoTime() - before) / 1_000_000);
                }
                System.out.println("1,000 runs read, built and painted in " + least + " ms");
                assertThat(count(scene, "#runs-count")).isEqualTo("1,000 runs");
                assertThat(scene.getRoot().lookupAll(".table-row-cell").stream()
                                .flatMap(row -> row.lookupAll(".table-cell").stream())
                                .filter(cell ->
                                        cell instanceof CurveCell curve && curve.getGraphic() instanceof Canvas))
                        .hasSizeBetween(5, 40);
                assertThat(least).isLessThan(5000); // 1 s is the goal; tests share the machine
                panel.hidden();
            });
            look(robot, archive, "many");
        }
    }

    private static RunsPanel panel(RunArchive archive) {
        return new RunsPanel(new Workspace(), new DirectTaskRunner(), archive);
    }

    private static void some(RunStore store) throws Exception {
        RunId one = RecordedRuns.finished(store, Method.SDPOINT, 1, Optional.empty());
        store.rename(one, "Paper's recipe, seed 1");
        store.setTags(one, List.of("paper", "wide"));
        store.setNote(one, "Cosine instead of steps. Better by 0.4 points than the one with steps.");
        RecordedRuns.finished(store, Method.PLAIN, 3, Optional.empty());
        RecordedRuns.finished(store, Method.DROPOUT, 4, Optional.empty());
        RecordedRuns.half(store, Method.SDPOINT, 8, new TrainingEvent.Stopped(20));
        RecordedRuns.half(store, Method.MULTISCALE, 9, new TrainingEvent.Failed(12, "The loss is NaN."));
        RecordedRuns.half(store, Method.SDPOINT, 10, new TrainingEvent.CheckpointWritten(25, "run.checkpoint"));
        store.delete(RecordedRuns.finished(store, Method.SDPOINT, 11, Optional.empty()));
    }

    private Scene show(RunsPanel panel, boolean dark, int[] size) {
        Fonts.load();
        VBox root = new VBox(panel.view());
        root.getStyleClass().add("place");
        VBox.setVgrow(panel.view(), javafx.scene.layout.Priority.ALWAYS);
        Scene scene = new Scene(root, size[0], size[1]);
        Themes.dress(scene, dark);
        panel.shown();
        scene.snapshot(null);
        return scene;
    }

    private static String count(Scene scene, String id) {
        return ((Labeled) scene.lookup(id)).getText();
    }

    private void look(FxRobot robot, RunArchive archive, String name) {
        robot.interact(() -> {
            if (stage.getScene() == null) {
                stage.setScene(new Scene(new Group()));
                stage.show();
            }
            for (boolean dark : new boolean[] {true, false}) {
                for (int[] size : SIZES) {
                    RunsPanel panel = panel(archive);
                    Scene scene = show(panel, dark, size);
                    TableView<?> table = (TableView<?>) scene.lookup("#runs-table");
                    table.getSelectionModel().clearAndSelect(table.getItems().size() / 3);
                    scene.snapshot(null);
                    capture(scene, String.format("runs-%s-%s-%d", name, dark ? "dark" : "light", size[0]));
                    for (String id : new String[] {"#runs-search", "#runs-import", "#runs-detail", "#runs-count"}) {
                        Node node = scene.lookup(id);
                        if (!node.isVisible()) {
                            continue; // nothing to tell without runs
                        }
                        var bounds = node.localToScene(node.getBoundsInLocal());
                        assertThat(bounds.getMaxX()).as(id + " at " + size[0]).isLessThanOrEqualTo(size[0]);
                        assertThat(bounds.getMaxY()).as(id + " at " + size[0]).isLessThanOrEqualTo(size[1]);
                        assertThat(bounds.getWidth()).as(id + " at " + size[0]).isGreaterThan(20);
                    }
                    panel.hidden();
                }
            }
        });
    }

    private static void capture(Scene scene, String name) {
        try {
            Path pictures = Files.createDirectories(Path.of("target", "screens"));
            ImageIO.write(
                    SwingFXUtils.fromFXImage(scene.snapshot(null), null),
                    "png",
                    pictures.resolve(name + ".png").toFile());
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
