package dev.sdpoint.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.archive.RunArchive;
import dev.sdpoint.app.fixtures.RecordedRuns;
import dev.sdpoint.app.workspace.UserFolders;
import dev.sdpoint.engine.event.TrainingEvent;
import dev.sdpoint.engine.store.RunStore;
import dev.sdpoint.engine.training.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code sdpoint runs} as a script would call it. */
@Timeout(300)
final class RunsCommandTest {
    private static final String HOME = "sdpoint.home";

    @TempDir
    private Path folder;

    private final String homeBefore = System.getProperty(HOME, "");
    private String good = "";
    private String failed = "";

    @BeforeEach
    void record() throws Exception {
        System.setProperty(HOME, folder.resolve("home").toString());
        assertThat(Answer.to("runs", "list").out()).isEqualTo("No run is recorded yet." + System.lineSeparator());
        try (RunArchive archive = new RunArchive(UserFolders.runs())) {
            RunStore store = archive.store().orElseThrow();
            good = RecordedRuns.finished(store, Method.SDPOINT, 1, Optional.empty())
                    .key();
            failed = RecordedRuns.half(store, Method.PLAIN, 5, new TrainingEvent.Failed(20, "The loss is NaN."))
                    .key();
        }
    }

    @AfterEach
    void goHome() {
        System.setProperty(HOME, homeBefore);
    }

    @Test
    void listsRunsForPeopleAndForPrograms() {
        List<String> lines =
                Answer.to("runs", "list", "--format", "csv").out().lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0))
                .isEqualTo(
                        "run,name,network,method,data,epochs,state,iteration,iterations,best_error,begun,seconds,tags");
        assertThat(lines.get(1)).startsWith(failed.substring(0, 8) + ",").contains(",plain,CIFAR-10,2,failed,20,40,");
        assertThat(lines.get(2)).startsWith(good.substring(0, 8) + ",").contains(",sdpoint,CIFAR-10,2,finished,40,40,");
        assertThat(Answer.to("runs", "list").out()).contains("best error", "finished", "wrn-16-1 · SDPoint");
    }

    @Test
    void takesARunElsewhereAndBack() throws Exception {
        Path file = folder.resolve("one.sdprun");
        assertThat(Answer.to("runs", "export", good.substring(0, 8), "--out", file.toString())
                        .exit())
                .isZero();
        assertThat(file).isNotEmptyFile();
        Answer again = Answer.to("runs", "export", good, "--out", file.toString());
        assertThat(again.exit()).isEqualTo(1);
        assertThat(again.err()).contains("is there already", "--force");
        String folders = folder.resolve("new") + "/";
        assertThat(Answer.to("runs", "export", good, "--out", folders).exit()).isZero();
        assertThat(folder.resolve("new")).isDirectoryContaining("glob:**.sdprun");
        Answer taken = Answer.to("runs", "import", file.toString());
        assertThat(taken.exit()).isZero();
        assertThat(taken.err()).startsWith("Took in ").doesNotContain(good);
        assertThat(Answer.to("runs", "list", "--format", "csv").out().lines()).hasSize(4);
        Answer ambiguous = Answer.to("runs", "export", "wrn-16-1 · SDPoint", "--out", file.toString());
        assertThat(ambiguous.exit()).isEqualTo(1);
        assertThat(ambiguous.err()).contains("names 2 runs");
        Path logs = folder.resolve("logs");
        assertThat(Answer.to("runs", "export", good, "--format", "tensorboard", "--out", logs.toString())
                        .exit())
                .isZero();
        assertThat(Answer.to("runs", "export", good, "--format", "csv", "--out", logs.toString())
                        .exit())
                .isZero();
        try (Stream<Path> files = Files.walk(logs)) {
            assertThat(files.filter(Files::isRegularFile).map(path -> String.valueOf(path.getFileName())))
                    .hasSize(3)
                    .contains("steps.csv", "evaluations.csv")
                    .anyMatch(name -> name.startsWith("events.out.tfevents."));
        }
    }

    @Test
    void replacesNothingOfAnyFormatUnasked() throws Exception {
        Path logs = folder.resolve("logs");
        for (String format : List.of("csv", "tensorboard")) {
            String[] export = {"runs", "export", good, "--format", format, "--out", logs.toString()};
            assertThat(Answer.to(export).exit()).isZero();
            List<Path> files;
            try (Stream<Path> all = Files.walk(logs)) {
                files = all.filter(Files::isRegularFile).toList();
            }
            Files.writeString(files.get(0), "of before");
            Answer again = Answer.to(export);
            assertThat(again.exit()).as(format).isEqualTo(1);
            assertThat(again.err()).contains("there already", "--force");
            assertThat(files.get(0)).hasContent("of before");
            assertThat(Answer.to(Stream.concat(Stream.of(export), Stream.of("--force"))
                                    .toArray(String[]::new))
                            .exit())
                    .isZero();
        }
    }

    @Test
    void deletesAndRestores() {
        assertThat(Answer.to("runs", "delete", good).exit()).isZero();
        assertThat(Answer.to("runs", "list", "--format", "csv").out()).doesNotContain(good.substring(0, 8));
        assertThat(Answer.to("runs", "list", "--deleted", "--format", "csv").out())
                .contains(good.substring(0, 8));
        Answer again = Answer.to("runs", "delete", good);
        assertThat(again.exit()).isEqualTo(1);
        assertThat(again.err()).contains("There is no run").contains("sdpoint runs list");
        assertThat(Answer.to("runs", "restore", good.substring(0, 8)).exit()).isZero();
        assertThat(Answer.to("runs", "list", "--format", "csv").out().lines()).hasSize(3);
    }

    @Test
    void saysWhatIsWrongInOneSentence() {
        assertThat(Answer.to("runs").exit()).isEqualTo(2);
        assertThat(Answer.to("runs", "export", good).exit()).as("without --out").isEqualTo(2);
        Answer missing =
                Answer.to("runs", "import", folder.resolve("none.sdprun").toString());
        assertThat(missing.exit()).isEqualTo(1);
        assertThat(missing.err().strip().lines()).hasSize(1);
    }
}
