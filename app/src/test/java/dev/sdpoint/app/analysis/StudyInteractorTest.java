package dev.sdpoint.app.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.archive.RunArchive;
import dev.sdpoint.app.concurrent.DirectTaskRunner;
import dev.sdpoint.app.fixtures.FakeNetwork;
import dev.sdpoint.app.fixtures.HeldJobs;
import dev.sdpoint.app.fixtures.ManyImages;
import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.app.study.StudyResult;
import dev.sdpoint.app.workspace.OpenModel;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.evaluation.NetworkLoader;
import dev.sdpoint.engine.event.TrainingEvent;
import dev.sdpoint.engine.model.SdpModel;
import dev.sdpoint.engine.network.WideResNet;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.store.NewRun;
import dev.sdpoint.engine.store.Recording;
import dev.sdpoint.engine.store.RunStore;
import dev.sdpoint.engine.training.Method;
import dev.sdpoint.engine.training.Recipe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StudyInteractorTest {
    private static final DataSet DATA = SyntheticModel.data();
    private static final SdpModel MODEL = SyntheticModel.of(DATA);

    @TempDir
    private Path folder;

    private final Workspace workspace = new Workspace();
    private final StudyModel model = new StudyModel();
    private final HeldJobs jobs = new HeldJobs();
    private final AtomicInteger open = new AtomicInteger();
    private RunArchive archive = new RunArchive(Path.of("set below"));

    @AfterEach
    void close() {
        archive.close();
        assertThat(open.get()).as("networks left open").isZero();
    }

    private StudyInteractor interactor(NetworkLoader loader) {
        archive = new RunArchive(folder);
        return new StudyInteractor(
                model,
                workspace,
                new DirectTaskRunner(),
                jobs,
                loader,
                new RecordedModels(archive, loader),
                Runnable::run);
    }

    private StudyInteractor opened(Analysis analysis, int images) {
        StudyInteractor interactor = interactor(FakeNetwork.loader(open));
        workspace.modelProperty().set(Optional.of(new OpenModel("mine", MODEL)));
        workspace.dataProperty().set(Optional.of(DATA));
        model.analysisProperty().set(analysis);
        model.imagesProperty().set(images);
        return interactor;
    }

    private StudyResult answer() {
        return ((StudyState.Answered) model.stateProperty().get()).result();
    }

    @Test
    void saysWhatIsMissing() {
        interactor(FakeNetwork.loader(open));
        model.analysisProperty().set(Analysis.CASCADE);
        assertThat(model.stateProperty().get()).isInstanceOfSatisfying(StudyState.Missing.class, missing -> {
            assertThat(missing.title()).isEqualTo("No data set is open yet");
            assertThat(missing.trainHelps()).isFalse();
        });
        workspace.dataProperty().set(Optional.of(DATA));
        assertThat(model.stateProperty().get())
                .isInstanceOfSatisfying(
                        StudyState.Missing.class,
                        missing -> assertThat(missing.trainHelps()).isTrue());
        workspace.modelProperty().set(Optional.of(new OpenModel("mine", MODEL)));
        assertThat(model.stateProperty().get()).isInstanceOf(StudyState.Askable.class);
        workspace.dataProperty().set(Optional.of(ManyImages.of(10, 16)));
        assertThat(model.stateProperty().get())
                .isInstanceOfSatisfying(
                        StudyState.Missing.class,
                        missing ->
                                assertThat(missing.text()).contains("side 32").contains("side 16"));
    }

    @Test
    void tellsWhatAnAnswerTakesBeforeItIsAsked() {
        opened(Analysis.CASCADE, 100);
        assertThat(model.effortProperty().get())
                .startsWith("100 images × 7 instances · about ")
                .contains("in the model");
        model.analysisProperty().set(Analysis.SCALE);
        assertThat(model.effortProperty().get()).startsWith("100 images × 7 instances × 5 passes");
        model.analysisProperty().set(Analysis.STATISTICS);
        assertThat(model.effortProperty().get()).startsWith("100 images × 7 instances × 2 passes");
        model.analysisProperty().set(Analysis.CLASSES);
        assertThat(model.effortProperty().get()).isEqualTo("100 images × 7 instances, answers recorded with the model");
        assertThat(model.imageCounts()).containsExactly(100, 200, 500, 1000, 2000);
    }

    @Test
    void everyQuestionIsAnsweredOnceAndKept() {
        StudyInteractor interactor = opened(Analysis.CASCADE, 100);
        for (Analysis analysis : Analysis.values()) {
            if (analysis == Analysis.RUNS) {
                continue;
            }
            model.analysisProperty().set(analysis);
            interactor.run();
            assertThat(model.stateProperty().get()).isInstanceOf(StudyState.Running.class);
            jobs.go();
            assertThat(answer().findings()).as(analysis.name()).hasSize(1);
            assertThat(answer().findings().get(0)).startsWith("mine");
            assertThat(answer().figure().panels()).isNotEmpty();
            assertThat(answer().table().rows()).isNotEmpty();
            assertThat(model.busyProperty().get()).isFalse();
        }
        StudyResult last = answer();
        model.analysisProperty().set(Analysis.CASCADE);
        assertThat(answer().study()).isEqualTo("cascade");
        model.analysisProperty().set(Analysis.RUNS);
        model.analysisProperty().set(Analysis.CLASSES);
        assertThat(answer()).as("kept").isSameAs(last);
        interactor.run();
        assertThat(jobs.waiting()).as("nothing is asked twice").isZero();

        model.imagesProperty().set(200);
        assertThat(model.stateProperty().get()).as("other images").isInstanceOf(StudyState.Askable.class);
        model.imagesProperty().set(100);
        assertThat(answer()).isSameAs(last);
    }

    @Test
    void progressCoversAllPasses() {
        StudyInteractor interactor = opened(Analysis.STATISTICS, 200);
        interactor.run();
        jobs.go();
        assertThat(jobs.steps())
                .startsWith("0/400")
                .contains("100/400", "200/400", "300/400")
                .endsWith("400/400");
    }

    @Test
    void theAnswerToACancelledQuestionIsNotKept() {
        StudyInteractor interactor = opened(Analysis.CALIBRATION, 100);
        interactor.run();
        interactor.cancel();
        jobs.go();
        assertThat(model.stateProperty().get()).isInstanceOf(StudyState.Askable.class);
        assertThat(model.busyProperty().get()).isFalse();
        interactor.run();
        jobs.go();
        assertThat(model.stateProperty().get()).isInstanceOf(StudyState.Answered.class);
    }

    @Test
    void aFailureIsASentenceAndCanBeTriedAgain() {
        boolean[] broken = {true};
        NetworkLoader loader = (spec, weights) -> {
            if (broken[0]) {
                throw new IllegalArgumentException("The weights do not fit. Open another model.");
            }
            return FakeNetwork.loader(open).load(spec, weights);
        };
        StudyInteractor interactor = interactor(loader);
        workspace.modelProperty().set(Optional.of(new OpenModel("mine", MODEL)));
        workspace.dataProperty().set(Optional.of(DATA));
        model.analysisProperty().set(Analysis.CASCADE);
        model.imagesProperty().set(100);
        interactor.run();
        jobs.go();
        assertThat(model.stateProperty().get())
                .isEqualTo(new StudyState.Failed("The weights do not fit. Open another model."));
        broken[0] = false;
        interactor.run();
        jobs.go();
        assertThat(model.stateProperty().get()).isInstanceOf(StudyState.Answered.class);
    }

    @Test
    void oneQuestionIsAnsweredAtATimeAndOthersCanBeLookedAt() {
        StudyInteractor interactor = opened(Analysis.CASCADE, 100);
        interactor.run();
        model.analysisProperty().set(Analysis.CALIBRATION);
        interactor.run();
        assertThat(jobs.waiting()).isEqualTo(1);
        assertThat(model.busyProperty().get()).isTrue();
        jobs.go();
        assertThat(model.stateProperty().get()).as("of the one looked at").isInstanceOf(StudyState.Askable.class);
        model.analysisProperty().set(Analysis.CASCADE);
        assertThat(answer().study()).isEqualTo("cascade");
    }

    @Test
    void classesCanBeRankedUnderAnyCheaperInstance() {
        StudyInteractor interactor = opened(Analysis.CLASSES, 200);
        assertThat(model.instances().get(0)).isEmpty();
        assertThat(model.instances()).doesNotContain(Optional.of(Instance.FULL)).hasSizeBetween(5, 7);
        Instance chosen = model.instances().get(3).orElseThrow();
        model.instanceProperty().set(Optional.of(chosen));
        interactor.run();
        jobs.go();
        assertThat(answer().table().rows())
                .hasSize(10)
                .allSatisfy(row -> assertThat(row.get(1)).isEqualTo(chosen));
    }

    @Test
    void theAnswerAboutARunThatTrainsOnCanStillBeSeen() throws Exception {
        StudyInteractor interactor = opened(Analysis.CASCADE, 100);
        Path checkpoint = Files.writeString(folder.resolve("checkpoint"), "no checkpoint at all");
        Recipe recipe = Recipe.standard(new WideResNet(10, 1, DATA.classCount(), DATA.side()), Method.SDPOINT, 2, 7);
        RunStore store = archive.store().orElseThrow();
        try (Recording recording = store.record(NewRun.of(recipe, DATA, Optional.of(checkpoint)))) {
            recording.accept(new TrainingEvent.Started(0, 100, 50, 2));
            interactor.lookForRuns();
            assertThat(model.candidates()).hasSize(2);
            model.candidateProperty().set(Optional.of(model.candidates().get(1)));
            interactor.run();
            assertThat(model.stateProperty().get()).isInstanceOf(StudyState.Running.class);

            for (int i = 1; i <= 40; i++) {
                recording.accept(new TrainingEvent.IterationDone(i, 0, 1, 2, 1, 0.1, 128));
            }
        }
        interactor.lookForRuns();
        assertThat(model.candidates()).as("as it was, and as it is").hasSize(3);
        assertThat(model.stateProperty().get()).isInstanceOf(StudyState.Running.class);
        jobs.go();
        assertThat(model.stateProperty().get()).isInstanceOf(StudyState.Failed.class);

        interactor.lookForRuns();
        assertThat(model.candidates()).hasSize(2);
        assertThat(model.candidateProperty().get())
                .as("the same run, not the open model")
                .contains(model.candidates().get(1));
        assertThat(model.stateProperty().get()).isInstanceOf(StudyState.Askable.class);
    }
}
