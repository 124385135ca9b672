package dev.sdpoint.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.concurrent.DirectTaskRunner;
import dev.sdpoint.app.fixtures.LateTasks;
import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.app.workspace.RunNews;
import dev.sdpoint.app.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stop while the folder of a run is still being made, which takes seconds for a fork of a large network. */
final class StopBeforeTheRunTest {
    @TempDir
    private Path folder;

    private final TrainModel model = new TrainModel();
    private final Workspace workspace = new Workspace();
    private final LateTasks tasks = new LateTasks();
    private final List<Long> trained = new ArrayList<>();
    private TrainInteractor runs;

    @BeforeEach
    void open() {
        workspace.dataProperty().set(Optional.of(SyntheticModel.data()));
        new RecipeInteractor(model, workspace, new DirectTaskRunner());
        runs = runs(folder);
    }

    private TrainInteractor runs(Path place) {
        return new TrainInteractor(
                model,
                workspace,
                tasks,
                Direct.background(),
                (recipe, data, control, listener, checkpoint) -> {
                    trained.add(recipe.seed());
                    return new FakeSession(5).run(recipe, data, control, listener, checkpoint);
                },
                new RunFiles(place),
                System::nanoTime);
    }

    @Test
    void keepsItFromBeginningAndLeavesNoFolder() throws Exception {
        runs.start();
        assertThat(model.statusProperty().get().state()).isEqualTo(RunState.STARTING);
        runs.steering().stop();
        assertThat(model.statusProperty().get().state()).isEqualTo(RunState.STOPPING);
        tasks.finishAll();
        assertThat(trained).isEmpty();
        assertThat(model.statusProperty().get().state()).isEqualTo(RunState.STOPPED);
        assertThat(workspace.runProperty().get().orElseThrow().phase()).isEqualTo(RunNews.Phase.STOPPED);
        assertThat(folders()).isEmpty();
        runs.start();
        tasks.finishAll();
        assertThat(trained).as("the next one").hasSize(1);
    }

    @Test
    void keepsItFromBeginningAlsoWhereNoFolderCanBeMade() throws Exception {
        runs = runs(Files.writeString(folder.resolve("file"), "no folder"));
        runs.start();
        runs.steering().stop();
        tasks.finishAll();
        assertThat(trained).isEmpty();
        assertThat(model.statusProperty().get().state()).isEqualTo(RunState.STOPPED);
    }

    @Test
    void oneOfTheQueueWaitsOn() {
        QueueInteractor queue = new QueueInteractor(model, workspace, tasks, runs, new RunFiles(folder).queue());
        queue.add();
        queue.goOn();
        runs.steering().stop();
        tasks.finishAll();
        assertThat(trained).isEmpty();
        assertThat(model.queue().waiting()).hasSize(1);
        assertThat(model.queue().heldProperty().get()).isTrue();
    }

    private List<Path> folders() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isDirectory).toList();
        }
    }
}
