package dev.sdpoint.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.concurrent.FxTaskRunner;
import dev.sdpoint.app.concurrent.LongJobs;
import dev.sdpoint.app.fixtures.SmallData;
import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.app.workspace.OpenModel;
import dev.sdpoint.app.workspace.PlaceId;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.compute.Dl4jCompute;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.event.TrainingEvent;
import dev.sdpoint.engine.model.RateEdit;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.training.Recipe;
import dev.sdpoint.engine.training.RunControl;
import dev.sdpoint.engine.training.Trainer;
import dev.sdpoint.engine.training.TrainingResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
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

/** A person trains a tiny network for real: a wrong recipe, a start, a pause, the end, and the model in the other places. */
@ExtendWith(ApplicationExtension.class)
final class TrainJourneyTest {
    @TempDir
    private Path folder;

    private final Workspace workspace = new Workspace();
    private final FxTaskRunner tasks = new FxTaskRunner();
    /** The iteration after which training waits until the test lets it go on. */
    private volatile long held = Long.MAX_VALUE;

    private final CountDownLatch goOn = new CountDownLatch(1);
    private TrainPlace place;
    private Scene scene;

    @Start
    void start(Stage stage) {
        place = new TrainPlace(
                workspace,
                tasks,
                LongJobs.inBackground(),
                this::train,
                new RunFiles(folder),
                Direct.profiler(),
                RecordedCurves.NONE);
        scene = Screens.show(stage, place.view(), true, 1240, 871);
        place.shown();
    }

    /** Trains, and waits where the test wants it: a person may be slower than two short epochs. */
    private TrainingResult train(
            Recipe recipe,
            DataSet data,
            RunControl control,
            Consumer<TrainingEvent> listener,
            Optional<Path> checkpoint)
            throws Exception {
        return new Trainer(new Dl4jCompute())
                .run(
                        recipe,
                        data,
                        control,
                        event -> {
                            listener.accept(event);
                            if (event instanceof TrainingEvent.IterationDone && event.iteration() == held) {
                                awaitGoOn();
                            }
                        },
                        checkpoint);
    }

