package dev.sdpoint.app.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.network.NetworkNames;
import dev.sdpoint.engine.training.Method;
import dev.sdpoint.engine.training.Recipe;
import dev.sdpoint.engine.training.RunFolder;
import dev.sdpoint.engine.training.TrainingException;
import dev.sdpoint.faults.FaultTest;
import dev.sdpoint.faults.LimitedDisk;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunFilesTest {
    private static final DataSet DATA = SyntheticModel.data();

    @TempDir
    private Path folder;

    private static Recipe recipe(long seed) {
        return Recipe.standard(NetworkNames.parse("wrn-10-1", 10, 32), Method.SDPOINT, 3, seed);
    }

    private static Path begin(RunFiles files, Recipe recipe) throws Exception {
        return files.begin(recipe, Optional.empty(), DATA, Set.of());
    }

    @Test
    void findsTheRunOfAnEarlierVersion() throws Exception {
        RunFolder run = RunFolder.create(folder);
        Files.writeString(run.checkpoint(), "state");
        Files.writeString(
                run.path().resolve("recipe.properties"),
                "network=wrn-10-1\nmethod=plain\nschedule=STEPS\naugment=true\nepochs=9\n");
        UnfinishedRun found =
                new RunFiles(folder).newestUnfinished(Optional.empty()).orElseThrow();
        assertThat(found.recorded()).isEmpty();
        assertThat(found.title()).isEqualTo("wrn-10-1 · Plain");
        assertThat(found.entries().text(RecipeField.EPOCHS)).isEqualTo("9");
    }

    @Test
    void keepsTheCheckpointsThatOthersBeginFrom() throws Exception {
        RunFiles files = new RunFiles(folder);
        Path parent = Files.writeString(begin(files, recipe(1)), "state of the parent");
        for (int i = 0; i < 8; i++) {
            Thread.sleep(5);
            files.begin(recipe(2 + i), Optional.empty(), DATA, Set.of(parent));
        }
        assertThat(parent).hasContent("state of the parent");
    }

    /** A folder can be spelled in several ways; a recorded run's checkpoint comes spelled in one of its own. */
    @Test
    void keepsThemHoweverTheirFolderIsSpelled() throws Exception {
        RunFiles files = new RunFiles(folder.resolve("..").resolve(folder.getFileName()));
        Path parent = Files.writeString(begin(files, recipe(1)), "state of the parent");
        Path queued = Files.writeString(begin(files, recipe(2)), "state of the other");
        for (int i = 0; i < 4; i++) {
            RunFolder.create(folder);
        }
        ParentRun run = new ParentRun("parent", parent.toRealPath(), recipe(1), 1, 3);
        assertThatThrownBy(() -> files.begin(recipe(3), Optional.of(run), DATA, Set.of(queued.toRealPath())))
                .isInstanceOf(TrainingException.class);
        assertThat(parent).hasContent("state of the parent");
        assertThat(queued).hasContent("state of the other");
    }

    private Path queuedElsewhere(RunFiles files) throws Exception {
        Path parent = Files.writeString(begin(files, recipe(1)), "state of the parent");
        QueueFile other = files.queue();
        ParentRun run = new ParentRun("parent", parent, recipe(1), 1, 3);
        other.write(other.next(), List.of(QueuedRun.of(recipe(2), DATA, Optional.of(run))));
        Files.move(folder.resolve("queue.properties"), folder.resolve("queue-2.properties"));
        return parent;
    }

    @Test
    void keepsTheCheckpointsThatRunsInTheQueueOfAnotherWindowBeginFrom() throws Exception {
        RunFiles files = new RunFiles(folder);
        Path parent = queuedElsewhere(files);
        for (int i = 0; i < 8; i++) {
            begin(files, recipe(3 + i));
        }
        files.discard(parent);
        assertThat(parent).hasContent("state of the parent");
        Files.delete(folder.resolve("queue-2.properties"));
        begin(files, recipe(11));
        assertThat(parent).doesNotExist();
    }

    @Test
    void removesNothingWhileAQueueCannotBeRead() throws Exception {
        RunFiles files = new RunFiles(folder);
        Path parent = queuedElsewhere(files);
        Files.writeString(folder.resolve("queue-3.properties"), "\\u12");
        Files.delete(folder.resolve("queue-2.properties"));
        for (int i = 0; i < 8; i++) {
            begin(files, recipe(3 + i));
        }
        files.discard(parent);
        assertThat(parent).hasContent("state of the parent");
    }

    @Test
    void leavesNoFolderOfAForkThatCannotBegin() throws Exception {
        RunFiles files = new RunFiles(folder);
        Path parent = Files.writeString(begin(files, recipe(1)), "no checkpoint at all");
        assertThatThrownBy(() -> files.begin(
                        recipe(2), Optional.of(new ParentRun("parent", parent, recipe(1), 1, 3)), DATA, Set.of()))
                .isInstanceOf(TrainingException.class);
        try (var runs = Files.list(folder)) {
            assertThat(runs).containsExactly(parent.getParent());
        }
    }

    /** A scanner has its files open, say. */
    @FaultTest
    void beginsThoughAnOldFolderCannotBeRemoved() throws Exception {
        LimitedDisk disk = LimitedDisk.of(folder);
        RunFiles files = new RunFiles(disk.on(folder));
        Path old = Files.writeString(begin(files, recipe(1)), "state");
        for (int i = 0; i < 4; i++) {
            begin(files, recipe(2 + i));
        }
        disk.failDeleting(true);
        assertThat(begin(files, recipe(6)).getParent()).exists();
        files.discard(old);
        disk.failDeleting(false);
        assertThat(old).exists();
        begin(files, recipe(7));
        assertThat(old).doesNotExist();
    }

    @Test
    void beginsThoughSomethingElseLiesInAnOldFolder() throws Exception {
        RunFiles files = new RunFiles(folder);
        Path old = Files.writeString(begin(files, recipe(1)), "state");
        Path curves = Files.createDirectories(old.resolveSibling("tensorboard"));
        for (int i = 0; i < 6; i++) {
            assertThat(begin(files, recipe(2 + i)).getParent()).exists();
        }
        assertThat(curves).exists();
        assertThat(old).doesNotExist();
    }

    @Test
    void findsTheNewestRunThatLeftACheckpoint() throws Exception {
        RunFiles files = new RunFiles(folder);
        assertThat(files.newestUnfinished(Optional.empty())).isEmpty();
        Recipe recipe = recipe(11);
        Path first = begin(files, recipe);
        Files.writeString(first, "state");
        Thread.sleep(5);
        begin(files, recipe(12));
        assertThat(files.newestUnfinished(Optional.empty())).contains(UnfinishedRun.of(recipe, first));
        files.discard(first);
        assertThat(files.newestUnfinished(Optional.empty())).isEmpty();
    }

    @Test
    void keepsAHandfulOfRuns() throws Exception {
        RunFiles files = new RunFiles(folder);
        for (int i = 0; i < 8; i++) {
            Files.writeString(begin(files, recipe(7)), "state " + i);
            Thread.sleep(5);
        }
        try (var runs = Files.list(folder)) {
            assertThat(runs).hasSize(5);
        }
        assertThat(files.newestUnfinished(Optional.empty()).orElseThrow().checkpoint())
                .hasContent("state 7");
    }

    /** Some names come before those of runs, and some after. */
    @Test
    void countsAndRemovesNoFoldersOfAPersons() throws Exception {
        Path thesis = Files.createDirectories(folder.resolve("2025 keep")).resolve("thesis.txt");
        Files.writeString(thesis, "mine");
        for (String name : List.of("a", "b", "c", "d")) {
            Files.createDirectories(folder.resolve("zz " + name));
        }
        RunFiles files = new RunFiles(folder);
        Path stopped = Files.writeString(begin(files, recipe(1)), "state");
        begin(files, recipe(2));
        assertThat(thesis).exists();
        assertThat(stopped).exists();
        assertThat(folder.resolve("zz a")).exists();
    }

    /** A person may save a model beside its run, under any name; that it was saved was said. */
    @Test
    void keepsTheFoldersWithModels() throws Exception {
        RunFiles files = new RunFiles(folder);
        Path checkpoint = Files.writeString(begin(files, recipe(1)), "state");
        Path mine = Files.writeString(checkpoint.resolveSibling("mine.SDP"), "a model");
        assertThat(files.newestUnfinished(Optional.empty())).isEmpty();
        files.discard(checkpoint);
        assertThat(mine).as("saved once more elsewhere").exists();
        for (int i = 0; i < 6; i++) {
            begin(files, recipe(2 + i));
        }
        assertThat(mine).hasContent("a model");
        assertThat(checkpoint).hasContent("state");
    }

    @Test
    void removesNothingOutsideItsFolder() throws Exception {
        Path elsewhere = Files.createDirectories(folder.resolve("a/b"));
        Path file = Files.writeString(elsewhere.resolve("run.checkpoint"), "mine");
        new RunFiles(folder.resolve("runs")).discard(file);
        assertThat(file).exists();
    }

    /** Another instance of the program holds the lock beside a checkpoint for as long as it trains. */
    @FaultTest
    void neverRemovesOrOffersTheRunThatAnotherInstanceTrains() throws Exception {
        RunFiles files = new RunFiles(folder);
        Path training = begin(files, recipe(7));
        Files.writeString(training, "its state");
        try (FileChannel lock = FileChannel.open(
                training.resolveSibling("run.checkpoint.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            assertThat(lock.tryLock()).isNotNull();
            assertThat(files.newestUnfinished(Optional.empty())).isEmpty();
            for (int i = 0; i < 8; i++) {
                Files.writeString(begin(files, recipe(7)), "state " + i);
            }
            assertThat(training).hasContent("its state");
            files.discard(training);
            assertThat(training).hasContent("its state");
        }
    }

    @Test
    void offersARunFromElsewhereWithItsWholeRecipe() throws Exception {
        Recipe recipe = Recipe.paper(NetworkNames.parse("densenet-bc-40-12", 10, 32), Method.DROPOUT, 5);
        RunFolder run = RunFolder.create(folder);
        Files.writeString(run.recipeFile(), recipe.text());
        Files.writeString(run.checkpoint(), "state");
        UnfinishedRun found =
                new RunFiles(folder).newestUnfinished(Optional.empty()).orElseThrow();
        assertThat(found).isEqualTo(UnfinishedRun.of(recipe, run.checkpoint()));
        assertThat(found.recorded()).contains(recipe);
        assertThat(found.title()).isEqualTo("densenet-bc-40-12 · Dropout");
        assertThat(found.entries().text(RecipeField.EPOCHS)).isEqualTo("300");
    }

    /** Its model may still be missing: it was not saved when the program ended. */
    @Test
    void offersARunThatCameToItsEndOnlyIfNoOtherWasLeft() throws Exception {
        List<Path> finished = new ArrayList<>();
        RunFiles files = new RunFiles(folder, checkpoint -> false, finished::contains, (file, model) -> {});
        Path stopped = Files.writeString(begin(files, recipe(7)), "state");
        Path ended = Files.writeString(begin(files, recipe(8)), "state");
        finished.add(ended);
        UnfinishedRun found = files.newestUnfinished(Optional.empty()).orElseThrow();
        assertThat(found.checkpoint()).isEqualTo(stopped);
        assertThat(files.finished(found)).isFalse();
        files.discard(stopped);
        found = files.newestUnfinished(Optional.empty()).orElseThrow();
        assertThat(found.checkpoint()).isEqualTo(ended);
        assertThat(files.finished(found)).isTrue();
        assertThat(files.newestUnfinished(Optional.of(ended))).isEmpty();
    }

    @Test
    void doesNotOfferADeletedRun() throws Exception {
        List<Path> deleted = new ArrayList<>();
        RunFiles files = new RunFiles(folder, deleted::contains, (file, model) -> {});
        Path first = Files.writeString(begin(files, recipe(7)), "state");
        Path second = Files.writeString(begin(files, recipe(7)), "state");
        deleted.add(second);
        assertThat(files.newestUnfinished(Optional.empty()).orElseThrow().checkpoint())
                .isEqualTo(first);
    }
}
