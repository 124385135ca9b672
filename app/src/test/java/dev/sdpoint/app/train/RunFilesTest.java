package dev.sdpoint.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.engine.network.NetworkNames;
import dev.sdpoint.engine.training.Method;
import dev.sdpoint.engine.training.Recipe;
import dev.sdpoint.engine.training.RunFolder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunFilesTest {
    @TempDir
    private Path folder;

    @Test
    void findsTheNewestRunThatLeftACheckpoint() throws Exception {
        RunFiles files = new RunFiles(folder);
        assertThat(files.newestUnfinished()).isEmpty();
        RecipeEntries entries = RecipePreset.QUICK_LOOK.entries().with(RecipeField.SEED, "11");
        Path first = files.begin(entries);
        Files.writeString(first, "state");
        Thread.sleep(5);
        files.begin(RecipePreset.PAPER.entries());
        assertThat(files.newestUnfinished()).contains(new UnfinishedRun(entries, first));
        files.discard(first);
        assertThat(files.newestUnfinished()).isEmpty();
    }

    @Test
    void keepsAHandfulOfRuns() throws Exception {
        RunFiles files = new RunFiles(folder);
        for (int i = 0; i < 8; i++) {
            Files.writeString(files.begin(RecipePreset.QUICK_LOOK.entries()), "state " + i);
            Thread.sleep(5);
        }
        try (var runs = Files.list(folder)) {
            assertThat(runs).hasSize(5);
        }
        assertThat(files.newestUnfinished().orElseThrow().checkpoint()).hasContent("state 7");
    }

    @Test
    void removesNothingOutsideItsFolder() throws Exception {
        Path elsewhere = Files.createDirectories(folder.resolve("a/b"));
        Path file = Files.writeString(elsewhere.resolve("run.checkpoint"), "mine");
        new RunFiles(folder.resolve("runs")).discard(file);
        assertThat(file).exists();
    }

    /** Another instance of the program holds the lock beside a checkpoint for as long as it trains. */
    @Test
    void neverRemovesOrOffersTheRunThatAnotherInstanceTrains() throws Exception {
        RunFiles files = new RunFiles(folder);
        Path training = files.begin(RecipePreset.QUICK_LOOK.entries());
        Files.writeString(training, "its state");
        try (FileChannel lock = FileChannel.open(
                training.resolveSibling("run.checkpoint.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            assertThat(lock.tryLock()).isNotNull();
            assertThat(files.newestUnfinished()).isEmpty();
            for (int i = 0; i < 8; i++) {
                Files.writeString(files.begin(RecipePreset.QUICK_LOOK.entries()), "state " + i);
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
        UnfinishedRun found = new RunFiles(folder).newestUnfinished().orElseThrow();
        assertThat(found).isEqualTo(UnfinishedRun.of(recipe, run.checkpoint()));
        assertThat(found.recorded()).contains(recipe);
        assertThat(found.title()).isEqualTo("densenet-bc-40-12 · Dropout");
        assertThat(found.entries().text(RecipeField.EPOCHS)).isEqualTo("300");
    }

    @Test
    void doesNotOfferADeletedRun() throws Exception {
        List<Path> deleted = new ArrayList<>();
        RunFiles files = new RunFiles(folder, deleted::contains);
        Path first = Files.writeString(files.begin(RecipePreset.QUICK_LOOK.entries()), "state");
        Path second = Files.writeString(files.begin(RecipePreset.QUICK_LOOK.entries()), "state");
        deleted.add(second);
        assertThat(files.newestUnfinished().orElseThrow().checkpoint()).isEqualTo(first);
    }
}
