package dev.sdpoint.engine.training;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sdpoint.engine.model.SealedZip;
import dev.sdpoint.faults.FaultTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class RunFolderTest {
    @TempDir
    Path parent;

    @Test
    void everyRunGetsAFolderOfItsOwn() throws Exception {
        List<RunFolder> made = List.of(RunFolder.create(parent), RunFolder.create(parent), RunFolder.create(parent));
        assertThat(made).doesNotHaveDuplicates();
        assertThat(RunFolder.newestFirst(parent)).containsExactly(made.get(2), made.get(1), made.get(0));
        assertThat(RunFolder.of(parent, made.get(1).checkpoint())).contains(made.get(1));
        assertThat(RunFolder.of(parent, parent.resolve("run.checkpoint"))).isEmpty();
        assertThat(RunFolder.of(parent, parent.resolve("a/b/run.checkpoint"))).isEmpty();
        assertThat(RunFolder.of(parent, parent.resolve("../elsewhere/run.checkpoint")))
                .isEmpty();
    }

    /** By its name the newest run is told from those that may be removed. */
    @FaultTest
    void theNewestIsTheNewestAlsoAfterTheClockWasSetBack() throws Exception {
        List<RunFolder> made = new ArrayList<>();
        for (String now : List.of("2026-11-26T12:00:00Z", "2026-11-26T11:00:00Z", "2019-01-01T00:00:00Z")) {
            made.add(0, RunFolder.create(parent, Clock.fixed(Instant.parse(now), ZoneOffset.UTC)));
        }
        assertThat(RunFolder.newestFirst(parent)).isEqualTo(made);
        Files.createDirectory(parent.resolve("of a person"));
        made.add(0, RunFolder.create(parent, Clock.fixed(Instant.parse("2027-01-01T00:00:00Z"), ZoneOffset.UTC)));
        assertThat(made.get(0).path().getFileName()).hasToString("20270101-000000-000");
        assertThat(RunFolder.newestFirst(parent)).isEqualTo(made);
    }

    @Test
    void removesOnlyWhatRunsWrite() throws Exception {
        RunFolder folder = RunFolder.create(parent);
        List<String> written =
                List.of("run.checkpoint", "run.checkpoint.previous", "recipe.txt", "recipe.properties", "origin.txt");
        for (String name : written) {
            Files.writeString(folder.path().resolve(name), "of the run");
        }
        Files.writeString(RunFolder.modelBeside(folder.checkpoint()), "of the run");
        Files.writeString(folder.path().resolve("notes.txt"), "of a person");
        Files.createDirectories(folder.path().resolve("curves"));
        assertThat(folder.remove()).isFalse();
        try (var left = Files.list(folder.path())) {
            assertThat(left.map(file -> String.valueOf(file.getFileName())))
                    .containsExactlyInAnyOrder("notes.txt", "curves");
        }
        Files.delete(folder.path().resolve("notes.txt"));
        Files.delete(folder.path().resolve("curves"));
        assertThat(folder.remove()).isTrue();
        assertThat(folder.path()).doesNotExist();
    }

    @Test
    void knowsTheRecipeThatLiesThere() throws Exception {
        RunFolder folder = RunFolder.create(parent);
        assertThat(folder.recipe()).isEmpty();
        Files.writeString(folder.recipeFile(), Runs.recipe().text());
        assertThat(folder.recipe()).contains(Runs.recipe());
        Files.writeString(folder.recipeFile(), "of a newer program: yes");
        assertThat(folder.recipe()).isEmpty();
    }

    @Test
    void doesNotKnowTheImagesOfWhatIsNoCheckpoint() throws Exception {
        RunFolder folder = RunFolder.create(parent);
        assertThat(folder.dataFingerprint()).isEmpty();
        Files.writeString(folder.checkpoint(), "of another program");
        assertThat(folder.dataFingerprint()).isEmpty();
        for (String manifest : List.of("", "{", "{\"iteration\": 3}")) {
            SealedZip.write(
                    folder.checkpoint(), "sdpoint-checkpoint", 2, Map.of("manifest.json", manifest.getBytes(UTF_8)));
            assertThat(folder.dataFingerprint()).as(manifest).isEmpty();
        }
    }

    @FaultTest
    void isNotRemovedWhileARunTrainsThere() throws Exception {
        RunFolder folder = RunFolder.create(parent);
        Runs.Run run = new Runs.Run(folder.checkpoint());
        run.listener = event -> {
            assertThat(folder.training()).isTrue();
            try {
                assertThat(folder.remove()).isFalse();
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        };
        assertThat(run.start()).isInstanceOf(TrainingResult.Completed.class);
        assertThat(run.events).isNotEmpty();
        assertThat(folder.checkpoint()).exists();
        assertThat(folder.dataFingerprint()).contains(run.data.fingerprint());
        assertThat(folder.training()).isFalse();
        assertThat(folder.remove()).isTrue();
        assertThat(folder.path()).doesNotExist();
        assertThat(folder.remove()).isTrue();
    }

    /** On POSIX systems a process gives up its lock of a file when it closes the file anywhere. */
    @FaultTest
    void whoAsksDoesNotTakeTheClaimAway() throws Exception {
        RunFolder folder = RunFolder.create(parent);
        try (RunClaim claim = RunClaim.of(folder.checkpoint())) {
            assertThat(claim.file()).exists();
            assertThatThrownBy(() -> RunClaim.of(folder.checkpoint())).isInstanceOf(TrainingException.class);
            assertThat(folder.training()).isTrue();
            assertThat(folder.remove()).isFalse();
            assertThat(another(folder)).isEqualTo(List.of("training true"));
        }
        assertThat(another(folder)).isEqualTo(List.of("training false"));
    }

    private static List<String> another(RunFolder folder) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Another.class.getName(),
                        folder.path().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> lines = process.inputReader().lines().toList();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return lines;
    }

    /** Another process. */
    static final class Another {
        private Another() {}

        public static void main(String[] args) {
            System.out.println("training " + new RunFolder(Path.of(args[0])).training());
        }
    }
}
