package dev.sdpoint.app.library.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.concurrent.BackgroundJob;
import dev.sdpoint.app.concurrent.DirectTaskRunner;
import dev.sdpoint.app.concurrent.LongJobs;
import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.app.workspace.Notice;
import dev.sdpoint.app.workspace.OpenModel;
import dev.sdpoint.app.workspace.UndoStack;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.library.DeletedModel;
import dev.sdpoint.engine.model.ModelFiles;
import dev.sdpoint.engine.model.SdpModel;
import dev.sdpoint.engine.network.WideResNet;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.faults.FaultTest;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the models decide, without a toolkit; jobs run when a test lets them. */
@Timeout(300)
final class ModelsInteractorTest {
    private static final DataSet DATA = SyntheticModel.data();
    private static final SdpModel SMALL = SyntheticModel.of(DATA);
    private static final SdpModel WIDE = SyntheticModel.of(DATA, new WideResNet(10, 2, 10, 32));

    @TempDir
    private Path folder;

    private final Workspace workspace = new Workspace();
    private final List<String> opened = new ArrayList<>();
    private final List<Runnable> waiting = new ArrayList<>();
    private final UndoStack undos = new UndoStack();
    private ModelShelves shelves;
    private ModelsModel model;
    private ModelsInteractor interactor;
    private Runnable onTold = () -> {};
    private Path mine;

    @BeforeEach
    void make() throws Exception {
        shelves = ModelShelves.in(folder.resolve("models"), folder.resolve("recent.txt"));
        mine = folder.resolve("elsewhere/mine.sdp");
        ModelFiles.write(mine, SMALL);
        model = new ModelsModel();
        interactor = new ModelsInteractor(
                model,
                workspace,
                new DirectTaskRunner(),
                new HeldJobs(),
                shelves,
                new ModelActions() {
                    @Override
                    public void openSample() {
                        opened.add("sample");
                    }

                    @Override
                    public void openModel(Path file) {
                        opened.add(file.toString());
                    }
                },
                undos);
    }

    @Test
    void showsTheModelThatAnotherPlaceWantsToBeSeen() throws Exception {
        Path saved = shelves.library().folder().resolve("saved.sdp");
        ModelFiles.write(shelves.library().folder().resolve("another.sdp"), SMALL);
        ModelFiles.write(saved, WIDE);
        workspace.wantedModelFileProperty().set(Optional.of(saved));
        assertThat(workspace.wantedModelFileProperty().get()).as("taken").isEmpty();
        assertThat(model.selectedProperty().get().map(ModelRow::name)).contains("saved");
        interactor.select(model.rows().get(0));
        interactor.refresh();
        assertThat(model.selectedProperty().get())
                .as("asked for once only")
                .contains(model.rows().get(0));
    }

    private final class HeldJobs implements LongJobs {
        @Override
        public <T> void start(
                String title,
                BackgroundJob.Work<T> work,
                Runnable stopSignal,
                Consumer<T> done,
                Consumer<Throwable> failed) {
            waiting.add(() -> {
                T result;
                try {
                    result = work.run(new Telling());
                } catch (Exception e) {
                    failed.accept(e);
                    return;
                }
                done.accept(result);
            });
        }
    }

    private final class Telling implements BackgroundJob.Progress {
        @Override
        public boolean cancelled() {
            return false;
        }

        @Override
        public void update(long done, long total, String message) {
            onTold.run();
        }

        @Override
        public Optional<Duration> left() {
            return Optional.empty();
        }
    }

    private void run() {
        List<Runnable> now = List.copyOf(waiting);
        waiting.clear();
        now.forEach(Runnable::run);
    }

    private void take(Path... files) {
        interactor.importFiles(List.of(files));
        run();
    }

    private List<String> names() {
        return model.rows().stream().map(ModelRow::name).toList();
    }

