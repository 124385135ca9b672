package dev.sdpoint.app.budget.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.concurrent.BackgroundJob;
import dev.sdpoint.app.concurrent.FxTaskRunner;
import dev.sdpoint.app.fixtures.PictureFolder;
import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.app.theme.Themes;
import dev.sdpoint.app.workspace.OpenModel;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.data.DataSets;
import dev.sdpoint.engine.data.FolderOptions;
import dev.sdpoint.engine.inference.BudgetMenu;
import dev.sdpoint.engine.model.SdpModel;
import dev.sdpoint.engine.network.WideResNet;
import dev.sdpoint.engine.sdpoint.Instance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A person sees the budget fall under stress and recover. Times are those of {@link SteppedClassifier}, whatever else the machine does. */
@ExtendWith(ApplicationExtension.class)
class StreamJourneyTest {
    private static final DataSet DATA = SyntheticModel.data();
    private static final SdpModel MODEL = SyntheticModel.of(DATA);
    private static final double CHEAPEST =
            new BudgetMenu(MODEL.sweep(), MODEL.space()).offers().get(0).relativeCost();

    @TempDir
    private Path folder;

    private final Workspace workspace = new Workspace();
    private final FxTaskRunner tasks = new FxTaskRunner();
    private final StreamModel model = new StreamModel();
    private final SimpleObjectProperty<List<Path>> files = new SimpleObjectProperty<>(List.of());
    private volatile boolean stressed;
    /** Under stress the cheapest takes 0.9 of what the full network takes alone. */
    private volatile double slowed = 0.9 / CHEAPEST;

    private StreamInteractor interactor;

    @Start
    void start(Stage stage) {
        workspace.dataProperty().set(Optional.of(DATA));
        workspace.modelProperty().set(Optional.of(new OpenModel("synthetic.sdp", MODEL)));
        interactor = new StreamInteractor(
                model, workspace, tasks, opened -> new SteppedClassifier(opened, () -> stressed, slowed));
        model.stressedProperty().subscribe(on -> stressed = on);
        model.stressProperty().set(0.1); // what really burns is little
        files.subscribe(model.filesProperty()::set);
        model.filesTitleProperty().set("holiday");
        StackPane root = new StackPane(new StreamPane(model, interactor, this::chooseFolder).build());
        Scene scene = new Scene(root, 900, 620);
        Themes.dress(scene, false);
        stage.hide();
        stage.setScene(scene);
        stage.sizeToScene();
        stage.show();
    }

