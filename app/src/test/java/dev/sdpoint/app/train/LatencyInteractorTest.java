package dev.sdpoint.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.concurrent.BackgroundJob;
import dev.sdpoint.app.concurrent.LongJobs;
import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.app.workspace.OpenModel;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.evaluation.LatencyProfile;
import dev.sdpoint.engine.network.WideResNet;
import dev.sdpoint.engine.training.Method;
import dev.sdpoint.engine.training.Recipe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class LatencyInteractorTest {
    private final TrainModel model = new TrainModel();
    private final Workspace workspace = new Workspace();

    @Test
    void timesTheRunsNetworkAndTheOpenModelsOnceEach() {
        workspace.modelProperty().set(Optional.of(new OpenModel("sample", SyntheticModel.of(SyntheticModel.data()))));
        model.runRecipeProperty()
                .set(Optional.of(Recipe.standard(new WideResNet(16, 2, 10, 32), Method.SDPOINT, 2, 7)));
        LatencyInteractor latencies = new LatencyInteractor(model, workspace, Direct.background(), Direct.profiler());
        latencies.measure();
        assertThat(model.latencies().stream().map(LatencyProfile::network)).containsExactly("wrn-16-2", "wrn-10-1");
        assertThat(model.measuringProperty().get()).isFalse();
        latencies.measure();
        assertThat(model.latencies()).hasSize(2);
    }

    @Test
    void neverBesideARunThatTrains() {
        workspace.modelProperty().set(Optional.of(new OpenModel("sample", SyntheticModel.of(SyntheticModel.data()))));
        LatencyInteractor latencies = new LatencyInteractor(model, workspace, Direct.background(), Direct.profiler());
        model.statusProperty().set(RunStatus.READY.in(RunState.RUNNING));
        latencies.measure();
        assertThat(model.latencies()).isEmpty();
        model.statusProperty().set(RunStatus.READY.in(RunState.PAUSED));
        latencies.measure();
        assertThat(model.latencies()).hasSize(1);
    }

    @Test
    void stopsWhenARunGoesOn() {
        workspace.modelProperty().set(Optional.of(new OpenModel("sample", SyntheticModel.of(SyntheticModel.data()))));
        List<Throwable> failures = new ArrayList<>();
        LongJobs watched = new LongJobs() {
            @Override
            public <T> void start(
                    String title,
                    BackgroundJob.Work<T> work,
                    Runnable stopSignal,
                    Consumer<T> done,
                    Consumer<Throwable> failed) {
                Direct.background().start(title, work, stopSignal, done, failure -> {
                    failures.add(failure);
                    failed.accept(failure);
                });
            }
        };
        LatencyInteractor latencies = new LatencyInteractor(model, workspace, watched, (network, space, progress) -> {
            progress.report(0);
            assertThat(model.measuringProperty().get()).isTrue();
            model.statusProperty().set(RunStatus.READY.in(RunState.RUNNING));
            progress.report(0.5);
            throw new AssertionError("it should have stopped");
        });
        latencies.measure();
        assertThat(failures).singleElement().isInstanceOf(InterruptedException.class);
        assertThat(model.latencies()).isEmpty();
        assertThat(model.measuringProperty().get()).isFalse();
        assertThat(model.noticeProperty().get()).as("nothing to complain about").isEmpty();
    }
}
