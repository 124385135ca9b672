package dev.sdpoint.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.chart.CostErrorData.Labelled;
import dev.sdpoint.app.chart.LiteraturePoint;
import dev.sdpoint.app.concurrent.DirectTaskRunner;
import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.app.workspace.OpenModel;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.network.WideResNet;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.store.RunId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Every state of the charts at the sizes of windows: nothing is cut off, and pictures are kept to be looked at. */
@ExtendWith(ApplicationExtension.class)
final class ChartScreensTest {
    /** Sizes of the place inside windows of 1440×900, 1024×700 and 1920×1200. */
    private static final int[][] SIZES = {{1240, 871}, {824, 671}, {1720, 1171}};

    private static final String[] CHOICES = {
        "#train-chart-loss", "#train-chart-rate", "#train-chart-speed", "#train-chart-map"
    };

    @TempDir
    private Path folder;

    private final TrainModel model = new TrainModel();
    private final Workspace workspace = new Workspace();
    private final DirectTaskRunner tasks = new DirectTaskRunner();
    private final AtomicLong nanos = new AtomicLong();
    private TrainView view;
    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
        view = new TrainView(model, workspace, TrainPieces.of(model, workspace));
        DataSet data = SyntheticModel.data();
        RecordedCurves recorded = runs -> {
            List<Labelled> curves = new ArrayList<>();
            for (int i = 0; i < runs.size(); i++) {
                curves.add(new Labelled(
                        "run " + (i + 1) + " · wrn-16-2 · multiscale",
                        FakeSession.worse(
                                SyntheticModel.of(data, new WideResNet(16, 2, 10, 32))
                                        .sweep(),
                                0.02 + 0.02 * i)));
            }
            return curves;
        };
        new ReferenceInteractor(model, workspace, tasks, recorded);
        new RecipeInteractor(model, workspace, tasks);
        LatencyInteractor latencies = new LatencyInteractor(model, workspace, Direct.background(), Direct.profiler());
        view.costError().measure().setOnAction(event -> latencies.measure());
        TrainInteractor runs = new TrainInteractor(
                model,
                workspace,
                tasks,
                Direct.background(),
                new FakeSession(Long.MAX_VALUE),
                new RunFiles(folder.resolve("runs")),
                () -> nanos.addAndGet(10_000_000));
        workspace.dataProperty().set(Optional.of(data));
        workspace
                .modelProperty()
                .set(Optional.of(new OpenModel("sample", SyntheticModel.of(data, new WideResNet(16, 2, 10, 32)))));
        runs.start();
        workspace.selectedInstanceProperty().set(new Instance.Downsampled(2, 0.75));
        Screens.show(stage, view.root(), true, SIZES[0][0], SIZES[0][1]);
    }

    @Test
    void everyRunChartIsDrawnAtEverySize(FxRobot robot) {
        for (boolean dark : new boolean[] {false, true}) {
            for (String choice : CHOICES) {
                robot.interact(() -> ((ToggleButton) view.root().lookup(choice)).setSelected(true));
                look(robot, dark, choice.substring(7), 2);
            }
        }
        robot.interact(() -> ((ToggleButton) view.root().lookup(CHOICES[3])).setSelected(true));
        look(robot, false, "chart-map", 3);
        robot.interact(() -> Screens.captureDense(stage.getScene(), "charts-200-percent"));
    }

    @Test
    void thePointerReadsValuesAndARangeIsZoomedInto(FxRobot robot) {
        Node chart = view.root().lookup("#train-run-chart");
        robot.moveTo(chart);
        WaitForAsyncUtils.waitForFxEvents();
        String words = ((Label) view.root().lookup("#train-figures")).getText();
        assertThat(words).matches("iteration [\\d,]+ · loss \\d\\.\\d{4} \\(smoothed \\d\\.\\d{4}\\) · error .*%.*");
        robot.moveTo("#train-status");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(((Label) view.root().lookup("#train-figures")).getText()).contains("images/s");

        robot.clickOn("#train-chart-map");
        robot.moveTo("#train-loss-map");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(((Label) view.root().lookup("#train-figures")).getText())
                .contains("· iterations ")
                .contains("–");

        robot.clickOn("#train-chart-speed");
        assertThat(chart.getAccessibleText()).contains("432 images/s");
    }

    @Test
    void manyReferencesPublishedResultsLogarithmicAndMilliseconds(FxRobot robot) {
        robot.interact(() -> {
            for (int i = 0; i < 8; i++) {
                workspace.comparedRuns().add(new RunId(UUID.randomUUID().toString()));
            }
            model.costErrorProperty()
                    .set(model.costErrorProperty()
                            .get()
                            .withLiterature(List.of(
                                    new LiteraturePoint("made up A", 0.09, LiteraturePoint.Unit.GFLOPS, 21),
                                    new LiteraturePoint("made up B", 150, LiteraturePoint.Unit.MFLOPS, 17))));
        });
        assertThat(model.costErrorProperty().get().references()).hasSize(9);
        look(robot, false, "references", 3);
        look(robot, true, "references", 2);
        robot.clickOn("#train-scale-log");
        look(robot, false, "references-log", 1);
        robot.clickOn("#train-unit-millis");
        look(robot, true, "untimed", 2);
        robot.clickOn("#train-measure");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(view.costError().chart().viewProperty().get().empty()).isFalse();
        look(robot, false, "millis-log", 1);
        Node chart = view.costError().chart();
        var all = chart.localToScene(300, 120);
        robot.interact(() -> {
            for (int i = 0; i < 3; i++) {
                chart.fireEvent(wheel(chart, all.getX(), all.getY()));
            }
        });
        look(robot, false, "zoomed", 1);
    }

    /** One notch away from the person. */
    private static ScrollEvent wheel(Node chart, double sceneX, double sceneY) {
        return new ScrollEvent(
                chart,
                chart,
                ScrollEvent.SCROLL,
                sceneX,
                sceneY,
                sceneX,
                sceneY,
                false,
                false,
                false,
                false,
                false,
                false,
                0,
                40,
                0,
                40,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                null);
    }

    private void look(FxRobot robot, boolean dark, String name, int sizes) {
        for (int i = 0; i < sizes; i++) {
            int[] size = SIZES[i];
            if (size[0] < 1600) {
                robot.interact(() -> Screens.show(stage, view.root(), dark, size[0], size[1]));
                WaitForAsyncUtils.waitForFxEvents();
            }
            robot.interact(() -> {
                Scene scene =
                        size[0] < 1600 ? stage.getScene() : Screens.aside(stage, view.root(), dark, size[0], size[1]);
                Screens.capture(scene, String.format("charts-%s-%s-%d", name, dark ? "dark" : "light", size[0]));
                for (String id :
                        new String[] {"#train-cost-error", "#train-run-chart", "#train-export", "#train-chart-options"
                        }) {
                    Node node = view.root().lookup(id);
                    var bounds = node.localToScene(node.getBoundsInLocal());
                    assertThat(bounds.getMaxX()).as(id + " at " + size[0]).isLessThanOrEqualTo(size[0]);
                    assertThat(bounds.getMaxY()).as(id + " at " + size[0]).isLessThanOrEqualTo(size[1]);
                }
            });
        }
        robot.interact(() -> Screens.show(stage, view.root(), dark, SIZES[0][0], SIZES[0][1]));
    }
}
