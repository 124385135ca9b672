package dev.sdpoint.app.shell;

import dev.sdpoint.app.analysis.AnalysisPlace;
import dev.sdpoint.app.archive.RunArchive;
import dev.sdpoint.app.budget.BudgetPlace;
import dev.sdpoint.app.budget.MachineTimes;
import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.app.gallery.GalleryPlace;
import dev.sdpoint.app.library.DevicePanel;
import dev.sdpoint.app.library.KeptPictures;
import dev.sdpoint.app.library.LibraryActions;
import dev.sdpoint.app.library.LibraryPlace;
import dev.sdpoint.app.library.PanelsInColumn;
import dev.sdpoint.app.library.models.ModelActions;
import dev.sdpoint.app.library.models.ModelShelves;
import dev.sdpoint.app.library.models.ModelsPanel;
import dev.sdpoint.app.runs.RunsPanel;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.theme.Themes;
import dev.sdpoint.app.train.TrainPages;
import dev.sdpoint.app.train.TrainPlace;
import dev.sdpoint.app.workspace.OpenModel;
import dev.sdpoint.app.workspace.PlaceId;
import dev.sdpoint.app.workspace.UndoStack;
import dev.sdpoint.app.workspace.UserFolders;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.compute.Dl4jCompute;
import dev.sdpoint.engine.download.DataLibrary;
import dev.sdpoint.engine.evaluation.HalvedBatches;
import dev.sdpoint.engine.evaluation.LatencyProfile;
import dev.sdpoint.engine.evaluation.LatencyProfiler;
import dev.sdpoint.engine.evaluation.NetworkLoader;
import dev.sdpoint.engine.model.ModelFiles;
import dev.sdpoint.engine.store.StoreOpening;
import dev.sdpoint.engine.training.NetworkBuilder;
import dev.sdpoint.engine.training.ThisMachine;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.prefs.Preferences;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything that lives as long as the window, wired by hand. JavaFX thread only. */
final class AppServices implements FileDrops.Receiver {
    private static final Texts TEXTS = Texts.of(AppServices.class);
    private static final Logger LOG = LoggerFactory.getLogger(AppServices.class);

    private final Workspace workspace = new Workspace();
    private final Dl4jCompute compute = Dl4jCompute.gentle();
    private final NetworkBuilder learners;

    /** For work on many images at once; batches that do not fit the memory are halved. */
    private final NetworkLoader batches;

    private final TaskRunner tasks;
    private final Preferences preferences;
    private final BundledContent bundled;
    private final RunArchive archive;
    private final ModelShelves shelves = ModelShelves.in(UserFolders.models(), UserFolders.recentModels());
    private final Themes themes;
    private final Opening opening = new Opening();
    private final Opener opener;
    private final Navigator navigator;

    /**
     * Wires everything.
     *
     * @param preferences where theme and window size are remembered
     * @param bundled what comes with the program
     * @param archive the recorded runs; whoever made it closes it when no run trains any more
     */
    AppServices(TaskRunner tasks, Preferences preferences, BundledContent bundled, RunArchive archive) {
        this(tasks, preferences, bundled, archive, builder -> builder);
    }

    /** @param watched what stands between a run and the networks that it trains, for measurements */
    AppServices(
            TaskRunner tasks,
            Preferences preferences,
            BundledContent bundled,
            RunArchive archive,
            UnaryOperator<NetworkBuilder> watched) {
        this.bundled = bundled;
        this.archive = archive;
        learners = watched.apply(compute);
        this.tasks = tasks;
        this.preferences = preferences;
        themes = new Themes(tasks, preferences);
        batches = HalvedBatches.loader(compute, this::saidByWorker);
        opener = new Opener(workspace, tasks, opening, new SweepJob(batches, tasks), new FolderJob(UserFolders.home()));
        workspace
                .wantedModelProperty()
                .subscribe(wanted -> wanted.ifPresent(trained -> {
                    workspace.wantedModelProperty().set(Optional.empty());
                    opener.openModel(trained);
                }));
        navigator = new Navigator(workspace, places());
    }

