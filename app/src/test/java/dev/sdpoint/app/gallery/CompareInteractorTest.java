package dev.sdpoint.app.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.archive.RunArchive;
import dev.sdpoint.app.concurrent.DirectTaskRunner;
import dev.sdpoint.app.fixtures.DirectJobs;
import dev.sdpoint.app.fixtures.FakeNetwork;
import dev.sdpoint.app.fixtures.RecordedRuns;
import dev.sdpoint.app.fixtures.SmallData;
import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.app.gallery.CompareModel.Stage;
import dev.sdpoint.app.workspace.OpenModel;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.model.ModelFiles;
import dev.sdpoint.engine.model.SdpModel;
import dev.sdpoint.engine.network.WideResNet;
import dev.sdpoint.engine.training.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareInteractorTest {
    private static final DataSet DATA = SmallData.of(SyntheticModel.data(), 1, 20);
    private static final SdpModel MODEL = SyntheticModel.of(DATA, new WideResNet(16, 1, 10, 32));
    private static final SdpModel OTHER = SyntheticModel.of(DATA, new WideResNet(10, 1, 10, 32));

    private final Workspace workspace = new Workspace();
    private final GalleryModel gallery = new GalleryModel();
    private final CompareModel model = new CompareModel();
    private final DirectJobs jobs = new DirectJobs();
    private final AtomicInteger networks = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();

    @TempDir
    private Path folder;

    private RunArchive archive = new RunArchive(Path.of("set below"));
    private GalleryInteractor images = new GalleryInteractor(gallery, workspace, new DirectTaskRunner());
    private CompareInteractor interactor = interactor(archive);

    private CompareInteractor interactor(RunArchive runs) {
        OtherSweeps sweeps = new OtherSweeps(
                runs,
                (spec, weights) -> {
                    networks.incrementAndGet();
                    return FakeNetwork.loader(open).load(spec, weights);
                },
                () -> new OpenModel("the sample", OTHER));
        return new CompareInteractor(
                gallery, model, workspace, new DirectTaskRunner(), jobs, sweeps, images::setFilter);
    }

    @BeforeEach
    void show() {
        archive = new RunArchive(folder.resolve("store"));
        interactor = interactor(archive);
        images.start();
        interactor.start();
        open(MODEL);
    }

    @AfterEach
    void close() {
        archive.close();
        assertThat(open.get()).as("networks left open").isZero();
    }

    private void open(SdpModel which) {
        workspace.outcomesProperty().set(Optional.empty());
        workspace.modelProperty().set(Optional.of(new OpenModel("mine", which)));
        workspace.dataProperty().set(Optional.of(DATA));
        workspace.outcomesProperty().set(which.outcomes().forImages(DATA.validation()));
    }

    private GroupMoves moves() {
        return model.movesProperty().get().orElseThrow();
    }

    private int shown() {
        return gallery.layoutProperty().get().grouping().shown();
    }

    private Path file(SdpModel written) throws Exception {
        Path file = folder.resolve("written.sdp");
        ModelFiles.write(file, written);
        return file;
    }

    @Test
    void comparesWithTheRecordedAnswersOfAFile() throws Exception {
        interactor.compareWith(new OtherModel.OfFile(file(OTHER)));
        assertThat(model.stageProperty().get()).isEqualTo(Stage.RUNNING);
        assertThat(jobs.title()).isEqualTo("Comparing with written");
        jobs.run();
        assertThat(model.stageProperty().get()).isEqualTo(Stage.READY);
        assertThat(networks.get()).as("nothing had to be computed").isZero();
        assertThat(Stream.of(Move.values()).mapToInt(moves()::total).sum()).isEqualTo(200);
        assertThat(moves().columns()).isLessThanOrEqualTo(OTHER.space().size() + 1);
    }

    @Test
    void asksAModelThatHasNoAnswersOnTheseImages() throws Exception {
        SdpModel elsewhere =
                SyntheticModel.of(SmallData.of(SyntheticModel.data(), 1, 2), new WideResNet(10, 1, 10, 32));
        interactor.compareWith(new OtherModel.OfFile(file(elsewhere)));
        jobs.run();
        assertThat(model.stageProperty().get()).isEqualTo(Stage.READY);
        assertThat(networks.get()).isEqualTo(1);
        assertThat(jobs.told()).isPositive();
        assertThat(model.progressProperty().get()).isBetween(0.0, 1.0);
        assertThat(moves().images()).isEqualTo(200);
    }

    @Test
    void aCellAndAMoveFilterTheGalleryAndAgainShowAll() throws Exception {
        interactor.compareWith(new OtherModel.OfSample("the sample"));
        jobs.run();
        int[] cell = {0, 0};
        while (moves().count(cell[0], cell[1]) == 0) {
            cell[1]++;
        }
        interactor.toggleCell(cell[0], cell[1]);
        assertThat(shown()).isEqualTo(moves().count(cell[0], cell[1]));
        assertThat(gallery.chipsProperty().get())
                .extracting(FilterChip::text)
                .containsExactly(moves().title(cell[0], cell[1]));
        interactor.toggleCell(cell[0], cell[1]);
        assertThat(shown()).isEqualTo(200);
        interactor.toggleMove(Move.LOST);
        assertThat(shown()).isEqualTo(moves().total(Move.LOST)).isPositive();
        interactor.end();
        assertThat(shown()).isEqualTo(200);
        assertThat(model.stageProperty().get()).isEqualTo(Stage.NONE);
    }

    @Test
    void countsAnewUnderAnotherCriterion() {
        interactor.compareWith(new OtherModel.OfSample("the sample"));
        jobs.run();
        GroupMoves first = moves();
        interactor.toggleMove(Move.SAME);
        images.setCriterion(Criterion.TOP_5);
        assertThat(moves()).isNotSameAs(first);
        assertThat(shown()).as("the cell is of the other criterion").isEqualTo(200);
        assertThat(never(moves())).isLessThan(never(first));
    }

    private static int never(GroupMoves moves) {
        int last = moves.rows() - 1;
        return moves.row(last).isPresent() ? 0 : moves.rowTotal(last);
    }

    @Test
    void anotherOpenModelIsComparedOnTheSameImagesAndOtherDataEndsIt() {
        interactor.compareWith(new OtherModel.OfSample("the sample"));
        jobs.run();
        open(OTHER);
        assertThat(moves().total(Move.SAME)).as("the sample with itself").isEqualTo(200);
        workspace.dataProperty().set(Optional.of(SmallData.of(SyntheticModel.data(), 1, 3)));
        assertThat(model.stageProperty().get()).isEqualTo(Stage.NONE);
        assertThat(model.movesProperty().get()).isEmpty();
    }

    @Test
    void waitsWhileAModelThatWasOpenedIsNotSorted() {
        interactor.compareWith(new OtherModel.OfSample("the sample"));
        jobs.run();
        assertThat(model.waitingProperty().get()).isFalse();
        workspace.outcomesProperty().set(Optional.empty());
        workspace.modelProperty().set(Optional.of(new OpenModel("another", OTHER)));
        assertThat(model.stageProperty().get()).isEqualTo(Stage.READY);
        assertThat(model.movesProperty().get()).isEmpty();
        assertThat(model.waitingProperty().get()).isTrue();
        workspace.outcomesProperty().set(OTHER.outcomes().forImages(DATA.validation()));
        assertThat(model.waitingProperty().get()).isFalse();
        assertThat(moves().total(Move.SAME)).isEqualTo(200);
        workspace.outcomesProperty().set(Optional.empty());
        interactor.end();
        assertThat(model.waitingProperty().get()).isFalse();
    }

    @Test
    void refusesARunOnOtherData() throws Exception {
        Path checkpoint = Files.createFile(folder.resolve("run.checkpoint"));
        RecordedRuns.finished(archive.store().orElseThrow(), Method.SDPOINT, 1, Optional.of(checkpoint));
        interactor.lookForChoices();
        assertThat(model.choices()).hasSize(2);
        OtherModel run = model.choices().get(0);
        assertThat(run.label()).endsWith(" · wrn-16-1 · 100\u00a0% trained");
        interactor.compareWith(run);
        assertThat(model.stageProperty().get()).isEqualTo(Stage.REFUSED);
        assertThat(model.problemProperty().get())
                .isEqualTo(
                        "“" + run.name() + "” was trained on other data (CIFAR-10, another checksum) than is open ("
                                + DATA.title()
                                + "): its answers are about other images. Open the data it was trained on, or choose another run.");
    }

    @Test
    void refusesModelsOfOtherClassesAndFilesThatAreNone() throws Exception {
        DataSet renamed = DataSet.of(
                "renamed",
                "Renamed",
                List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j"),
                DATA.training(),
                DATA.validation());
        interactor.compareWith(new OtherModel.OfFile(file(SyntheticModel.of(renamed))));
        jobs.run();
        assertThat(model.stageProperty().get()).isEqualTo(Stage.REFUSED);
        assertThat(model.problemProperty().get())
                .startsWith("“written” cannot be compared. ")
                .contains("Class 1 of the model is \"a\", of the data \"airplane\"");
        Path nothing = Files.writeString(folder.resolve("text.sdp"), "no model");
        interactor.compareWith(new OtherModel.OfFile(nothing));
        jobs.run();
        assertThat(model.stageProperty().get()).isEqualTo(Stage.REFUSED);
        assertThat(model.problemProperty().get())
                .startsWith("“text” cannot be compared. ")
                .contains("text.sdp");
    }

    @Test
    void whatIsCancelledShowsNothingAndWhatIsAskedLastWins() throws Exception {
        SdpModel elsewhere =
                SyntheticModel.of(SmallData.of(SyntheticModel.data(), 1, 2), new WideResNet(10, 1, 10, 32));
        Path slow = file(elsewhere);
        interactor.compareWith(new OtherModel.OfFile(slow));
        jobs.stop();
        jobs.run();
        assertThat(model.stageProperty().get()).isEqualTo(Stage.NONE);
        interactor.compareWith(new OtherModel.OfFile(slow));
        interactor.end();
        jobs.run();
        assertThat(model.stageProperty().get()).isEqualTo(Stage.NONE);
        interactor.compareWith(new OtherModel.OfFile(slow));
        interactor.compareWith(new OtherModel.OfSample("the sample"));
        jobs.run();
        assertThat(model.stageProperty().get()).isEqualTo(Stage.READY);
        assertThat(model.nameProperty().get()).isEqualTo("the sample");
        assertThat(moves().columns()).isEqualTo(columnsOf(OTHER));
    }

    private static int columnsOf(SdpModel of) {
        GallerySource source = new GallerySource(DATA, of.sweep(), of.outcomes().outcomes());
        return new GroupMoves(source, source, Criterion.TOP_1).columns();
    }

    @Test
    void aRefusalStaysThoughTheComparisonBeforeItEndsOnlyThen() throws Exception {
        SdpModel elsewhere =
                SyntheticModel.of(SmallData.of(SyntheticModel.data(), 1, 2), new WideResNet(10, 1, 10, 32));
        Path checkpoint = Files.createFile(folder.resolve("run.checkpoint"));
        RecordedRuns.finished(archive.store().orElseThrow(), Method.SDPOINT, 1, Optional.of(checkpoint));
        interactor.lookForChoices();
        interactor.compareWith(new OtherModel.OfFile(file(elsewhere)));
        interactor.compareWith(model.choices().get(0));
        jobs.run();
        assertThat(model.stageProperty().get()).isEqualTo(Stage.REFUSED);
        assertThat(model.problemProperty().get()).contains("was trained on other data");
    }
}
