package dev.sdpoint.app.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.concurrent.DirectTaskRunner;
import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.app.fixtures.FakeNetwork;
import dev.sdpoint.app.fixtures.LateTasks;
import dev.sdpoint.app.fixtures.PictureFolder;
import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.app.inference.LoadedNetwork;
import dev.sdpoint.app.workspace.OpenModel;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.data.DataSets;
import dev.sdpoint.engine.data.FolderOptions;
import dev.sdpoint.engine.evaluation.NetworkLoader;
import dev.sdpoint.engine.inference.BudgetedClassifier;
import dev.sdpoint.engine.model.SdpModel;
import dev.sdpoint.engine.network.WideResNet;
import dev.sdpoint.engine.sdpoint.Instance;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetailInteractorTest {
    private static final DataSet DATA = SyntheticModel.data();
    /** 6 points. */
    private static final SdpModel MODEL = SyntheticModel.of(DATA, new WideResNet(16, 1, 10, 32));

    @TempDir
    private Path temporary;

    private Path folder = Path.of("set below");
    private final Workspace workspace = new Workspace();
    private final GalleryModel gallery = new GalleryModel();
    private final DetailModel state = new DetailModel();
    private final Deque<Runnable> work = new ArrayDeque<>();
    private final AtomicInteger open = new AtomicInteger();
    private NetworkLoader loader = FakeNetwork.loader(open);
    private final LoadedNetwork network = new LoadedNetwork((spec, weights) -> loader.load(spec, weights));

    private DetailInteractor start() {
        return start(DATA, MODEL, new DirectTaskRunner());
    }

    private DetailInteractor start(DataSet data, SdpModel model, TaskRunner tasks) {
        GalleryInteractor list = new GalleryInteractor(gallery, workspace, new DirectTaskRunner());
        DetailInteractor detail = new DetailInteractor(gallery, state, workspace, tasks, work::add, network);
        list.start();
        detail.start();
        workspace.modelProperty().set(Optional.of(new OpenModel("synthetic", model)));
        workspace.dataProperty().set(Optional.of(data));
        workspace.outcomesProperty().set(model.outcomes().forImages(data.validation()));
        return detail;
    }

    private void workAll() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }

    private void look(int image) {
        workspace.selectedImageProperty().set(Optional.of(image));
    }

    private List<Float> expected(int image, Instance instance) {
        try (BudgetedClassifier classifier = new BudgetedClassifier(MODEL, FakeNetwork.loader())) {
            return classifier.classify(DATA.validation().image(image), instance).probabilities();
        }
    }

    @Test
    void asksTheSelectedAndTheFullInstanceAboutTheImage() {
        DetailInteractor detail = start();
        detail.setActive(true);
        Instance half = Instance.of(2, 0.5);
        workspace.selectedInstanceProperty().set(half);
        look(11);
        assertThat(state.selectedProperty().get()).isEmpty();
        workAll();
        assertThat(state.selectedProperty().get().orElseThrow().probabilities()).isEqualTo(expected(11, half));
        assertThat(state.fullProperty().get().orElseThrow().probabilities()).isEqualTo(expected(11, Instance.FULL));
        assertThat(open.get()).isEqualTo(1);
        network.release();
        assertThat(open.get()).isZero();
    }

    @Test
    void dropsAnswersAboutAnImageThatIsNoLongerLookedAt() {
        DetailInteractor detail = start();
        detail.setActive(true);
        look(11);
        look(12);
        assertThat(state.fullProperty().get()).isEmpty();
        workAll();
        assertThat(state.fullProperty().get().orElseThrow().probabilities())
                .isEqualTo(expected(12, Instance.FULL))
                .isNotEqualTo(expected(11, Instance.FULL));
        assertThat(state.mapsProperty().get().orElseThrow().image()).isEqualTo(12);
    }

    @Test
    void asksNothingOffScreen() {
        DetailInteractor detail = start();
        look(11);
        assertThat(work).isEmpty();
        detail.setActive(true);
        detail.setActive(false);
        workAll();
        assertThat(open.get()).isZero();
        detail.setActive(true);
        workAll();
        assertThat(state.fullProperty().get()).isPresent();
    }

    @Test
    void comparesMapsAtThePointOfTheSelectedInstance() {
        DetailInteractor detail = start();
        detail.setActive(true);
        look(11);
        workspace.selectedInstanceProperty().set(Instance.of(2, 0.75));
        workAll();
        MapStory story = state.mapsProperty().get().orElseThrow();
        assertThat(story.point()).isEqualTo(2);
        assertThat(story.columns()).containsExactly("full", "×0.75", "×0.5");
        // The fake network's maps at ratio 0.5 grow by a fifth each block: above half after three.
        assertThat(story.firstLarge()).hasValue(5);
        assertThat(state.blockProperty().get()).isEqualTo(2);
        detail.chooseBlock(5);
        assertThat(state.blockProperty().get()).isEqualTo(5);
        detail.choosePoint(4);
        workAll();
        assertThat(state.mapsProperty().get().orElseThrow().point()).isEqualTo(4);
        assertThat(state.blockProperty().get()).isEqualTo(4);
        assertThat(workspace.selectedInstanceProperty().get()).isEqualTo(Instance.of(2, 0.75));
    }

    @Test
    void saysWhatFailedAndAsksAgainWhenTold() {
        NetworkLoader works = loader;
        loader = (spec, weights) -> {
            throw new IllegalArgumentException("the weights do not fit");
        };
        DetailInteractor detail = start();
        detail.setActive(true);
        look(11);
        workAll();
        assertThat(state.problemProperty().get()).contains("the weights do not fit");
        assertThat(state.waitingProperty().get()).isFalse();
        loader = works;
        detail.askAgain();
        workAll();
        assertThat(state.problemProperty().get()).isEmpty();
        assertThat(state.fullProperty().get()).isPresent();
        assertThat(state.mapsProperty().get()).isPresent();
    }

    @Test
    void forgetsAnswersOfAnotherModel() {
        DetailInteractor detail = start();
        detail.setActive(true);
        look(11);
        workAll();
        workspace.modelProperty().set(Optional.empty());
        assertThat(state.fullProperty().get()).isEmpty();
        assertThat(state.mapsProperty().get()).isEmpty();
        assertThat(state.pointsProperty().get()).isEmpty();
    }

    /** A folder whose pictures lie on disk. */
    private DataSet onDisk() throws Exception {
        folder = PictureFolder.of(temporary.resolve("shapes"), 30);
        DataSet data = DataSets.open(folder, FolderOptions.DEFAULT);
        assertThat(data.validation().inMemory()).isFalse();
        return data;
    }

    private static SdpModel modelOf(DataSet data) {
        return SyntheticModel.of(data, new WideResNet(10, 1, data.classCount(), data.side()));
    }

    @Test
    void readsPicturesOfAFolderInTheBackgroundAndOnlyTheOneThatIsLookedAt() throws Exception {
        DataSet data = onDisk();
        LateTasks late = new LateTasks();
        DetailInteractor detail = start(data, modelOf(data), late);
        look(0);
        assertThat(late.waiting()).as("off screen nothing is read").isZero();
        detail.setActive(true);
        look(1);
        workspace.selectedInstanceProperty().set(Instance.of(2, 0.5));
        assertThat(late.waiting()).isEqualTo(1);
        assertThat(work)
                .as("nothing is asked about a picture that is not there yet")
                .isEmpty();
        late.finishAll();
        workAll();
        assertThat(state.mapsProperty().get().orElseThrow().image()).isEqualTo(1);
        assertThat(state.fullProperty().get()).isPresent();
    }

    @Test
    void answersNothingAboutAPictureThatIsGoneAndReadsItAgainWhenTold() throws Exception {
        DataSet data = onDisk();
        DetailInteractor detail = start(data, modelOf(data), new DirectTaskRunner());
        detail.setActive(true);
        look(0);
        workAll();
        assertThat(state.mapsProperty().get()).isPresent();
        Path aside = folder.resolveSibling("aside");
        Files.move(folder, aside);
        look(1);
        workAll();
        assertThat(state.problemProperty().get()).contains("is not there any more");
        assertThat(state.mapsProperty().get()).as("those of another image").isEmpty();
        workspace.selectedInstanceProperty().set(Instance.of(2, 0.5));
        workAll();
        assertThat(state.mapsProperty().get()).isEmpty();
        assertThat(state.fullProperty().get()).isEmpty();
        Files.move(aside, folder);
        detail.askAgain();
        workAll();
        assertThat(state.problemProperty().get()).isEmpty();
        assertThat(state.mapsProperty().get().orElseThrow().image()).isEqualTo(1);
    }
}