    private void chooseFolder() {
        try (Stream<Path> all = Files.list(folder.resolve("disc"))) {
            files.set(all.sorted().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void stop() throws Exception {
        WaitForAsyncUtils.waitForAsyncFx(60_000, interactor::stop);
        assertThat(BackgroundJob.awaitAll(Duration.ofSeconds(60))).isTrue();
        tasks.close();
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(
                60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private double budget() {
        List<TracePoint> trace = model.traceProperty().get();
        return trace.isEmpty() ? Double.NaN : trace.get(trace.size() - 1).relativeCost();
    }

    private static boolean shown(FxRobot robot, String id) {
        return robot.lookup(id).query().isVisible();
    }

    private static void type(FxRobot robot, String target) {
        robot.interact(
                () -> robot.lookup("#stream-target").queryAs(TextField.class).setText(target));
    }

    @Test
    void theBudgetFallsUnderStressAndRecovers(FxRobot robot) throws Exception {
        type(robot, "11");
        robot.clickOn("#stream-start");
        await(() -> budget() == 1);
        assertThat(robot.lookup("#stream-hint").queryAs(Label.class).getText())
                .isEqualTo(String.format(
                        Locale.ROOT,
                        "Keeping 11ms; alone, an image takes %.3g ms at the cheapest and 10.0 ms at the dearest",
                        10 * CHEAPEST));

        robot.clickOn("#stream-stress");
        await(() -> budget() == CHEAPEST);
        assertThat(shown(robot, "#stream-out-of-reach")).isFalse();
        assertThat(robot.lookup("#stream-trace").query().getAccessibleText())
                .contains(String.format("budget %.0f per cent of the full network", 100 * CHEAPEST));

        robot.clickOn("#stream-stress");
        await(() -> budget() == 1);
        robot.clickOn("#stream-stop");
        await(() -> shown(robot, "#stream-start"));
        assertThat(shown(robot, "#stream-stop")).isFalse();
        assertThat(model.problemProperty().get()).isEmpty();
        // Three frames at each of the two steps at the most, and none between them.
        long over = model.traceProperty().get().stream()
                .mapToLong(point -> point.frames() - point.within())
                .sum();
        assertThat(over).isBetween(1L, 6L);
    }

    @Test
    void saysSoIfNotEvenTheCheapestFits(FxRobot robot) throws Exception {
        slowed = 3 / CHEAPEST;
        type(robot, "11");
        robot.clickOn("#stream-start");
        await(() -> budget() == 1);
        robot.clickOn("#stream-stress");
        await(() -> shown(robot, "#stream-out-of-reach"));
        assertThat(budget()).isEqualTo(CHEAPEST);
        robot.clickOn("#stream-stress");
        await(() -> !shown(robot, "#stream-out-of-reach") && budget() == 1);
    }

    @Test
    void streamsAFolderOfPicturesWhoseClassesNobodyKnows(FxRobot robot) throws Exception {
        PictureFolder.of(folder, 4);
        Files.writeString(folder.resolve("disc").resolve("broken.png"), "no picture");
        type(robot, "11");
        robot.clickOn("#stream-folder");
        assertThat(model.fromProperty().get()).isEqualTo(StreamModel.From.FILES);
        robot.clickOn("#stream-start");
        await(() -> model.seenProperty().get().isPresent()
                && model.leftOutProperty().get().contains("1 file is no picture"));
        StreamModel.Seen seen = model.seenProperty().get().orElseThrow();
        assertThat(seen.truth()).isEmpty();
        assertThat(seen.decodeMillis()).isPositive();
        assertThat(seen.picture().width()).isEqualTo(MODEL.network().side());
        await(() -> robot.lookup("#stream-trace").query().getAccessibleText().contains("accuracy unknown"));
        robot.clickOn("#stream-stop");
        await(() -> shown(robot, "#stream-start"));
        robot.interact(() -> files.set(List.of()));
        assertThat(model.fromProperty().get()).isEqualTo(StreamModel.From.DATA_SET);
    }

    @Test
    void comparesWaysToChoose(FxRobot robot) throws Exception {
        type(robot, "6");
        robot.clickOn("#stream-compare");
        Parent results = robot.lookup("#stream-results").queryParent();
        await(() -> results.getChildrenUnmodifiable().size() == 5 * 6 && shown(robot, "#stream-start"));
        List<String> texts = results.getChildrenUnmodifiable().stream()
                .map(node -> ((Label) node).getText())
                .toList();
        // The full network takes 10 ms, so it is never in time; the cheapest 5.6, and is always.
        assertThat(texts.subList(12, 14)).containsExactly("Always the cheapest", "100\u00a0%");
        assertThat(texts.subList(18, 20)).containsExactly("Always the dearest", "0\u00a0%");
        assertThat(results.getAccessibleText()).contains("Always the cheapest: within the target 100\u00a0%");
    }

    @Test
    void everyControlTellsWhatItIs(FxRobot robot) {
        for (String id : List.of(
                "#stream-start",
                "#stream-compare",
                "#stream-stress",
                "#stream-stress-share",
                "#stream-target",
                "#stream-unit",
                "#stream-source",
                "#stream-folder",
                "#stream-trace")) {
            Node node = robot.lookup(id).query();
            assertThat(node.getAccessibleText()).as(id).isNotBlank();
            assertThat(node.getAccessibleRole()).as(id).isNotIn(AccessibleRole.NODE, AccessibleRole.PARENT);
        }
        assertThat(robot.lookup("#stream-trace").query().getAccessibleText()).isEqualTo("Nothing is streamed yet");
    }

    @Test
    void theTraceAlwaysTellsTheShareOfTheProcessorsOnceItIsKnown(FxRobot robot) throws Exception {
        robot.interact(() -> model.unitProperty().set(TargetUnit.FREE));
        type(robot, "50");
        Node trace = robot.lookup("#stream-trace").query();
        robot.interact(() -> ((TraceCanvas) trace).show(List.of(unmeasured()), 0.5, "of the CPU"));
        assertThat(trace.getAccessibleText()).contains("used unknown").doesNotContain("NaN");
        robot.clickOn("#stream-start");
        await(() -> model.traceProperty().get().size() > 12);
        List<TracePoint> points = model.traceProperty().get();
        assertThat(points.subList(points.size() - 6, points.size()))
                .as("measured every quarter of a second, an image every tenth")
                .noneMatch(point -> Double.isNaN(point.used()));
        assertThat(trace.getAccessibleText()).containsPattern("used [0-9.]+ of 0.500 of the CPU");
    }

    private static TracePoint unmeasured() {
        return new TracePoint(0.1, 1, Double.NaN, 1, 0, 0.5, 1, 1);
    }

    @Test
    void theScaleOfWhatIsUsedDoesNotSufferFromWhatWasNotMeasured() {
        TracePoint measured = new TracePoint(0.2, 1, 0.9, 1, 0, 0.5, 1, 1);
        TracePoint extreme = new TracePoint(0.2, 1, 7, 1, 0, 0.5, 1, 1);
        assertThat(TraceCanvas.scale(List.of(unmeasured(), measured), 0.5)).isEqualTo(0.9);
        assertThat(TraceCanvas.scale(List.of(unmeasured()), 0.5)).isEqualTo(0.75);
        assertThat(TraceCanvas.scale(List.of(unmeasured(), extreme), 0.5)).isEqualTo(1.5);
    }

    @Test
    void anotherModelEndsTheStreamAndHearsNothingOfIt(FxRobot robot) throws Exception {
        type(robot, "6");
        robot.clickOn("#stream-start");
        await(() -> budget() == CHEAPEST && model.seenProperty().get().isPresent());
        DataSet shapes = DataSets.open(PictureFolder.of(folder, 30), FolderOptions.DEFAULT);
        SdpModel other = SyntheticModel.of(shapes, new WideResNet(10, 1, 3, 32));
        TimeUnit.MILLISECONDS.sleep(50); // frames that the window has not looked at yet
        robot.interact(() -> {
            workspace.selectedInstanceProperty().set(Instance.FULL);
            workspace.modelProperty().set(Optional.of(new OpenModel("other.sdp", other)));
            assertThat(model.phaseProperty().get()).isNotEqualTo(StreamModel.Phase.RUNNING);
            assertThat(workspace.selectedInstanceProperty().get()).isEqualTo(Instance.FULL);
            assertThat(model.seenProperty().get()).isEmpty();
        });
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(workspace.selectedInstanceProperty().get()).isEqualTo(Instance.FULL);
    }

    @Test
    void theTableSaysWhatWasKeptWhenAnotherTargetFollows(FxRobot robot) throws Exception {
        type(robot, "6");
        robot.clickOn("#stream-compare");
        Parent results = robot.lookup("#stream-results").queryParent();
        await(() -> results.getChildrenUnmodifiable().size() == 5 * 6 && shown(robot, "#stream-start"));
        type(robot, "50");
        robot.clickOn("#stream-start");
        await(() -> model.phaseProperty().get() == StreamModel.Phase.RUNNING);
        assertThat(((Label) results.getChildrenUnmodifiable().get(0)).getText()).isEqualTo("keeping 6ms");
        assertThat(results.getAccessibleText()).startsWith("keeping 6ms. Auto budget: ");
    }

    @Test
    void aDataSetThatOpensLeavesAStreamOfFilesAlone(FxRobot robot) throws Exception {
        PictureFolder.of(folder, 4);
        type(robot, "11");
        robot.clickOn("#stream-folder");
        robot.clickOn("#stream-start");
        await(() -> model.seenProperty().get().isPresent());
        robot.interact(() -> {
            workspace.dataProperty().set(Optional.empty());
            workspace.dataProperty().set(Optional.of(DATA));
            assertThat(model.phaseProperty().get()).isEqualTo(StreamModel.Phase.RUNNING);
            assertThat(model.traceProperty().get()).isNotEmpty();
        });
    }
}
