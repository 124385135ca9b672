package dev.sdpoint.app.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.archive.RunArchive;
import dev.sdpoint.app.concurrent.BackgroundJob;
import dev.sdpoint.app.concurrent.DirectTaskRunner;
import dev.sdpoint.app.fixtures.RecordedRuns;
import dev.sdpoint.app.fixtures.Unwatched;
import dev.sdpoint.app.workspace.Notice;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.training.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is in the way of an export is replaced only if a person says so, without a toolkit. */
@Timeout(300)
final class TransferInteractorTest {
    @TempDir
    private Path folder;

    private final RunsModel model = new RunsModel();
    private final List<Path> asked = new ArrayList<>();
    private boolean mayReplace;
    private Path target;
    private RunArchive archive;
    private TransferInteractor transfers;

    @BeforeEach
    void record() throws Exception {
        target = Files.createDirectory(folder.resolve("exported"));
        archive = new RunArchive(folder.resolve("runs"));
        RecordedRuns.finished(archive.store().orElseThrow(), Method.SDPOINT, 1, Optional.empty());
        RecordedRuns.finished(archive.store().orElseThrow(), Method.PLAIN, 2, Optional.empty());
        new RunsInteractor(model, new Workspace(), new DirectTaskRunner(), archive).refresh();
        model.selected().setAll(model.rows());
        transfers = new TransferInteractor(model, archive, atOnce(), choice());
    }

    @AfterEach
    void close() {
        archive.close();
    }

    private static RunJobs atOnce() {
        return new RunJobs() {
            @Override
            public <T> void start(
                    String title, BackgroundJob.Work<T> work, Consumer<T> done, Consumer<Throwable> failed) {
                Unwatched.run(work, done, failed);
            }
        };
    }

    private RunFileChoice choice() {
        return new RunFileChoice() {
            @Override
            public List<Path> filesToImport() {
                return List.of();
            }

            @Override
            public Optional<Path> fileFor(String name) {
                return Optional.of(target.resolve(name)); // the dialog has asked
            }

            @Override
            public Optional<Path> folder(String title) {
                return Optional.of(target);
            }

            @Override
            public boolean mayReplace(List<Path> files) {
                asked.addAll(files);
                return mayReplace;
            }
        };
    }

    private List<Path> written() throws Exception {
        try (Stream<Path> files = Files.walk(target)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private void asksBeforeItReplaces(Runnable export, int files) throws Exception {
        export.run();
        assertThat(written()).hasSize(files);
        assertThat(asked).as("nothing is in the way").isEmpty();
        for (Path file : written()) {
            Files.writeString(file, "of before");
        }
        model.noticeProperty().set(Optional.empty());

        export.run();
        assertThat(asked).containsExactlyInAnyOrderElementsOf(written());
        assertThat(written()).allSatisfy(file -> assertThat(file).hasContent("of before"));
        assertThat(model.noticeProperty().get()).isEmpty();
        assertThat(model.busyProperty().get()).isFalse();

        mayReplace = true;
        export.run();
        assertThat(written()).hasSize(files);
        assertThat(written())
                .allSatisfy(file ->
                        assertThat(file).content(StandardCharsets.ISO_8859_1).isNotEqualTo("of before"));
        assertThat(model.noticeProperty().get().map(Notice::kind)).contains(Notice.Kind.HINT);
    }

    @Test
    void asksBeforeFilesOfSeveralRunsAreReplaced() throws Exception {
        asksBeforeItReplaces(transfers::exportFiles, 2);
    }

    @Test
    void asksBeforeEventFilesAreReplaced() throws Exception {
        asksBeforeItReplaces(transfers::exportToTensorBoard, 2);
    }

    @Test
    void asksBeforeTablesAreReplaced() throws Exception {
        asksBeforeItReplaces(transfers::exportTables, 4);
    }

    @Test
    void doesNotAskAgainAboutTheFileThatTheDialogAskedAbout() throws Exception {
        model.selected().setAll(model.rows().get(0));
        transfers.exportFiles();
        transfers.exportFiles();
        assertThat(written()).hasSize(1);
        assertThat(asked).isEmpty();
    }
}
