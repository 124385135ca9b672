package dev.sdpoint.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.concurrent.DirectTaskRunner;
import dev.sdpoint.app.fixtures.LateTasks;
import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.app.workspace.OpenModel;
import dev.sdpoint.app.workspace.PlaceId;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.library.ModelLibrary;
import dev.sdpoint.engine.library.ModelLooks;
import dev.sdpoint.engine.model.ModelFiles;
import dev.sdpoint.engine.model.SdpModel;
import dev.sdpoint.engine.network.WideResNet;
import dev.sdpoint.engine.training.Method;
import dev.sdpoint.engine.training.Recipe;
import dev.sdpoint.engine.training.RunFolder;
import dev.sdpoint.faults.FaultTest;
import dev.sdpoint.faults.LimitedDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a finished model, without a toolkit. */
final class ModelInteractorTest {
    private static final DataSet DATA = SyntheticModel.data();
    private static final SdpModel TRAINED = SyntheticModel.of(DATA);

    @TempDir
    private Path folder;

    private final TrainModel model = new TrainModel();
    private final Workspace workspace = new Workspace();

    @BeforeEach
    void finish() {
        workspace.dataProperty().set(Optional.of(DATA));
        model.resultProperty().set(Optional.of(TRAINED));
    }

    private Path library() {
        return folder.resolve("models");
    }

    private ModelInteractor models(ModelSaver saver) {
        return new ModelInteractor(
                model,
                workspace,
                new DirectTaskRunner(),
                Direct.background(),
                saver,
                new RunFiles(folder.resolve("runs")),
                new ModelLibrary(library(), new ModelLooks()));
    }

    private Notice notice() {
        return model.noticeProperty().get().orElseThrow();
    }

    private void press(String id) {
        notice().actions().stream()
                .filter(action -> action.id().equals(id))
                .findFirst()
                .orElseThrow()
                .run()
                .run();
    }

    /** The window opens it as it opens any other, so that nothing of the model before stays beside it. */
    @Test
    void handsTheModelToTheWindow() {
        ModelInteractor models = models((file, saved) -> {});
        models.use();
        assertThat(workspace.wantedModelProperty().get()).contains(new OpenModel("wrn-10-1, trained here", TRAINED));
        assertThat(notice().sentence()).contains("once it is saved");
    }

    @Test
    void discardsTheCheckpointOnlyOnceTheModelIsSaved() throws Exception {
        RunFiles files = new RunFiles(folder.resolve("runs"));
        Path checkpoint = files.begin(
                Recipe.standard(new WideResNet(10, 1, 10, 32), Method.SDPOINT, 2, 1), Optional.empty(), DATA, Set.of());
        Files.writeString(checkpoint, "state");
        models((file, saved) -> {
                    throw new IOException("the disk is full");
                })
                .save(folder.resolve("a.sdp"), Optional.of(checkpoint));
        assertThat(checkpoint).exists();
        assertThat(notice().sentence()).contains("the disk is full");
        assertThat(notice().actions()).isEmpty();
        models((file, saved) -> Files.writeString(file, "model"))
                .save(folder.resolve("a.sdp"), Optional.of(checkpoint));
        assertThat(checkpoint).doesNotExist();
        assertThat(folder.resolve("a.sdp")).exists();
    }

    /** The queue may have gone on while the person chose a file. */
    @Test
    void savesTheModelThatWasOnScreenWhenItWasAskedFor() throws Exception {
        List<SdpModel> written = new ArrayList<>();
        ModelInteractor models = models((file, saved) -> written.add(saved));
        RunFolder first = RunFolder.create(folder.resolve("runs"));
        Files.writeString(first.checkpoint(), "of the first");
        ModelInteractor.Finished finished =
                models.finished(Optional.of(first.checkpoint())).orElseThrow();
        model.resultProperty().set(Optional.empty());
        assertThat(models.finished(Optional.empty())).isEmpty();
        model.resultProperty().set(Optional.of(SyntheticModel.of(DATA, new WideResNet(16, 1, 10, 32))));
        models.save(folder.resolve("first.sdp"), finished);
        assertThat(written).hasSize(1);
        assertThat(written.get(0)).isSameAs(TRAINED);
        assertThat(first.checkpoint()).doesNotExist();
        assertThat(model.savedProperty().get())
                .as("the one on screen is not saved")
                .isEmpty();
    }

    /** The pool of short work is interrupted when the window closes; jobs are waited for. */
    @Test
    void writesAModelAsAJobThatTheProgramWaitsForBeforeItEnds() throws Exception {
        LateTasks pool = new LateTasks();
        RunFiles files = new RunFiles(
                folder.resolve("runs"), checkpoint -> false, (file, saved) -> Files.writeString(file, "kept"));
        ModelLibrary library = new ModelLibrary(library(), new ModelLooks());
        ModelInteractor models = new ModelInteractor(
                model,
                workspace,
                pool,
                Direct.background(),
                (file, saved) -> Files.writeString(file, "saved"),
                files,
                library);
        Path file = folder.resolve("mine.sdp");
        models.save(file, Optional.empty());
        assertThat(file).hasContent("saved");
        model.savedProperty().set(Optional.empty());
        RunFolder run = RunFolder.create(folder.resolve("runs"));
        List<Optional<Path>> kept = new ArrayList<>();
        new UnsavedModel(model, Direct.background(), files).keep(Optional.of(run.checkpoint()), kept::add, why -> {});
        assertThat(kept).containsExactly(Optional.of(RunFiles.model(run.checkpoint())));
        assertThat(pool.waiting()).isZero();
    }

