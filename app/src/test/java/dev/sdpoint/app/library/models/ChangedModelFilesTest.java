package dev.sdpoint.app.library.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.concurrent.DirectTaskRunner;
import dev.sdpoint.app.fixtures.DirectJobs;
import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.app.workspace.Notice;
import dev.sdpoint.app.workspace.OpenModel;
import dev.sdpoint.app.workspace.Sentence;
import dev.sdpoint.app.workspace.UndoStack;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.library.FileStamp;
import dev.sdpoint.engine.model.ModelFileException;
import dev.sdpoint.engine.model.ModelFiles;
import dev.sdpoint.engine.model.SdpModel;
import dev.sdpoint.engine.network.WideResNet;
import dev.sdpoint.faults.FaultSeed;
import dev.sdpoint.faults.FaultTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Others replace, cut, spoil and delete model files under the feet of the library, which does what a person wants of the list that is on the
 * screen: nothing that changed since is touched, whatever is written is whole, and every refusal is a sentence.
 */
@Timeout(300)
final class ChangedModelFilesTest {
    private static final DataSet DATA = SyntheticModel.data();
    private static final SdpModel SMALL = SyntheticModel.of(DATA);
    private static final SdpModel WIDE = SyntheticModel.of(DATA, new WideResNet(10, 2, 10, 32));
    private static final int STEPS = 25;

    @TempDir
    Path folder;

    private final List<String> story = new ArrayList<>();
    private final DirectJobs jobs = new DirectJobs();
    private final Workspace workspace = new Workspace();
    private final ModelsModel model = new ModelsModel();
    private Random random = new Random(0);

    private final class Reading implements ModelActions {
        @Override
        public void openSample() {}

        @Override
        public void openModel(Path file) {
            try {
                OpenModel open = new OpenModel(file.toString(), ModelFiles.read(file), Optional.of(file));
                workspace.modelProperty().set(Optional.of(open));
            } catch (ModelFileException e) {
                assertSentence(Sentence.of(e));
            }
        }
    }

    @FaultTest
    void nothingThatChangedIsTouchedAndWhatIsWrittenIsWhole(FaultSeed seed) throws Exception {
        random = seed.random();
        ModelShelves shelves = ModelShelves.in(folder.resolve("models"), folder.resolve("recent.txt"));
        ModelsInteractor interactor = new ModelsInteractor(
                model, workspace, new DirectTaskRunner(), jobs, shelves, new Reading(), new UndoStack());
        Path small = folder.resolve("elsewhere/small.sdp");
        Path wide = folder.resolve("elsewhere/wide.sdp");
        ModelFiles.write(small, SMALL);
        ModelFiles.write(wide, WIDE);
        interactor.importFiles(List.of(small, wide));
        jobs.run();
        assertThat(model.rows()).hasSize(3);
        for (int step = 0; step < STEPS; step++) {
            if (random.nextInt(3) > 0) {
                Thread.sleep(20); // times of files have steps of some milliseconds
                somebodyChanges();
            }
            aPersonActs(interactor, random.nextBoolean() ? small : wide);
            story.add(model.noticeProperty().get().map(Notice::sentence).orElse("no notice"));
        }
        OpenModel open = workspace.modelProperty().get().orElse(new OpenModel("none", SMALL));
        assertThat(open.model().weights().arrays())
                .as("what is open is in memory")
                .isNotEmpty();
        interactor.importFiles(List.of(small, wide));
        jobs.run();
        assertThat(model.rows().stream().filter(row -> row.problem().isEmpty() && row.shelf() == Shelf.OWN))
                .as("%s", story)
                .hasSizeGreaterThanOrEqualTo(2);
    }

    private List<ModelRow> own() {
        return model.rows().stream().filter(row -> row.shelf() == Shelf.OWN).toList();
    }

    private void somebodyChanges() throws Exception {
        List<Path> files = own().stream()
                .map(row -> row.path().orElseThrow())
                .filter(Files::exists)
                .toList();
        if (files.isEmpty()) {
            return;
        }
        Path file = files.get(random.nextInt(files.size()));
        byte[] bytes = Files.readAllBytes(file);
        int what = bytes.length == 0 ? 2 : random.nextInt(5);
        story.add("somebody did " + what + " with " + file.getFileName());
        switch (what) {
            case 0 -> Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
            case 1 -> {
                bytes[random.nextInt(bytes.length)] ^= 4;
                Files.write(file, bytes);
            }
            case 2 -> Files.delete(file);
            case 3 -> ModelFiles.write(file, random.nextBoolean() ? SMALL : WIDE);
            default -> Files.write(file, new byte[0]);
        }
    }

    private void aPersonActs(ModelsInteractor interactor, Path source) throws Exception {
        List<ModelRow> rows = own();
        int what = rows.isEmpty() ? 3 : random.nextInt(6);
        story.add("a person did " + what);
        switch (what) {
            case 0 -> {
                interactor.open(rows.get(random.nextInt(rows.size())));
                interactor.refreshIfChanged();
            }
            case 1 -> delete(interactor, rows.get(random.nextInt(rows.size())));
            case 2 -> export(interactor, rows.get(random.nextInt(rows.size())));
            case 3 -> {
                interactor.importFiles(List.of(source));
                jobs.run();
                assertThat(notice().kind()).as(notice().sentence()).isEqualTo(Notice.Kind.HINT);
            }
            case 4 -> interactor.undo();
            default -> interactor.refreshIfChanged();
        }
        if (model.noticeProperty().get().isPresent()) {
            assertSentence(notice().sentence());
        }
    }

    private Notice notice() {
        return model.noticeProperty().get().orElseThrow();
    }

    private void delete(ModelsInteractor interactor, ModelRow row) throws Exception {
        Path file = row.path().orElseThrow();
        boolean changed = !Files.exists(file)
                || !FileStamp.of(file).equals(row.found().orElseThrow().stamp());
        byte[] now = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
        interactor.delete(row);
        if (changed) {
            assertThat(notice().kind()).isEqualTo(Notice.Kind.PROBLEM);
            assertThat(Files.exists(file) ? Files.readAllBytes(file) : new byte[0])
                    .as("what changed is still there")
                    .isEqualTo(now);
        } else {
            assertThat(file).doesNotExist();
            assertThat(model.deleted()).isNotEmpty();
        }
    }

    private void export(ModelsInteractor interactor, ModelRow row) throws Exception {
        Path out = folder.resolve("out.sdp");
        Files.deleteIfExists(out);
        interactor.export(row, out);
        jobs.run();
        if (notice().kind() == Notice.Kind.PROBLEM) {
            assertThat(out).doesNotExist();
        } else {
            assertThat(ModelFiles.read(out).network().classes()).isEqualTo(10);
        }
    }

    private static void assertSentence(String sentence) {
        assertThat(sentence).doesNotContain("Exception").doesNotContain("\n").endsWith(".");
    }
}
