package dev.sdpoint.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
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
}
