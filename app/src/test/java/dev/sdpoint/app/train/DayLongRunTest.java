package dev.sdpoint.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.chart.CostErrorData;
import dev.sdpoint.app.concurrent.DirectTaskRunner;
import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.evaluation.Sweep;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the charts get of a run of a day, all of whose 348,098 events come between two frames. */
final class DayLongRunTest {
    private static final long ITERATIONS = (long) DayLongRun.EPOCHS * DayLongRun.ITERATIONS_PER_EPOCH;

    @TempDir
    private Path folder;

    private final TrainModel model = new TrainModel();
    private final Workspace workspace = new Workspace();

    @Test
    void isFoldedIntoAFewPointsAndOneChangeOfEveryChart() {
        workspace.dataProperty().set(Optional.of(SyntheticModel.data()));
        DirectTaskRunner tasks = new DirectTaskRunner();
        new RecipeInteractor(model, workspace, tasks);
        DayLongRun day = new DayLongRun(0, 0);
        TrainInteractor runs = new TrainInteractor(
                model, workspace, tasks, Direct.background(), day, new RunFiles(folder), System::nanoTime);
        List<Object> curves = changes(model.curvesProperty());
        List<Object> charts = changes(model.costErrorProperty());

        runs.start();

        assertThat(day.told()).isEqualTo(ITERATIONS + 2L * DayLongRun.EPOCHS + 2);
        assertThat(curves).hasSize(1);
        assertThat(charts).hasSize(1);
        assertThat(model.costErrorProperty().get().trail()).hasSize(CostErrorData.TRAIL);
        assertThat(model.history()).hasSize(DayLongRun.EPOCHS);
        assertThat(model.curvesProperty().get().draws()).isEqualTo(ITERATIONS);
        for (MetricSeries series : List.of(
                model.curvesProperty().get().metrics().loss(),
                model.curvesProperty().get().metrics().error(),
                model.curvesProperty().get().metrics().rate(),
                model.curvesProperty().get().metrics().speed())) {
            assertThat(series.buckets()).hasSizeBetween(TelemetryBuffer.BUCKETS / 2, TelemetryBuffer.BUCKETS);
            assertThat(series.raw()).hasSizeLessThanOrEqualTo(2 * TelemetryBuffer.BUCKETS);
            assertThat(series.buckets().stream()
                            .mapToLong(MetricSeries.Bucket::count)
                            .sum())
                    .isEqualTo(ITERATIONS);
        }
        LossByInstance losses = model.curvesProperty().get().losses();
        assertThat(losses.columns()).isEqualTo(FoldedRun.COLUMNS);
        assertThat(losses.used()).isGreaterThan(FoldedRun.COLUMNS / 2);
        assertThat(Arrays.stream(losses.counts()).asLongStream().sum()).isEqualTo(ITERATIONS);
        Sweep sweep = model.costErrorProperty().get().latest().orElseThrow().sweep();
        assertThat(sweep.scores()).hasSize(13);
    }

    private static List<Object> changes(ObservableValue<?> value) {
        List<Object> seen = new ArrayList<>();
        value.addListener((observable, before, after) -> seen.add(after));
        return seen;
    }
}