    private void awaitGoOn() {
        try {
            goOn.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void close(FxRobot robot) {
        goOn.countDown();
        robot.interact(place::close);
        tasks.close();
    }

    @Test
    void trainsFromARefusedRecipeToAModelInTheOtherPlaces(FxRobot robot) throws Exception {
        DataSet data = SmallData.of(SyntheticModel.data(), 80, 10);
        robot.interact(() -> {
            workspace.dataProperty().set(Optional.of(data));
            workspace.modelProperty().set(Optional.of(new OpenModel("sample", SyntheticModel.of(data))));
        });
        write(robot, "#recipe-network", "wrn-11-1");
        await(() -> text("#error-network").contains("6n + 4"));
        assertThat(robot.lookup("#train-start").queryButton().isDisabled()).isTrue();
        robot.interact(() -> Screens.capture(scene, "train-refused-dark"));

        write(robot, "#recipe-network", "wrn-10-1");
        write(robot, "#recipe-epochs", "2");
        write(robot, "#recipe-batch", "20");
        open(robot, "#section-evaluation");
        write(robot, "#recipe-evaluation", "60");
        write(robot, "#recipe-calibration", "1");
        await(() -> !robot.lookup("#train-start").queryButton().isDisabled());
        assertThat(text("#recipe-facts")).contains("3 points · 7 instances");

        held = 10; // of 40 in the first epoch
        robot.clickOn("#train-start");
        await(() -> text("#train-status").startsWith("epoch 1 of 2"));
        robot.clickOn("#train-pause");
        goOn.countDown();
        await(() -> text("#train-status").contains("paused"));
        String paused = text("#train-status");
        robot.interact(() -> Screens.capture(scene, "train-paused-dark"));
        WaitForAsyncUtils.sleep(400, TimeUnit.MILLISECONDS);
        assertThat(text("#train-status")).as("nothing moves while paused").isEqualTo(paused);
        write(robot, "#train-rate", "11");
        await(() -> text("#error-train-rate").contains("outside (0, 10]"));
        write(robot, "#train-rate", "0.02");
        robot.push(KeyCode.ENTER);
        await(() -> text("#train-notice").startsWith("The peak learning rate is 0.02"));
        assertThat(text("#error-train-rate")).isEmpty();
        robot.clickOn("#train-evaluate");
        await(() -> workspaceChart().placeOf(Instance.FULL).isPresent()
                && text("#train-status").endsWith("paused"));
        robot.clickOn("#train-pause");
        await(() -> text("#train-status").startsWith("Finished: 2 epochs, 80 iterations"));

        robot.interact(() -> Screens.capture(scene, "train-finished-dark"));
        assertThat(text("#train-notice")).startsWith("Best instance:");
        Instance cheap = new Instance.Downsampled(1, 0.5);
        Point2D at =
                workspaceChart().localToScene(workspaceChart().placeOf(cheap).orElseThrow());
        robot.clickOn(scene.getWindow().getX() + at.getX(), scene.getWindow().getY() + at.getY());
        assertThat(workspace.selectedInstanceProperty().get()).isEqualTo(cheap);
        robot.press(KeyCode.END).release(KeyCode.END);
        assertThat(workspace.selectedInstanceProperty().get()).isNotEqualTo(cheap);

        robot.clickOn("#train-use");
        await(() -> workspace.wantedModelProperty().get().isPresent());
        OpenModel open = workspace.wantedModelProperty().get().orElseThrow();
        assertThat(open.name()).isEqualTo("wrn-10-1, trained here");
        assertThat(open.model().record().epochs()).isEqualTo(2);
        assertThat(open.model().record().history().orElseThrow().rateEdits())
                .extracting(RateEdit::peakRate)
                .containsExactly(0.02);
        assertThat(open.model().sweep().scores()).hasSize(7);

        List<Path> suggested = new CopyOnWriteArrayList<>();
        robot.interact(() -> place.models().suggest(suggested::add));
        await(() -> !suggested.isEmpty());
        Path file = suggested.get(0);
        try {
            robot.interact(() -> place.models().save(file, Optional.empty()));
            await(() -> text("#train-notice").endsWith("is in the library now."));
            robot.interact(() -> Screens.capture(scene, "train-saved-dark"));
            robot.clickOn("#train-show-in-library");
            assertThat(workspace.wantedModelFileProperty().get()).contains(file);
            robot.clickOn("#train-open-in-budget");
            await(() -> workspace.currentPlaceProperty().get() == PlaceId.BUDGET);
            assertThat(workspace.wantedModelProperty().get().flatMap(OpenModel::file))
                    .contains(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    @Test
    void trainsTwoRunsOfAQueueOneAfterTheOther(FxRobot robot) throws Exception {
        robot.interact(() -> workspace.dataProperty().set(Optional.of(SmallData.of(SyntheticModel.data(), 16, 4))));
        write(robot, "#recipe-network", "wrn-10-1");
        write(robot, "#recipe-epochs", "1");
        write(robot, "#recipe-batch", "20");
        await(() -> !robot.lookup("#train-enqueue").queryButton().isDisabled());
        robot.clickOn("#train-enqueue");
        write(robot, "#recipe-epochs", "2");
        robot.clickOn("#train-enqueue");
        await(() -> text("#queue-state").equals("2 · not started"));
        robot.interact(() -> Screens.capture(scene, "train-queue-dark"));
        robot.clickOn("#queue-go-on");
        await(() -> text("#train-status").startsWith("Finished: 2 epochs, 16 iterations"));
        assertThat(scene.lookup("#queue-list").getParent().isVisible()).isFalse();
        assertThat(folder.resolve("queue.properties"))
                .content()
                .contains("version=1")
                .doesNotContain("recipe");
    }

    private dev.sdpoint.app.chart.CostErrorChart workspaceChart() {
        return (dev.sdpoint.app.chart.CostErrorChart) scene.lookup("#train-cost-error");
    }

    private void open(FxRobot robot, String section) {
        robot.interact(() -> ((TitledPane) scene.lookup(section)).setExpanded(true));
        WaitForAsyncUtils.waitForFxEvents();
        scroll(robot, section);
    }

    /** Brings a part of the recipe into sight. */
    private void scroll(FxRobot robot, String selector) {
        robot.interact(() -> {
            ScrollPane pane = (ScrollPane) scene.lookup("#recipe-scroll");
            Node content = pane.getContent();
            Bounds wanted = content.sceneToLocal(
                    scene.lookup(selector).localToScene(scene.lookup(selector).getLayoutBounds()));
            double free = content.getLayoutBounds().getHeight()
                    - pane.getViewportBounds().getHeight();
            pane.setVvalue(free <= 0 ? 0 : Math.min(1, wanted.getMinY() / free));
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void write(FxRobot robot, String field, String value) {
        robot.doubleClickOn(field);
        robot.press(KeyCode.CONTROL, KeyCode.A).release(KeyCode.A, KeyCode.CONTROL);
        robot.write(value);
    }

    private String text(String id) {
        return scene.lookup(id) instanceof Label label ? label.getText() : "";
    }

    private void await(java.util.concurrent.Callable<Boolean> condition) throws Exception {
        try {
            WaitForAsyncUtils.waitFor(180, TimeUnit.SECONDS, condition);
        } catch (java.util.concurrent.TimeoutException e) {
            throw new AssertionError(
                    "still waiting; status: " + text("#train-status") + "; notice: " + text("#train-notice"), e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }
}
