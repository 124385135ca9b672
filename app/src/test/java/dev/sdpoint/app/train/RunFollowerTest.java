package dev.sdpoint.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.chart.CostErrorData;
import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.engine.evaluation.Sweep;
import dev.sdpoint.engine.event.TrainingEvent;
import dev.sdpoint.engine.network.WideResNet;
import dev.sdpoint.engine.training.Method;
import dev.sdpoint.engine.training.Recipe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class RunFollowerTest {
    private static final Sweep SWEEP = SyntheticModel.of(SyntheticModel.data()).sweep();

    private final TrainModel model = new TrainModel();
    private final AtomicLong nanos = new AtomicLong(1);
    private final RunFollower follower = new RunFollower(model, nanos::get);
    private final ActiveRun run =
            ActiveRun.of(Recipe.standard(new WideResNet(10, 1, 10, 32), Method.SDPOINT, 9, 7), Optional.empty());
    private final TelemetryBuffer telemetry = follower.follow(run, false);
    private final List<CostErrorData> drawn = new ArrayList<>();
    private final List<RunCurves> curves = new ArrayList<>();

    RunFollowerTest() {
        model.costErrorProperty().addListener((value, before, after) -> drawn.add(after));
        model.curvesProperty().addListener((value, before, after) -> curves.add(after));
    }

    @Test
    void theChartRestsForASecondHoweverFastEvaluationsComeAndNoneIsLost() {
        for (int i = 1; i <= 25; i++) {
            tell(i);
            nanos.addAndGet(100_000_000);
            follower.drain(run, false);
        }
        assertThat(drawn).as("2.5 seconds").hasSize(3);
        assertThat(model.history()).hasSize(25);
        follower.drain(run, true);
        assertThat(model.costErrorProperty().get().latest().orElseThrow().label())
                .isEqualTo("epoch 25");
        assertThat(model.costErrorProperty().get().trail()).hasSize(CostErrorData.TRAIL);
    }

    @Test
    void aFrameDrawsOneChart() {
        tell(1);
        follower.drain(run, false);
        assertThat(drawn).hasSize(1);
        assertThat(curves).isEmpty();
        tell(2);
        follower.drain(run, false);
        assertThat(drawn).hasSize(1);
        assertThat(curves).hasSize(1);
    }

    @Test
    void whatComesWithReferencesMeanwhileStays() {
        tell(1);
        follower.drain(run, false);
        tell(2);
        follower.drain(run, false);
        model.costErrorProperty()
                .set(model.costErrorProperty()
                        .get()
                        .withReferences(List.of(new CostErrorData.Labelled("run 7", SWEEP))));
        follower.drain(run, true);
        assertThat(model.costErrorProperty().get().references()).hasSize(1);
        assertThat(model.costErrorProperty().get().latest().orElseThrow().label())
                .isEqualTo("epoch 2");
    }

    @Test
    void whatCameAfterTheCheckpointGoesAndAnEvaluationToldAgainIsShownOnce() {
        tell(1);
        tell(2);
        telemetry.accept(new TrainingEvent.CheckpointWritten(2, "file"));
        tell(3);
        follower.drain(run, true);
        follower.follow(run, true);
        telemetry.accept(new TrainingEvent.Started(2, 9, 1, 9));
        telemetry.accept(new TrainingEvent.Evaluated(2, 2, SWEEP));
        follower.drain(run, true);
        assertThat(model.history()).extracting(EvaluationSummary::label).containsExactly("epoch 2", "epoch 1");
        CostErrorData chart = model.costErrorProperty().get();
        assertThat(chart.latest().orElseThrow().label()).isEqualTo("epoch 2");
        assertThat(chart.trail()).extracting(CostErrorData.Labelled::label).containsExactly("epoch 1");
        assertThat(model.curvesProperty().get().draws()).isEqualTo(2);
    }

    private void tell(int epoch) {
        telemetry.accept(new TrainingEvent.IterationDone(epoch, epoch - 1, 0, 1, 0.5, 0.1, 100));
        telemetry.accept(new TrainingEvent.Evaluated(epoch, epoch, SWEEP));
    }
}