    /** The places there are; each gets what it needs and no more. */
    private List<PlaceFactory> places() {
        UndoStack library = new UndoStack();
        return List.of(
                new PlaceFactory(
                        PlaceId.TRAIN,
                        Material2OutlinedMZ.SHOW_CHART,
                        () -> new TrainPages(
                                new TrainPlace(workspace, tasks, learners, profiler(), archive),
                                new RunsPanel(workspace, tasks, archive),
                                workspace)),
                new PlaceFactory(
                        PlaceId.BUDGET,
                        Material2OutlinedMZ.TUNE,
                        () -> new BudgetPlace(workspace, tasks, compute, machineTimes())),
                new PlaceFactory(
                        PlaceId.GALLERY,
                        Material2OutlinedMZ.PHOTO_LIBRARY,
                        () -> new GalleryPlace(workspace, tasks, compute, batches, archive, bundled::model)),
                new PlaceFactory(
                        PlaceId.ANALYSIS,
                        Material2OutlinedAL.ANALYTICS,
                        () -> new AnalysisPlace(workspace, tasks, batches, archive, bundled::model)),
                new PlaceFactory(
                        PlaceId.LIBRARY,
                        Material2OutlinedMZ.STORAGE,
                        () -> new LibraryPlace(
                                workspace,
                                tasks,
                                new DataLibrary(UserFolders.data()),
                                KeptPictures.in(UserFolders.home()),
                                new LibraryOpening(),
                                new PanelsInColumn(
                                        new ModelsPanel(workspace, tasks, shelves, new LibraryOpening(), library),
                                        new DevicePanel(tasks, new Computing(compute))),
                                library)));
    }

    private final class LibraryOpening implements LibraryActions, ModelActions {
        @Override
        public void openBundled() {
            opener.openData("CIFAR-10", bundled::data);
        }

        @Override
        public void openData(Path folder) {
            AppServices.this.openData(folder);
        }

        @Override
        public void openSample() {
            AppServices.this.openSample();
        }

        @Override
        public void openModel(Path file) {
            AppServices.this.openModel(file);
        }
    }

    private LatencyProfiler profiler() {
        return (network, space, progress) ->
                LatencyProfile.measure(compute, network, space, progress, this::saidByWorker);
    }

    private void saidByWorker(String sentence) {
        tasks.onFxThread(() -> opening.say(Message.notice(sentence)));
    }

    private MachineTimes machineTimes() {
        return new MachineTimes(
                profiler(),
                () -> ThisMachine.with(compute.computesOn()),
                UserFolders.home().resolve("times.tsv"));
    }

    Workspace workspace() {
        return workspace;
    }

    TaskRunner tasks() {
        return tasks;
    }

    Preferences preferences() {
        return preferences;
    }

    Themes themes() {
        return themes;
    }

    Opening opening() {
        return opening;
    }

    Navigator navigator() {
        return navigator;
    }

    /** Closes all places and ends what is being opened or sorted: the window is gone. */
    void close() {
        navigator.close();
        opener.close();
    }

    /** The recorded runs; not on the JavaFX thread. */
    RunArchive archive() {
        return archive;
    }

    /** Opens the recorded runs, and tells the person if something is the matter with them. */
    void openArchive() {
        tasks.run(archive::opening, this::tell, problem -> LOG.error("The list of runs cannot be opened.", problem));
    }

    private void tell(StoreOpening outcome) {
        boolean harmless = outcome instanceof StoreOpening.Shared || outcome instanceof StoreOpening.Repaired;
        outcome.sentence()
                .ifPresent(
                        sentence -> opening.mention(harmless ? Message.notice(sentence) : Message.problem(sentence)));
    }

    /** What computes, in words; loads the native libraries, so never on the JavaFX thread. */
    Callable<String> device() {
        return compute::device;
    }

    /** Opens the sample model and the images that come with the program, at the same time. */
    void openBundled() {
        openSample();
        opener.openData("CIFAR-10", bundled::data);
    }

    /** Opens what the program was started with; what comes with it where that names no model or no data, or cannot be read. */
    void openAtStart(FilesToOpen files) {
        openBundled();
        files.giveTo(new FileDrops.Receiver() {
            @Override
            public void openModel(Path file) {
                opener.openModel(nameOf(file), model(file), AppServices.this::openSample);
            }

            @Override
            public void openData(Path folder) {
                AppServices.this.openData(folder);
            }

            @Override
            public void takeInRuns(List<Path> files) {
                AppServices.this.takeInRuns(files);
            }
        });
    }

    private void openSample() {
        opener.openModel(TEXTS.get("sample"), bundled::model);
    }

    /** Opens a model file. */
    @Override
    public void openModel(Path file) {
        opener.openModel(nameOf(file), model(file));
    }

    private Callable<OpenModel> model(Path file) {
        return () -> {
            OpenModel model = new OpenModel(nameOf(file), ModelFiles.read(file), Optional.of(file));
            shelves.opened(file);
            return model;
        };
    }

    private static String nameOf(Path file) {
        return BundledContent.nameOf(String.valueOf(file.getFileName()));
    }

    /** Opens a folder of images. */
    @Override
    public void openData(Path folder) {
        opener.openFolder(folder);
    }

    /** Shows the list of runs, which takes files of runs in. */
    @Override
    public void takeInRuns(List<Path> files) {
        workspace.wantedRunFilesProperty().set(files);
        workspace.currentPlaceProperty().set(PlaceId.TRAIN);
    }
}
