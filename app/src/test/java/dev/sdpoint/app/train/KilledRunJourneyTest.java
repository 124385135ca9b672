package dev.sdpoint.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.archive.TrainingSession;
import dev.sdpoint.app.concurrent.FxTaskRunner;
import dev.sdpoint.app.concurrent.LongJobs;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.compute.Dl4jCompute;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.model.SdpModel;
import dev.sdpoint.engine.training.RunControl;
import dev.sdpoint.engine.training.Trainer;
import dev.sdpoint.engine.training.TrainingResult;
import dev.sdpoint.faults.FaultSeed;
import dev.sdpoint.faults.FaultTest;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The program is killed while it trains. The next time, the window offers the run, and continues it to the same bits. */
@ExtendWith(ApplicationExtension.class)
final class KilledRunJourneyTest {
    @TempDir
    private Path folder;

    private final Workspace workspace = new Workspace();
    private final FxTaskRunner tasks = new FxTaskRunner();
    private final AtomicReference<TrainingResult> continued = new AtomicReference<>();
    private Optional<TrainPlace> place = Optional.empty();
    private Optional<Stage> shown = Optional.empty();

    @Start
    void start(Stage stage) {
        shown = Optional.of(stage);
    }

    private Stage stage() {
        return shown.orElseThrow();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> place.ifPresent(TrainPlace::close));
        tasks.close();
    }

    @FaultTest
    void isOfferedAndContinuedToTheSameBits(FxRobot robot, FaultSeed seed) throws Exception {
        KilledRun.leaveIn(folder, 17 + seed.random().nextInt(7));
        DataSet data = KilledRun.data();
        TrainingSession session = (recipe, images, control, listener, checkpoint) -> {
            TrainingResult result = new Trainer(new Dl4jCompute()).run(recipe, images, control, listener, checkpoint);
            continued.set(result);
            return result;
        };
        robot.interact(() -> {
            TrainPlace made = new TrainPlace(
                    workspace,
                    tasks,
                    LongJobs.inBackground(),
                    session,
                    new RunFiles(folder),
                    Direct.profiler(),
                    RecordedCurves.NONE);
            place = Optional.of(made);
            Screens.show(stage(), made.view(), false, 1240, 871);
            made.shown();
            workspace.dataProperty().set(Optional.of(data));
        });
        await(() -> text("#train-notice").contains("wrn-10-1 · SDPoint was left before its end"));
        robot.interact(() -> Screens.capture(stage().getScene(), "train-unfinished-light"));
        robot.clickOn("#train-continue");
        await(() -> text("#train-status").startsWith("Finished: 4 epochs, 32 iterations"));

        TrainingResult whole = new Trainer(new Dl4jCompute())
                .run(KilledRun.recipe(), data, new RunControl(), event -> {}, Optional.empty());
        SdpModel once = ((TrainingResult.Completed) whole).model();
        SdpModel twice = ((TrainingResult.Completed) Objects.requireNonNull(continued.get())).model();
        Map<String, float[]> expected = once.weights().arrays();
        assertThat(twice.weights().arrays().keySet()).isEqualTo(expected.keySet());
        expected.forEach((name, values) ->
                assertThat(twice.weights().arrays().get(name)).as(name).isEqualTo(values));
    }

    private String text(String id) {
        return stage().getScene().lookup(id) instanceof Label label ? label.getText() : "";
    }

    private void await(java.util.concurrent.Callable<Boolean> condition) throws Exception {
        try {
            WaitForAsyncUtils.waitFor(240, TimeUnit.SECONDS, condition);
        } catch (java.util.concurrent.TimeoutException e) {
            throw new AssertionError(
                    "still waiting; status: " + text("#train-status") + "; notice: " + text("#train-notice"), e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }
}