    @FaultTest
    void aModelIsSavedThoughItsRunCannotBeRemoved() throws Exception {
        LimitedDisk disk = LimitedDisk.of(folder);
        RunFiles files = new RunFiles(disk.on(folder.resolve("runs")));
        Path checkpoint = files.begin(
                Recipe.standard(new WideResNet(10, 1, 10, 32), Method.SDPOINT, 2, 1), Optional.empty(), DATA, Set.of());
        disk.failDeleting(true);
        Path file = library().resolve("mine.sdp").toAbsolutePath();
        new ModelInteractor(
                        model,
                        workspace,
                        new DirectTaskRunner(),
                        Direct.background(),
                        ModelFiles::write,
                        files,
                        new ModelLibrary(library(), new ModelLooks()))
                .save(file, Optional.of(checkpoint));
        assertThat(file).exists();
        assertThat(model.savedProperty().get()).contains(file);
        assertThat(notice().sentence()).isEqualTo("\"mine\" is in the library now.");
    }

    @Test
    void keepsTheFolderOfTheRunIfThatIsWhereTheModelIsSaved() throws Exception {
        RunFolder run = RunFolder.create(folder.resolve("runs"));
        Files.writeString(run.checkpoint(), "state");
        Path file = run.path().resolve("mine.sdp");
        models(ModelFiles::write).save(file, Optional.of(run.checkpoint()));
        assertThat(notice().sentence()).isEqualTo("Written to " + file + ".");
        assertThat(file).exists();
    }

    @Test
    void suggestsAFileOfTheLibraryThatIsNotThereYet() throws Exception {
        List<Path> suggested = new ArrayList<>();
        ModelInteractor models = models(ModelFiles::write);
        models.suggest(suggested::add);
        models.save(suggested.get(0), Optional.empty());
        models.suggest(suggested::add);
        String name = TrainedName.of(TRAINED);
        assertThat(suggested)
                .containsExactly(
                        library().resolve(name + ".sdp").toAbsolutePath(),
                        library().resolve(name + " (2).sdp").toAbsolutePath());
        Files.writeString(folder.resolve("no-folder"), "a file");
        new ModelInteractor(
                        model,
                        workspace,
                        new DirectTaskRunner(),
                        Direct.background(),
                        ModelFiles::write,
                        new RunFiles(folder),
                        new ModelLibrary(folder.resolve("no-folder"), new ModelLooks()))
                .suggest(suggested::add);
        assertThat(suggested.get(2)).as("its name at least").isEqualTo(Path.of(name + ".sdp"));
    }

    @Test
    void aModelThatIsSavedInTheLibraryCanBeSeenThereAndOpened() {
        Path file = library().resolve("mine.sdp").toAbsolutePath();
        ModelInteractor models = models(ModelFiles::write);
        models.save(file, Optional.empty());
        assertThat(notice().sentence()).isEqualTo("\"mine\" is in the library now.");
        assertThat(notice().actions())
                .extracting(Notice.Action::label)
                .containsExactly("Show in Library", "Open in Budget");

        press("train-show-in-library");
        assertThat(workspace.wantedModelFileProperty().get()).contains(file);
        assertThat(workspace.currentPlaceProperty().get()).isEqualTo(PlaceId.LIBRARY);

        press("train-open-in-budget");
        assertThat(workspace.wantedModelProperty().get()).contains(new OpenModel("mine", TRAINED, Optional.of(file)));
        assertThat(workspace.currentPlaceProperty().get()).isEqualTo(PlaceId.BUDGET);
        assertThat(notice().sentence()).isEqualTo("Budget and Gallery show the new model now.");
    }

    @Test
    void aModelThatIsSavedElsewhereCanBeOpened() {
        Path file = folder.resolve("mine.sdp").toAbsolutePath();
        ModelInteractor models = models(ModelFiles::write);
        models.save(file, Optional.empty());
        assertThat(notice().sentence()).isEqualTo("Written to " + file + ".");
        assertThat(notice().actions()).extracting(Notice.Action::label).containsExactly("Open in Budget");
    }

    /** The next run's model is not the one that lies in the file of the last. */
    @Test
    void theNextModelIsNotTakenForTheOneThatWasSaved() {
        ModelInteractor models = models(ModelFiles::write);
        models.save(library().resolve("mine.sdp"), Optional.empty());
        models.use();
        assertThat(workspace.wantedModelProperty().get().orElseThrow().file()).isPresent();
        model.resultProperty().set(Optional.of(SyntheticModel.of(DATA, new WideResNet(10, 2, 10, 32))));
        models.use();
        assertThat(workspace.wantedModelProperty().get().orElseThrow().file()).isEmpty();
    }
}
