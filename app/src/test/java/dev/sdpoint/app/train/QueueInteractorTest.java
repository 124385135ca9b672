package dev.sdpoint.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.archive.TrainingSession;
import dev.sdpoint.app.concurrent.DirectTaskRunner;
import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.app.workspace.RunNews;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.training.Recipe;
import dev.sdpoint.engine.training.TrainingException;
import dev.sdpoint.faults.FaultTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class QueueInteractorTest {
    private static final DataSet DATA = SyntheticModel.data();
    private static final DataSet OTHER = DataSet.of(
            "other", "Other", DATA.classNames(), /* training= */ DATA.validation(), /* validation= */ DATA.training());

    @TempDir
    private Path folder;

    private final TrainModel model = new TrainModel();
    private final Workspace workspace = new Workspace();
    private final DirectTaskRunner tasks = new DirectTaskRunner();
    private final List<Long> trained = new ArrayList<>();
    private ModelSaver saver = (file, trainedModel) -> Files.writeString(file, "a model");
    private TrainInteractor runs;

    @BeforeEach
    void open() {
        workspace.dataProperty().set(Optional.of(DATA));
        new RecipeInteractor(model, workspace, tasks);
        model.form().text(RecipeField.EPOCHS).set("1");
        runs = runs(new FakeSession(Long.MAX_VALUE));
    }

    private QueueInteractor queue(TrainingSession session) {
        runs = runs(session);
        return new QueueInteractor(model, workspace, tasks, runs, files().queue());
    }

    private RunFiles files() {
        return new RunFiles(folder, checkpoint -> false, (file, finished) -> saver.save(file, finished));
    }

    private TrainInteractor runs(TrainingSession session) {
        return new TrainInteractor(
                model,
                workspace,
                tasks,
                Direct.background(),
                (recipe, data, control, listener, checkpoint) -> {
                    trained.add(recipe.seed());
                    return session.run(recipe, data, control, listener, checkpoint);
                },
                files(),
                System::nanoTime);
    }

    private void add(QueueInteractor queue, long... seeds) {
        for (long seed : seeds) {
            model.form().text(RecipeField.SEED).set(String.valueOf(seed));
            queue.add();
        }
    }

    private List<Long> waiting() {
        return model.queue().waiting().stream().map(run -> run.recipe().seed()).toList();
    }

    @Test
    void trainsOneAfterTheOther() {
        QueueInteractor queue = queue(new FakeSession(Long.MAX_VALUE));
        add(queue, 1, 2, 3);
        assertThat(trained).as("nothing begins by itself").isEmpty();
        queue.goOn();
        assertThat(trained).containsExactly(1L, 2L, 3L);
        assertThat(waiting()).isEmpty();
        assertThat(model.statusProperty().get().state()).isEqualTo(RunState.FINISHED);
        assertThat(workspace.runProperty().get().orElseThrow().phase()).isEqualTo(RunNews.Phase.FINISHED);
    }

    /** Only the last five folders of checkpoints stay; models of a long queue must not go with them. */
    @Test
    void keepsTheModelOfEveryRunThatIsFollowedByAnother() throws Exception {
        QueueInteractor queue = queue(new FakeSession(Long.MAX_VALUE));
        add(queue, 1, 2, 3, 4, 5, 6, 7, 8);
        queue.goOn();
        assertThat(trained).hasSize(8);
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(file -> file.endsWith("model.sdp"))).hasSize(7);
        }
        assertThat(model.resultProperty().get()).as("the last one is on screen").isPresent();
    }

    /** The window promises that a finished model stays until it is saved. */
    @Test
    void keepsAModelThatNobodySavedBeforeItBegins() {
        List<String> said = new ArrayList<>();
        QueueInteractor queue = queue((recipe, data, control, listener, checkpoint) -> {
            model.noticeProperty().get().map(Notice::sentence).ifPresent(said::add);
            return new FakeSession(Long.MAX_VALUE).run(recipe, data, control, listener, checkpoint);
        });
        runs.start();
        Path kept = RunFiles.model(runs.lastCheckpoint().orElseThrow());
        assertThat(kept).as("still in memory").doesNotExist();
        queue.goOn();
        assertThat(kept).as("nothing waits").doesNotExist();
        add(queue, 2);
        queue.goOn();
        assertThat(trained).containsExactly(7L, 2L);
        assertThat(kept).hasContent("a model");
        assertThat(said)
                .containsExactly("The model of the run before is kept as " + kept
                        + ". The queue went on with wrn-16-1 · SDPoint.");
    }

    @Test
    void keepsAModelThatNobodySavedBeforeAnotherRunIsStarted() {
        List<String> said = new ArrayList<>();
        queue((recipe, data, control, listener, checkpoint) -> {
            model.noticeProperty().get().map(Notice::sentence).ifPresent(said::add);
            return new FakeSession(Long.MAX_VALUE).run(recipe, data, control, listener, checkpoint);
        });
        runs.start();
        Path kept = RunFiles.model(runs.lastCheckpoint().orElseThrow());
        runs.start();
        assertThat(trained).hasSize(2);
        assertThat(kept).hasContent("a model");
        assertThat(said).containsExactly("The model of the run before is kept as " + kept + ".");
    }

    @Test
    void keepsAModelThatNobodySavedBeforeAnotherRunGoesOn() throws Exception {
        queue(new FakeSession(Long.MAX_VALUE));
        runs.start();
        Path kept = RunFiles.model(runs.lastCheckpoint().orElseThrow());
        Recipe other = model.runRecipeProperty().get().orElseThrow();
        Path left = Files.createDirectories(folder.resolve("other")).resolve("run.checkpoint");
        Files.writeString(left, "state");
        model.unfinishedProperty().set(Optional.of(UnfinishedRun.of(other, left)));
        runs.resume();
        assertThat(trained).hasSize(2);
        assertThat(kept).hasContent("a model");
    }

    @Test
    void keepsNoModelThatThePersonSaved() {
        queue(new FakeSession(Long.MAX_VALUE));
        runs.start();
        Path kept = RunFiles.model(runs.lastCheckpoint().orElseThrow());
        model.savedProperty().set(Optional.of(folder.resolve("mine.sdp")));
        runs.start();
        assertThat(trained).hasSize(2);
        assertThat(kept).doesNotExist();
        assertThat(model.savedProperty().get()).as("the next model").isEmpty();
    }

    @FaultTest
    void beginsWithoutAModelThatCannotBeKeptOnlyIfThePersonSaysSo() {
        saver = (file, trainedModel) -> {
            throw new java.io.IOException("the disk is full");
        };
        QueueInteractor queue = queue(new FakeSession(Long.MAX_VALUE));
        runs.start();
        runs.start();
        assertThat(trained).hasSize(1);
        assertThat(model.resultProperty().get()).isPresent();
        Notice notice = model.noticeProperty().get().orElseThrow();
        assertThat(notice.sentence()).contains("the disk is full");
        notice.actions().get(0).run().run();
        assertThat(trained).hasSize(2);
        add(queue, 3);
        queue.goOn();
        assertThat(trained).as("the queue asks too").hasSize(2);
        assertThat(model.queue().heldProperty().get()).isTrue();
        model.noticeProperty().get().orElseThrow().actions().get(0).run().run();
        assertThat(trained).hasSize(3);
        assertThat(model.queue().heldProperty().get()).isFalse();
    }

    @FaultTest
    void waitsIfAModelCannotBeKept() {
        saver = (file, trainedModel) -> {
            throw new java.io.IOException("the disk is full");
        };
        QueueInteractor queue = queue(new FakeSession(Long.MAX_VALUE));
        add(queue, 1, 2);
        queue.goOn();
        assertThat(trained).containsExactly(1L);
        assertThat(model.queue().heldProperty().get()).isTrue();
        assertThat(model.resultProperty().get()).isPresent();
        assertThat(model.noticeProperty().get().orElseThrow().sentence()).contains("the disk is full");
    }

    @Test
    void oneThatAPersonStoppedHoldsTheQueue() {
        QueueInteractor queue = queue(new FakeSession(5));
        add(queue, 1, 2);
        queue.goOn();
        assertThat(trained).containsExactly(1L);
        assertThat(waiting()).containsExactly(2L);
        assertThat(model.queue().heldProperty().get()).isTrue();
        assertThat(model.unfinishedProperty().get()).isPresent();
        queue.goOn();
        assertThat(trained).containsExactly(1L, 2L);
    }

    @Test
    void goesOnAfterAFailureAndSaysBoth() {
        QueueInteractor queue = queue((recipe, data, control, listener, checkpoint) -> {
            if (recipe.seed() == 1) {
                throw new TrainingException("The loss is NaN. Try a smaller rate.");
            }
            assertThat(model.noticeProperty().get())
                    .contains(Notice.problem(
                            "The loss is NaN. Try a smaller rate. The queue went on with wrn-16-1 ·" + " SDPoint."));
            return new FakeSession(Long.MAX_VALUE).run(recipe, data, control, listener, checkpoint);
        });
        add(queue, 1, 2);
        queue.goOn();
        assertThat(trained).containsExactly(1L, 2L);
        assertThat(model.statusProperty().get().state()).isEqualTo(RunState.FINISHED);
    }

    /** A fork whose parent's checkpoint is gone, or for which the disk has no room at the moment. */
    @FaultTest
    void oneThatCannotBeginStaysFirstAndHoldsTheQueue() throws Exception {
        QueueInteractor queue = queue(new FakeSession(Long.MAX_VALUE));
        addForks(queue, 1, 2, 3);
        queue.goOn();
        assertThat(trained).isEmpty();
        assertThat(waiting()).containsExactly(1L, 2L, 3L);
        assertThat(model.queue().heldProperty().get()).isTrue();
        assertThat(model.statusProperty().get().state()).isEqualTo(RunState.FAILED);
        assertThat(model.noticeProperty().get().orElseThrow().sentence())
                .startsWith("The queue waits: wrn-16-1 · SDPoint could not begin. ")
                .contains("no file");
        assertThat(new RunFiles(folder).queue().read())
                .as("for the next session")
                .hasSize(3);
        for (int i = 0; i < 3; i++) {
            queue.remove(0);
        }
        add(queue, 4, 5);
        queue.goOn();
        assertThat(trained).as("once it can").containsExactly(4L, 5L);
    }

    private void addForks(QueueInteractor queue, long... seeds) {
        Recipe recipe = model.form().recipeProperty().get().orElseThrow();
        ParentRun parent = new ParentRun("mother", folder.resolve("gone/run.checkpoint"), recipe, 5, 62);
        for (long seed : seeds) {
            RecipeEntries entries = RecipeEntries.of(recipe).with(RecipeField.SEED, String.valueOf(seed));
            model.form().load(entries, Optional.of(parent));
            queue.add();
        }
        model.form().load(RecipeEntries.of(recipe), Optional.empty());
    }

    @Test
    void isChangedInPlaceMovedAndThinnedOut() {
        QueueInteractor queue = queue(new FakeSession(Long.MAX_VALUE));
        add(queue, 1, 2, 3);
        queue.edit(1);
        assertThat(model.form().text(RecipeField.SEED).get()).isEqualTo("2");
        add(queue, 20);
        assertThat(waiting()).containsExactly(1L, 20L, 3L);
        add(queue, 4);
        assertThat(waiting()).containsExactly(1L, 20L, 3L, 4L);
        queue.move(3, -1);
        queue.move(0, -1);
        queue.move(3, 1);
        assertThat(waiting()).containsExactly(1L, 20L, 4L, 3L);
        queue.remove(0);
        assertThat(waiting()).containsExactly(20L, 4L, 3L);
    }

    @Test
    void whatWasTakenOutIsPutBackWhereItWas() throws Exception {
        QueueInteractor queue = queue(new FakeSession(Long.MAX_VALUE));
        add(queue, 1, 2, 2, 3);
        List<QueuedRun> before = List.copyOf(model.queue().waiting());
        queue.remove(1);
        queue.remove(1);
        assertThat(waiting()).containsExactly(1L, 3L);
        Notice notice = model.noticeProperty().get().orElseThrow();
        assertThat(notice.sentence()).startsWith("wrn-16-1 · SDPoint was taken out of the queue.");
        notice.actions().get(0).run().run();
        assertThat(waiting()).containsExactly(1L, 2L, 3L);
        assertThat(model.noticeProperty().get()).as("said and done").isEmpty();
        notice.actions().get(0).run().run();
        assertThat(waiting()).as("only once").containsExactly(1L, 2L, 3L);
        queue.undo();
        assertThat(model.queue().waiting()).isEqualTo(before);
        assertThat(new RunFiles(folder).queue().read()).isEqualTo(before);
        queue.undo();
        assertThat(model.queue().waiting()).isEqualTo(before);
        queue.remove(3);
        model.queue().waiting().remove(0, 3);
        queue.undo();
        assertThat(waiting()).as("at the end of a shorter queue").containsExactly(3L);
    }

    /** Old checkpoints are cleaned when a run begins; those that a fork needs stay. */
    @Test
    void theCheckpointOfAForkThatWasTakenOutStaysUntilItCannotBePutBack() throws Exception {
        QueueInteractor queue = queue(new FakeSession(Long.MAX_VALUE));
        Path checkpoint = Files.createDirectories(folder.resolve("0-old")).resolve("run.checkpoint");
        Files.writeString(checkpoint, "weights");
        add(queue, 1);
        Recipe recipe = model.queue().waiting().get(0).recipe();
        model.form()
                .load(RecipePreset.QUICK_LOOK.entries(), Optional.of(new ParentRun("old", checkpoint, recipe, 5, 62)));
        queue.add();
        QueuedRun fork = model.queue().waiting().get(1);
        queue.remove(1);
        model.form().load(RecipePreset.QUICK_LOOK.entries(), Optional.empty());
        add(queue, 2, 3, 4, 5, 6, 7, 8);
        queue.goOn();
        assertThat(trained).hasSize(8);
        assertThat(checkpoint).exists();
        queue.undo();
        assertThat(model.queue().waiting()).containsExactly(fork);
    }

    @Test
    void oneInTheFormIsPutBackToWhereItWaitsNow() {
        QueueInteractor[] queue = new QueueInteractor[1];
        queue[0] = queue((recipe, data, control, listener, checkpoint) -> {
            if (recipe.seed() == 1) {
                queue[0].edit(1);
            } else if (recipe.seed() == 2) {
                queue[0].move(0, 1);
                add(queue[0], 30);
            }
            return new FakeSession(Long.MAX_VALUE).run(recipe, data, control, listener, checkpoint);
        });
        add(queue[0], 1, 2, 3, 4);
        queue[0].goOn();
        assertThat(trained).containsExactly(1L, 2L, 4L, 30L);
    }

    @Test
    void oneThatBeginsWhileItIsInTheFormIsChangedNoMore() {
        QueueInteractor queue = queue(new FakeSession(5));
        add(queue, 1, 1, 1);
        queue.edit(0);
        assertThat(model.queue().editedPosition()).hasValue(0);
        queue.goOn();
        assertThat(model.queue().editedPosition()).as("its equals are others").isEmpty();
        assertThat(model.queue().editedProperty().get()).isEmpty();
        add(queue, 2);
        assertThat(waiting()).containsExactly(1L, 1L, 2L);
    }

    @Test
    void survivesARestartWithItsForks() throws Exception {
        QueueInteractor queue = queue(new FakeSession(Long.MAX_VALUE));
        add(queue, 1, 2);
        ParentRun parent = new ParentRun(
                "a run = of: mine",
                folder.resolve("x/run.checkpoint"),
                model.queue().waiting().get(0).recipe(),
                5,
                62);
        model.form().load(RecipePreset.QUICK_LOOK.entries(), Optional.of(parent));
        queue.add();
        List<QueuedRun> before = List.copyOf(model.queue().waiting());
        model.queue().waiting().clear();
        queue(new FakeSession(Long.MAX_VALUE)).readEarlier();
        assertThat(model.queue().waiting()).isEqualTo(before);
        assertThat(trained).as("nothing begins by itself").isEmpty();
        assertThat(new RunFiles(folder).queue().read()).isEqualTo(before);
    }

    @Test
    void keepsAFileThatItCannotReadAside() throws Exception {
        Files.writeString(folder.resolve("queue.properties"), "version=1\n0.recipe=network: no-such-net\n");
        queue(new FakeSession(Long.MAX_VALUE)).readEarlier();
        assertThat(model.queue().waiting()).isEmpty();
        assertThat(model.noticeProperty().get().orElseThrow().sentence()).contains("queue.properties.unread");
        assertThat(folder.resolve("queue.properties.unread")).content().contains("no-such-net");
    }

    @Test
    void aLaterStateIsNeverOverwrittenByAnEarlierOne() throws Exception {
        QueueFile file = new RunFiles(folder).queue();
        QueueInteractor queue = queue(new FakeSession(Long.MAX_VALUE));
        add(queue, 1);
        List<QueuedRun> one = List.copyOf(model.queue().waiting());
        long first = file.next();
        long second = file.next();
        file.write(second, List.of());
        file.write(first, one);
        assertThat(file.read()).isEmpty();
    }

    @Test
    void waitsForTheImagesThatARunIsFor() {
        QueueInteractor queue = queue(new FakeSession(Long.MAX_VALUE));
        add(queue, 1);
        workspace.dataProperty().set(Optional.of(OTHER));
        queue.goOn();
        assertThat(trained).isEmpty();
        assertThat(model.queue().heldProperty().get()).isTrue();
        assertThat(model.noticeProperty().get().orElseThrow().sentence()).contains("is for " + DATA.title());
    }

    @Test
    void oneForOtherImagesIsNotMadeOneForTheOpenOnes() {
        QueueInteractor queue = queue(new FakeSession(Long.MAX_VALUE));
        add(queue, 1, 2);
        queue.edit(0);
        workspace.dataProperty().set(Optional.of(OTHER));
        add(queue, 10);
        assertThat(waiting()).as("opened meanwhile").containsExactly(1L, 2L);
        assertThat(model.noticeProperty().get().orElseThrow().sentence())
                .startsWith("wrn-16-1 · SDPoint is for " + DATA.title() + " and can be changed only");
        queue.edit(1);
        assertThat(model.form().text(RecipeField.SEED).get()).isEqualTo("10");
        assertThat(model.queue().editedPosition()).hasValue(0);
        workspace.dataProperty().set(Optional.of(DATA));
        add(queue, 10);
        assertThat(waiting()).containsExactly(10L, 2L);
        assertThat(model.queue().waiting())
                .allMatch(run -> run.dataFingerprint().equals(DATA.fingerprint()));
    }

    @Test
    void takesNothingInThatIsWrong() {
        QueueInteractor queue = queue(new FakeSession(Long.MAX_VALUE));
        model.form().text(RecipeField.EPOCHS).set("0");
        queue.add();
        assertThat(waiting()).isEmpty();
    }
}