    private ModelRow row(String name) {
        return model.rows().stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Notice notice() {
        return model.noticeProperty().get().orElseThrow();
    }

    @Test
    void listsTheSampleAtFirst() {
        assertThat(model.stageProperty().get()).isEqualTo(ModelsModel.Stage.READY);
        assertThat(names()).containsExactly("wrn-16-2-cifar10");
        assertThat(model.selectedProperty().get()).contains(row("wrn-16-2-cifar10"));
        interactor.open(row("wrn-16-2-cifar10"));
        assertThat(opened).containsExactly("sample");
    }

    @Test
    void importsAndOpens() {
        interactor.importFiles(List.of(mine));
        assertThat(model.busyProperty().get()).isTrue();
        interactor.importFiles(List.of(mine));
        assertThat(waiting).as("one job at a time").hasSize(1);
        run();
        assertThat(model.busyProperty().get()).isFalse();
        assertThat(notice()).isEqualTo(Notice.hint("“mine” is in the library now."));
        assertThat(model.selectedProperty().get()).contains(row("mine"));
        interactor.open(row("mine"));
        assertThat(opened).containsExactly(folder.resolve("models/mine.sdp").toString());
        workspace
                .modelProperty()
                .set(Optional.of(new OpenModel("mine", SMALL, Optional.of(folder.resolve("models/mine.sdp")))));
        assertThat(model.openProperty().get()).contains(row("mine"));
    }

    @Test
    void knowsTheOpenSampleFromAFileOfItsName() {
        workspace.modelProperty().set(Optional.of(new OpenModel("wrn-16-2-cifar10", SMALL)));
        assertThat(model.openProperty().get()).contains(row("wrn-16-2-cifar10"));
        workspace.modelProperty().set(Optional.of(new OpenModel("wrn-16-2-cifar10", SMALL, Optional.of(mine))));
        assertThat(model.openProperty().get()).isEmpty();
    }

    @Test
    void importsWhatIsGoodOfSeveralFilesAndSaysWhatIsNot() throws Exception {
        Path bad = Files.writeString(folder.resolve("bad.sdp"), "no model");
        Path wide = folder.resolve("wide.sdp");
        ModelFiles.write(wide, WIDE);
        take(mine, bad, wide);
        assertThat(names()).containsExactly("wrn-16-2-cifar10", "mine", "wide");
        assertThat(notice().kind()).isEqualTo(Notice.Kind.PROBLEM);
        assertThat(notice().sentence())
                .startsWith("2 models are new in the library. ")
                .contains("bad.sdp is not a file of SDPoint Explorer.");
        take(mine);
        assertThat(notice().sentence()).isEqualTo("The library has this model already: “mine”.");
    }

    @Test
    void marksDuplicates() throws Exception {
        take(mine);
        Files.copy(mine, folder.resolve("models/copy.sdp"));
        interactor.refreshIfChanged();
        assertThat(names()).containsExactly("wrn-16-2-cifar10", "copy", "mine");
        assertThat(row("copy").twin()).isEmpty();
        assertThat(row("mine").twin()).isEqualTo("copy");
    }

    @Test
    void cancelsAnImportAndLeavesNothing() {
        interactor.importFiles(List.of(mine));
        onTold = interactor::close;
        run();
        assertThat(names()).containsExactly("wrn-16-2-cifar10");
        assertThat(notice()).isEqualTo(Notice.hint("Importing mine.sdp was cancelled."));
        onTold = () -> {};
        take(mine);
        assertThat(names()).contains("mine");
    }

    @Test
    void deletesWithUndo() {
        take(mine);
        interactor.delete(row("wrn-16-2-cifar10"));
        assertThat(names()).as("the sample cannot be deleted").hasSize(2);
        interactor.delete(row("mine"));
        assertThat(names()).containsExactly("wrn-16-2-cifar10");
        assertThat(notice().kind()).isEqualTo(Notice.Kind.UNDO);
        assertThat(notice().sentence()).startsWith("“mine” was deleted.").contains("30 days");
        assertThat(model.deleted()).hasSize(1);
        interactor.undo();
        assertThat(names()).containsExactly("wrn-16-2-cifar10", "mine");
        assertThat(model.selectedProperty().get()).contains(row("mine"));
        assertThat(model.deleted()).isEmpty();
        assertThat(undos.all(DeletedModel.class)).isEmpty();
        interactor.delete(row("mine"));
        Path taken = folder.resolve("models/deleted");
        assertThat(taken.toFile().renameTo(folder.resolve("unplugged").toFile()))
                .isTrue();
        interactor.undo();
        assertThat(notice().kind()).isEqualTo(Notice.Kind.PROBLEM);
        assertThat(undos.all(DeletedModel.class)).as("it may be tried again").hasSize(1);
        assertThat(folder.resolve("unplugged").toFile().renameTo(taken.toFile()))
                .isTrue();
        interactor.refresh();
        interactor.restore(model.deleted().get(0));
        assertThat(undos.all(DeletedModel.class)).as("it is back already").isEmpty();
        assertThat(names()).contains("mine");
    }

    @Test
    void exportsTheSampleAndOwnModels() throws Exception {
        take(mine);
        interactor.export(row("mine"), folder.resolve("out.sdp"));
        run();
        assertThat(folder.resolve("out.sdp")).hasSameBinaryContentAs(mine);
        interactor.export(row("wrn-16-2-cifar10"), folder.resolve("sample.sdp"));
        run();
        assertThat(ModelFiles.look(folder.resolve("sample.sdp"))
                        .sameModel(row("wrn-16-2-cifar10").summary().orElseThrow()))
                .isTrue();
        assertThat(notice().sentence()).isEqualTo("Written to " + folder.resolve("sample.sdp") + ".");
    }

    @FaultTest
    void noticesFilesThatChangeAndGo() throws Exception {
        take(mine);
        ModelRow seen = row("mine");
        interactor.refreshIfChanged();
        assertThat(row("mine")).isSameAs(seen);
        ModelFiles.write(folder.resolve("models/mine.sdp"), WIDE);
        interactor.delete(seen);
        assertThat(notice().kind()).isEqualTo(Notice.Kind.PROBLEM);
        assertThat(notice().sentence()).contains("has changed since it was listed");
        assertThat(row("mine").summary().orElseThrow().network()).isEqualTo(WIDE.network());
        assertThat(model.selectedProperty().get()).contains(row("mine"));
        Files.write(folder.resolve("models/mine.sdp"), new byte[10]);
        interactor.refreshIfChanged();
        assertThat(row("mine").summary()).isEmpty();
        assertThat(row("mine").problem()).contains("is not a file of SDPoint Explorer");
        Files.delete(folder.resolve("models/mine.sdp"));
        interactor.refreshIfChanged();
        assertThat(names()).containsExactly("wrn-16-2-cifar10");
        assertThat(model.selectedProperty().get()).contains(row("wrn-16-2-cifar10"));
    }

    @Test
    void listsWhatWasOpenedElsewhere() throws Exception {
        shelves.opened(mine);
        interactor.refreshIfChanged();
        assertThat(row("mine").shelf()).isEqualTo(Shelf.ELSEWHERE);
        take(mine);
        assertThat(model.rows()).hasSize(3);
        assertThat(model.rows().get(1).shelf()).isEqualTo(Shelf.OWN);
        assertThat(model.rows().get(2).twin()).isEqualTo("mine");
        shelves.opened(folder.resolve("models/mine.sdp"));
        Files.delete(mine);
        interactor.refreshIfChanged();
        assertThat(model.rows()).as("one of the library is not listed twice").hasSize(3);
        assertThat(model.rows().get(2).problem()).contains("is not there any more");
        interactor.forget(model.rows().get(2));
        assertThat(model.rows()).hasSize(2);
    }

    @Test
    void saysWhatIsWrongWithTheFolder() throws Exception {
        Files.createFile(folder.resolve("models"));
        interactor.refresh();
        assertThat(model.stageProperty().get()).isEqualTo(ModelsModel.Stage.FAILED);
        assertThat(model.rows()).isEmpty();
        assertThat(notice().sentence()).contains("could not be read. Check that it is a folder");
        Files.delete(folder.resolve("models"));
        interactor.refreshIfChanged();
        assertThat(model.stageProperty().get()).isEqualTo(ModelsModel.Stage.READY);
    }

    @Test
    void takesDropsOfModelFilesAlone() throws Exception {
        File file = mine.toFile();
        File other = Files.createFile(folder.resolve("x.png")).toFile();
        File named = Files.createDirectory(folder.resolve("folder.sdp")).toFile();
        assertThat(ModelsViewBuilder.modelFiles(List.of(file, file))).containsExactly(mine, mine);
        assertThat(ModelsViewBuilder.modelFiles(List.of(file, other))).isEmpty();
        assertThat(ModelsViewBuilder.modelFiles(List.of(named))).isEmpty();
    }

    @Test
    void tellsFactsInWords() {
        take(mine);
        var summary = row("mine").summary().orElseThrow();
        var facts = ModelWords.facts(summary);
        assertThat(facts.get("Architecture")).isEqualTo("wrn-10-1 for images of 32 × 32 pixels");
        assertThat(facts.get("Instances"))
                .isEqualTo("7: full resolution, and downsampled after 3 points to 0.5 or 0.75");
        assertThat(facts.get("Parameters")).startsWith("77,850, ");
        assertThat(facts.get("Error"))
                .contains(ModelWords.error(summary.sweep().of(Instance.FULL)) + " by the full network, ");
        assertThat(facts.get("Classes")).startsWith("10: ").contains("airplane", "truck");
        assertThat(facts.get("Cost")).endsWith("to 100 % of the full network");
        assertThat(ModelWords.line(summary)).matches("wrn-10-1 · \\d+–\\d+ MFLOPs · least error \\d+\\.\\d %");
    }
}
