package dev.sdpoint.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.archive.RecordedSession;
import dev.sdpoint.app.archive.RunArchive;
import dev.sdpoint.app.concurrent.DirectTaskRunner;
import dev.sdpoint.app.fixtures.SmallData;
import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.compute.Dl4jCompute;
import dev.sdpoint.engine.event.TrainingEvent.IterationDone;
import dev.sdpoint.engine.store.RunStore;
import dev.sdpoint.engine.store.RunSummary;
import dev.sdpoint.engine.training.Trainer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recorded run is trained for real, and another begins from its checkpoint. */
final class ForkTest {
    @TempDir
    private Path folder;

    private final TrainModel model = new TrainModel();
    private final Workspace workspace = new Workspace();
    private final DirectTaskRunner tasks = new DirectTaskRunner();

    @Test
    void beginsFromTheCheckpointOfARecordedRunAndSaysSoInItsNote() throws Exception {
        RunArchive archive = new RunArchive(folder);
        ParentRuns parents = ParentRuns.of(archive);
        workspace.dataProperty().set(Optional.of(SmallData.of(SyntheticModel.data(), 8, 2)));
        RecipeInteractor recipes = new RecipeInteractor(model, workspace, tasks, parents);
        TrainInteractor runs = new TrainInteractor(
                model,
                workspace,
                tasks,
                Direct.background(),
                new RecordedSession(new Trainer(new Dl4jCompute())::run, archive),
                new RunFiles(folder),
                System::nanoTime);
        fill("wrn-10-1", "2");
        runs.start();
        assertThat(model.statusProperty().get().state()).isEqualTo(RunState.FINISHED);

        ParentRun parent = parents.all().get(0);
        assertThat(parent.title()).isEqualTo("wrn-10-1 · SDPoint · 2.00 of 2 epochs");
        recipes.fork(parent);
        assertThat(model.form().text(RecipeField.EPOCHS).get())
                .as("as long again")
                .isEqualTo("4");
        model.form().text(RecipeField.EPOCHS).set("2");
        assertThat(model.form().errorsProperty().get().get(RecipeField.EPOCHS)).contains("done 2 epochs already");
        assertThat(model.form().recipeProperty().get()).isEmpty();
        fill("wrn-16-1", "3");
        assertThat(model.form().errorsProperty().get().get(RecipeField.NETWORK)).contains("keeps the network");
        fill("wrn-10-1", "3");
        model.form().text(RecipeField.LEARNING_RATE).set("0.01");
        model.form().text(RecipeField.SEED).set("99");
        runs.start();
        assertThat(model.noticeProperty().get().orElseThrow().sentence()).startsWith("Best instance");

        RunStore store = archive.store().orElseThrow();
        List<RunSummary> recorded = store.runs();
        assertThat(recorded).hasSize(2);
        RunSummary fork = recorded.get(0);
        assertThat(fork.label().note()).isEqualTo("Forked from “wrn-10-1 · SDPoint” at iteration 8, after 2 epochs.");
        assertThat(recorded.get(1).label().note()).isEmpty();
        assertThat(store.recipe(fork.id()).seed()).isEqualTo(99);
        List<IterationDone> steps = new ArrayList<>();
        store.steps(fork.id(), 0, steps::add);
        assertThat(steps).extracting(IterationDone::iteration).containsExactly(9L, 10L, 11L, 12L);
        assertThat(steps.get(0).learningRate()).isLessThanOrEqualTo(0.01);
        archive.close();
    }

    private void fill(String network, String epochs) {
        model.form().text(RecipeField.NETWORK).set(network);
        model.form().text(RecipeField.EPOCHS).set(epochs);
        model.form().text(RecipeField.BATCH).set("20");
        model.form().text(RecipeField.CALIBRATION_BATCHES).set("1");
        model.form().text(RecipeField.CALIBRATION_SIZE).set("20");
    }
}
