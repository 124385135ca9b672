package dev.sdpoint.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.archive.TrainingSession;
import dev.sdpoint.app.concurrent.DirectTaskRunner;
import dev.sdpoint.app.fixtures.SmallData;
import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.event.TrainingEvent;
import dev.sdpoint.engine.network.WideResNet;
import dev.sdpoint.engine.training.Method;
import dev.sdpoint.engine.training.Recipe;
import dev.sdpoint.engine.training.RunControl;
import dev.sdpoint.engine.training.RunFolder;
import dev.sdpoint.engine.training.TrainingException;
import dev.sdpoint.engine.training.TrainingResult;
import dev.sdpoint.faults.FaultTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrainInteractorTest {
    private static final DataSet DATA = SyntheticModel.data();

    @TempDir
    private Path folder;

    private final TrainModel model = new TrainModel();
    private final Workspace workspace = new Workspace();
    private final DirectTaskRunner tasks = new DirectTaskRunner();

    @Test
    void cannotStartWithoutDataOrWithAWrongRecipe() {
        TrainInteractor runs = interactor(new FakeSession(Long.MAX_VALUE));
        runs.start();
        assertThat(model.statusProperty().get().state()).isEqualTo(RunState.READY);
        workspace.dataProperty().set(Optional.of(DATA));
        model.form().text(RecipeField.EPOCHS).set("0");
        runs.start();
        assertThat(model.statusProperty().get().state()).isEqualTo(RunState.READY);
        assertThat(model.form().errorsProperty().get().get(RecipeField.EPOCHS)).contains("1 … 10,000");
    }

    @Test
    void showsARunToItsEnd() {
        workspace.dataProperty().set(Optional.of(DATA));
        TrainInteractor runs = interactor(new FakeSession(Long.MAX_VALUE));
        model.form().text(RecipeField.EPOCHS).set("3");
        runs.start();
        assertThat(model.statusProperty().get().state()).isEqualTo(RunState.FINISHED);
        assertThat(model.statusProperty().get().progress()).isEqualTo(1);
        assertThat(model.resultProperty().get()).isPresent();
        assertThat(model.costErrorProperty().get().latest().orElseThrow().label())
                .isEqualTo("epoch 3");
        assertThat(model.costErrorProperty().get().trail()).hasSize(2);
        assertThat(model.history()).hasSize(3);
        assertThat(model.referenceShownProperty().get())
                .as("no open model of the same architecture")
                .isFalse();
        assertThat(model.curvesProperty().get().draws()).isEqualTo(3 * (4000 / 64));
        assertThat(model.noticeProperty().get().orElseThrow().sentence()).startsWith("Best instance: ");
        assertThat(model.estimateProperty().get().orElseThrow().measured()).isTrue();
    }

    @Test
    void offersToContinueAStoppedRunNowAndInTheNextSession() {
        workspace.dataProperty().set(Optional.of(DATA));
        model.form().text(RecipeField.EPOCHS).set("2");
        TrainInteractor runs = interactor(new FakeSession(10));
        runs.start();
        assertThat(model.statusProperty().get().state()).isEqualTo(RunState.STOPPED);
        UnfinishedRun run = model.unfinishedProperty().get().orElseThrow();
        assertThat(run.checkpoint()).exists();
        assertThat(run.entries().text(RecipeField.EPOCHS)).isEqualTo("2");

        model.unfinishedProperty().set(Optional.empty());
        model.form().load(RecipePreset.WIDE_RES_NET.entries());
        TrainInteractor later = interactor(new FakeSession(Long.MAX_VALUE));
        later.lookForUnfinished();
        assertThat(model.unfinishedProperty().get()).contains(run);
        later.continueRun();
        assertThat(model.form().text(RecipeField.EPOCHS).get())
                .as("the form is for the next run")
                .isEqualTo("200");
        assertThat(model.statusProperty().get().state()).isEqualTo(RunState.FINISHED);
        assertThat(model.unfinishedProperty().get()).isEmpty();
    }

    /** Any run is deleted, restored or imported while a finished model stands on screen. */
    @Test
    void offersTheStoppedRunAndNotTheFinishedOneAfterIt() throws Exception {
        workspace.dataProperty().set(Optional.of(DATA));
        List<Path> trained = new ArrayList<>();
        TrainInteractor runs = interactor((recipe, data, control, listener, checkpoint) -> {
            trained.add(checkpoint.orElseThrow());
            TrainingResult result = new FakeSession(trained.size() == 1 ? 10 : Long.MAX_VALUE)
                    .run(recipe, data, control, listener, checkpoint);
            Files.writeString(checkpoint.get(), "state");
            return result;
        });
        runs.start();
        runs.start();
        Optional<Notice> outcome = model.noticeProperty().get();
        runs.lookForUnfinished();
        assertThat(model.noticeProperty().get()).isEqualTo(outcome);
        assertThat(model.statusProperty().get().state()).isEqualTo(RunState.FINISHED);
        assertThat(model.unfinishedProperty().get().map(UnfinishedRun::checkpoint))
                .contains(trained.get(0));
        runs.continueRun();
        assertThat(trained.get(2)).isEqualTo(trained.get(0));
    }

    @Test
    void doesNotBeginAnewWhereTheCheckpointIsGone() throws Exception {
        workspace.dataProperty().set(Optional.of(DATA));
        List<Path> trained = new ArrayList<>();
        TrainInteractor runs = interactor((recipe, data, control, listener, checkpoint) -> {
            trained.add(checkpoint.orElseThrow());
            return new FakeSession(10).run(recipe, data, control, listener, checkpoint);
        });
        runs.start();
        runs.start();
        Files.delete(trained.get(1));
        runs.continueRun();
        assertThat(trained).hasSize(2);
        assertThat(runs.active()).isFalse();
        assertThat(model.noticeProperty().get())
                .contains(Notice.problem(
                        "The run of wrn-16-1 · SDPoint cannot be continued: its checkpoint is no longer there. Nothing"
                                + " was begun. A run of wrn-16-1 · SDPoint was left before its end. Continue it from its last checkpoint,"
                                + " or start a new one."));
        Files.delete(trained.get(0));
        runs.continueRun();
        assertThat(trained).hasSize(2);
        assertThat(model.noticeProperty().get().orElseThrow().sentence())
                .endsWith("Nothing was begun. Start a new run.");
        assertThat(model.unfinishedProperty().get()).isEmpty();
    }

    @Test
    void saysOfAFinishedRunThatOnlyItsModelIsMissing() throws Exception {
        RunFolder run = RunFolder.create(folder.resolve("runs"));
        Files.writeString(
                run.recipeFile(),
                Recipe.paper(new WideResNet(10, 1, 10, 32), Method.SDPOINT, 99).text());
        Files.writeString(run.checkpoint(), "state");
        RunFiles files = new RunFiles(folder.resolve("runs"), checkpoint -> false, checkpoint -> true, (file, m) -> {});
        interactor(new FakeSession(10), files).lookForUnfinished();
        assertThat(model.noticeProperty().get())
                .contains(Notice.hint("A run of wrn-10-1 · SDPoint came to its end, but its model was not saved."
                        + " Continue it to get the model, or start a new one."));
        assertThat(model.unfinishedProperty().get()).isPresent();
    }

    @Test
    void continuesARunFromElsewhereWithItsOwnRecipeAndFreshCurves() throws Exception {
        workspace.dataProperty().set(Optional.of(DATA));
        List<Recipe> trained = new ArrayList<>();
        TrainInteractor runs = interactor((recipe, data, control, listener, checkpoint) -> {
            trained.add(recipe);
            return new FakeSession(10).run(recipe, data, control, listener, checkpoint);
        });
        runs.start();
        assertThat(model.curvesProperty().get().draws()).isEqualTo(10);
        Recipe foreign = Recipe.paper(new WideResNet(10, 1, 10, 32), Method.SDPOINT, 99);
        RunFolder folderOfRun = RunFolder.create(folder.resolve("runs"));
        Files.writeString(folderOfRun.recipeFile(), foreign.text());
        Files.writeString(folderOfRun.checkpoint(), "state");
        runs.lookForUnfinished();
        runs.continueRun();
        assertThat(trained.get(1)).isEqualTo(foreign);
        assertThat(model.curvesProperty().get().draws()).as("of this run alone").isEqualTo(10);
    }

    @Test
    void aLookThatFindsTheOfferedRunTouchesNeitherItsRateNorWhatIsSaid() {
        workspace.dataProperty().set(Optional.of(DATA));
        List<RunControl> controls = new ArrayList<>();
        TrainInteractor runs = interactor((recipe, data, control, listener, checkpoint) -> {
            controls.add(control);
            listener.accept(new TrainingEvent.PeakRateChanged(0, 0.025));
            return new FakeSession(10).run(recipe, data, control, listener, checkpoint);
        });
        runs.start();
        Optional<Notice> notice = Optional.of(Notice.hint("The queue waits."));
        model.noticeProperty().set(notice);
        runs.lookForUnfinished(); // another run was deleted
        assertThat(model.rate().textProperty().get()).isEqualTo("0.025");
        model.rate().textProperty().set("0.1");
        runs.lookForUnfinished();
        assertThat(model.rate().textProperty().get()).as("typed").isEqualTo("0.1");
        assertThat(model.noticeProperty().get()).isEqualTo(notice);
        runs.continueRun();
        assertThat(controls.get(1).editedLearningRate()).hasValue(0.1);
    }

    @Test
    void aRunOfAnEarlierSessionIsShownWithTheRateThatItHas() throws Exception {
        workspace.dataProperty().set(Optional.of(DATA));
        TrainInteractor runs = interactor(new FakeSession(10));
        RunFolder run = RunFolder.create(folder.resolve("runs"));
        Recipe recipe = Recipe.paper(new WideResNet(10, 1, 10, 32), Method.SDPOINT, 99);
        Files.writeString(run.recipeFile(), recipe.text());
        FakeCheckpoint.write(run.checkpoint(), DATA.fingerprint(), 0.025);
        runs.lookForUnfinished();
        assertThat(model.rate().textProperty().get()).isEqualTo("0.025");
        assertThat(model.rate().typed()).isEmpty();
        assertThat(model.noticeProperty().get()).isPresent();
        assertThat(run.remove()).isTrue();
        runs.lookForUnfinished();
        assertThat(model.unfinishedProperty().get()).isEmpty();
        assertThat(model.noticeProperty().get()).as("it is there no longer").isEmpty();
    }

    /** Full CIFAR-10, say, where the bundled photographs are open: as many classes, as large. */
    @Test
    void doesNotBeginARunOfOtherImagesWithTheOpenOnes() throws Exception {
        workspace.dataProperty().set(Optional.of(DATA));
        List<DataSet> trained = new ArrayList<>();
        TrainInteractor runs = interactor((recipe, data, control, listener, checkpoint) -> {
            trained.add(data);
            return new FakeSession(10).run(recipe, data, control, listener, checkpoint);
        });
        RunFolder run = RunFolder.create(folder.resolve("runs"));
        Recipe recipe = Recipe.paper(new WideResNet(10, 1, 10, 32), Method.SDPOINT, 99);
        Files.writeString(run.recipeFile(), recipe.text());
        FakeCheckpoint.write(run.checkpoint(), "0".repeat(64));
        runs.lookForUnfinished();
        UnfinishedRun offered = model.unfinishedProperty().get().orElseThrow();
        runs.continueRun();
        assertThat(trained).isEmpty();
        assertThat(model.noticeProperty().get())
                .contains(Notice.problem(
                        "The unfinished run of wrn-10-1 · SDPoint does not fit the open data set. Open the"
                                + " one it was begun with."));
        assertThat(model.unfinishedProperty().get()).contains(offered);
        FakeCheckpoint.write(run.checkpoint(), DATA.fingerprint());
        runs.lookForUnfinished();
        runs.continueRun();
        assertThat(trained).containsExactly(DATA);
    }

    /** The person opens other images after a stop. */
    @Test
    void knowsTheImagesOfTheRunThatWasStoppedAMomentAgo() {
        workspace.dataProperty().set(Optional.of(DATA));
        List<Path> trained = new ArrayList<>();
        TrainInteractor runs = interactor((recipe, data, control, listener, checkpoint) -> {
            trained.add(checkpoint.orElseThrow());
            if (trained.size() == 1) {
                TrainingResult result = new FakeSession(10).run(recipe, data, control, listener, checkpoint);
                FakeCheckpoint.write(checkpoint.orElseThrow(), data.fingerprint());
                return result;
            }
            listener.accept(new TrainingEvent.Started(10, 100, 50, 2));
            return new TrainingResult.Interrupted(10);
        });
        runs.start();
        workspace.dataProperty().set(Optional.of(SmallData.of(DATA, 8, 2)));
        runs.continueRun();
        assertThat(trained).hasSize(1);
        workspace.dataProperty().set(Optional.of(DATA));
        runs.continueRun();
        assertThat(trained).hasSize(2);
        assertThat(model.curvesProperty().get().draws()).as("its curves stay").isEqualTo(10);
    }

    @Test
    void continuesWithThePeakRateThatWasTypedSince() {
        workspace.dataProperty().set(Optional.of(DATA));
        model.form().text(RecipeField.EPOCHS).set("2");
        List<RunControl> seen = new ArrayList<>();
        TrainInteractor runs = interactor((recipe, data, control, listener, checkpoint) -> {
            assertThat(recipe.optimization().learningRate()).isEqualTo(0.1);
            seen.add(control);
            return new FakeSession(10).run(recipe, data, control, listener, checkpoint);
        });
        runs.start();
        assertThat(seen.get(0).editedLearningRate()).isEmpty();
        assertThat(model.rate().textProperty().get()).isEqualTo("0.1");
        model.rate().textProperty().set("0.01");
        runs.continueRun();
        assertThat(seen.get(1).editedLearningRate()).contains(0.01);
        assertThat(model.rate().textProperty().get()).isEqualTo("0.01");
    }

    @Test
    void continuesARunOfAnEarlierSessionWithTheRateThatWasTyped() {
        workspace.dataProperty().set(Optional.of(DATA));
        model.form().text(RecipeField.EPOCHS).set("2");
        interactor(new FakeSession(10)).start();
        model.unfinishedProperty().set(Optional.empty());
        List<RunControl> seen = new ArrayList<>();
        TrainInteractor later = interactor((recipe, data, control, listener, checkpoint) -> {
            seen.add(control);
            return new FakeSession(Long.MAX_VALUE).run(recipe, data, control, listener, checkpoint);
        });
        later.lookForUnfinished();
        model.rate().textProperty().set("0.01");
        later.continueRun();
        assertThat(seen.get(0).editedLearningRate()).contains(0.01);
    }

    @Test
    void goesOnWithTheRateThatTheCheckpointKeeps() {
        workspace.dataProperty().set(Optional.of(DATA));
        List<RunControl> seen = new ArrayList<>();
        TrainInteractor[] runs = new TrainInteractor[1];
        runs[0] = interactor((recipe, data, control, listener, checkpoint) -> {
            seen.add(control);
            TrainingResult result = new FakeSession(10).run(recipe, data, control, listener, checkpoint);
            if (seen.size() > 1) { // what the engine tells of a run whose rate was set by hand in an earlier session
                listener.accept(new TrainingEvent.PeakRateChanged(0, 0.025));
            }
            return result;
        });
        runs[0].start();
        runs[0].continueRun();
        assertThat(seen.get(1).editedLearningRate()).isEmpty();
        assertThat(model.rate().textProperty().get()).isEqualTo("0.025");
        runs[0].continueRun();
        assertThat(seen.get(2).editedLearningRate()).isEmpty();
        model.rate().textProperty().set("0.1"); // the recipe's again
        runs[0].continueRun();
        assertThat(seen.get(3).editedLearningRate()).contains(0.1);
    }

    @Test
    void showsTheWarningOfARun() {
        workspace.dataProperty().set(Optional.of(DATA));
        TrainInteractor runs = interactor((recipe, data, control, listener, checkpoint) -> {
            listener.accept(new TrainingEvent.Started(0, 10, 5, 2));
            listener.accept(new TrainingEvent.Warned(0, "Other threads."));
            listener.accept(new TrainingEvent.Stopped(0));
            return new TrainingResult.Interrupted(0);
        });
        runs.start();
        assertThat(model.noticeProperty().get()).contains(Notice.hint("Other threads."));
    }

    @FaultTest
    void saysThatACheckpointCannotBeWrittenAndThatItCanAgain() {
        workspace.dataProperty().set(Optional.of(DATA));
        TrainInteractor[] runs = new TrainInteractor[1];
        runs[0] = interactor((recipe, data, control, listener, checkpoint) -> {
            listener.accept(new TrainingEvent.Started(0, 10, 5, 2));
            listener.accept(new TrainingEvent.CheckpointFailed(5, "The disk is full. The run goes on."));
            runs[0].drain();
            assertThat(model.noticeProperty().get()).contains(Notice.problem("The disk is full. The run goes on."));
            assertThat(model.statusProperty().get().state()).isEqualTo(RunState.RUNNING);
            listener.accept(new TrainingEvent.Warned(10, "Checkpoints are written again."));
            runs[0].drain();
            assertThat(model.noticeProperty().get()).contains(Notice.hint("Checkpoints are written again."));
            listener.accept(new TrainingEvent.Stopped(10));
            return new TrainingResult.Interrupted(10);
        });
        runs[0].start();
        assertThat(model.statusProperty().get().state()).isEqualTo(RunState.STOPPED);
    }

    /** The person makes room, and stops again or goes on: nothing is lost either way. */
    @Test
    void aStopThatWaitsForRoomIsAPauseWithAProblem() {
        workspace.dataProperty().set(Optional.of(DATA));
        TrainInteractor[] runs = new TrainInteractor[1];
        runs[0] = interactor((recipe, data, control, listener, checkpoint) -> {
            listener.accept(new TrainingEvent.Started(0, 10, 5, 2));
            runs[0].drain();
            runs[0].steering().stop();
            assertThat(model.statusProperty().get().state()).isEqualTo(RunState.STOPPING);
            listener.accept(new TrainingEvent.StopHeld(3, "The disk is full. Make room and stop again, or resume."));
            listener.accept(new TrainingEvent.Paused(3));
            runs[0].drain();
            assertThat(model.statusProperty().get().state()).isEqualTo(RunState.PAUSED);
            assertThat(model.noticeProperty().get())
                    .contains(Notice.problem("The disk is full. Make room and stop again, or resume."));
            listener.accept(new TrainingEvent.Resumed(3));
            runs[0].drain();
            assertThat(model.statusProperty().get().state()).isEqualTo(RunState.RUNNING);
            runs[0].steering().stop();
            assertThat(model.statusProperty().get().state()).isEqualTo(RunState.STOPPING);
            listener.accept(new TrainingEvent.Stopped(4));
            return new TrainingResult.Interrupted(4);
        });
        runs[0].start();
        assertThat(model.statusProperty().get().state()).isEqualTo(RunState.STOPPED);
    }

    @Test
    void saysTheEnginesSentenceWhenARunFails() {
        workspace.dataProperty().set(Optional.of(DATA));
        String sentence = "The loss is NaN. Try a learning rate ten times smaller.";
        TrainInteractor runs = interactor((recipe, data, control, listener, checkpoint) -> {
            listener.accept(new TrainingEvent.Started(0, 10, 5, 2));
            listener.accept(new TrainingEvent.Failed(0, sentence));
            throw new TrainingException(sentence);
        });
        runs.start();
        assertThat(model.statusProperty().get().state()).isEqualTo(RunState.FAILED);
        assertThat(model.noticeProperty().get()).contains(Notice.problem(sentence));
        assertThat(runs.active()).isFalse();
        assertThat(model.unfinishedProperty().get()).isEmpty();
    }

    @FaultTest
    void trainsWithoutCheckpointWhereNoneCanBeWritten() throws Exception {
        workspace.dataProperty().set(Optional.of(DATA));
        Path file = Files.writeString(folder.resolve("runs"), "a file where the folder should be");
        TrainInteractor runs = interactor(new FakeSession(Long.MAX_VALUE), new RunFiles(file));
        runs.start();
        assertThat(model.statusProperty().get().state()).isEqualTo(RunState.FINISHED);
        assertThat(model.noticeProperty().get().orElseThrow().problem()).isTrue();
    }

    @Test
    void passesTheHandOfAPersonOn() {
        workspace.dataProperty().set(Optional.of(DATA));
        TrainInteractor[] runs = new TrainInteractor[1];
        List<RunControl> seen = new ArrayList<>();
        runs[0] = interactor((recipe, data, control, listener, checkpoint) -> {
            seen.add(control);
            listener.accept(new TrainingEvent.Started(0, 10, 5, 2));
            runs[0].drain();
            runs[0].steering().pauseOrResume();
            assertThat(control.pauseRequested()).isTrue();
            assertThat(model.statusProperty().get().pausing()).isTrue();
            listener.accept(new TrainingEvent.Paused(1));
            runs[0].drain();
            assertThat(model.statusProperty().get().state()).isEqualTo(RunState.PAUSED);
            runs[0].steering().evaluateNow();
            assertThat(model.statusProperty().get().evaluating()).isTrue();
            model.rate().textProperty().set("99");
            assertThat(model.rate().errorProperty().get().orElseThrow()).contains("(0, 10]");
            runs[0].steering().applyPeakRate();
            assertThat(control.editedLearningRate()).isEmpty();
            model.rate().textProperty().set("0.02");
            runs[0].steering().applyPeakRate();
            assertThat(control.editedLearningRate()).contains(0.02);
            runs[0].steering().pauseOrResume();
            assertThat(control.pauseRequested()).isFalse();
            runs[0].steering().stop();
            assertThat(model.statusProperty().get().state()).isEqualTo(RunState.STOPPING);
            return new FakeSession(1).run(recipe, data, control, listener, checkpoint);
        });
        runs[0].start();
        assertThat(seen.get(0).stopRequested()).isTrue();
        assertThat(model.noticeProperty().get().map(Notice::problem)).isNotEqualTo(Optional.of(true));
        assertThat(model.statusProperty().get().state()).isEqualTo(RunState.STOPPED);
    }

    private TrainInteractor interactor(TrainingSession session) {
        return interactor(session, new RunFiles(folder.resolve("runs")));
    }

    private TrainInteractor interactor(TrainingSession session, RunFiles files) {
        new RecipeInteractor(model, workspace, tasks);
        TrainInteractor runs =
                new TrainInteractor(model, workspace, tasks, Direct.background(), session, files, System::nanoTime);
        PaceInteractor paces = new PaceInteractor(
                model, workspace, tasks, Direct.background(), session, new PaceFile(folder.resolve("pace.txt")));
        runs.onEnd(paces::ended);
        return runs;
    }
}
