package dev.sdpoint.app.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.budget.TimesModel.Measured;
import dev.sdpoint.app.budget.TimesModel.Source;
import dev.sdpoint.app.concurrent.DirectTaskRunner;
import dev.sdpoint.app.fixtures.FakeNetwork;
import dev.sdpoint.app.fixtures.HeldJobs;
import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.app.workspace.OpenModel;
import dev.sdpoint.app.workspace.RunNews;
import dev.sdpoint.app.workspace.Sorting;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.model.SdpModel;
import dev.sdpoint.engine.network.WideResNet;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.faults.FaultTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimesInteractorTest {
    private static final DataSet DATA = SyntheticModel.data();
    private static final SdpModel MODEL = SyntheticModel.of(DATA);
    private static final Instance CHEAPEST = Instance.of(1, 0.5);

    @TempDir
    private Path folder;

    private Path file;
    private Window window;

    /** The place of one start of the program, without its view. */
    private static final class Window {
        private final Workspace workspace = new Workspace();
        private final BudgetModel state = new BudgetModel();
        private final TimesModel times = state.times();
        private final HeldJobs jobs = new HeldJobs();
        private final SimpleBooleanProperty streams = new SimpleBooleanProperty();
        private final BudgetInteractor budget = new BudgetInteractor(state, workspace);
        private final TimesInteractor interactor;

        Window(MachineTimes here) {
            DirectTaskRunner tasks = new DirectTaskRunner();
            interactor = new TimesInteractor(times, workspace, tasks, jobs, here, streams);
            BudgetWiring.connect(
                    workspace,
                    state,
                    budget,
                    new PictureInteractor(state, workspace, tasks, new SplittableRandom(1)),
                    new AnswerInteractor(state, workspace, tasks, Runnable::run, FakeNetwork.loader()));
            BudgetWiring.connect(workspace, interactor);
        }

        Window open(SdpModel model) {
            BudgetStage.open(workspace, model, DATA);
            return this;
        }

        void measure() {
            interactor.measure();
            jobs.goOn();
        }
    }

    private MachineTimes machine(String processor) {
        return PretendTimes.here(file, processor, Map.of());
    }

    @BeforeEach
    void openModel() {
        file = folder.resolve("times.tsv");
        window = new Window(machine("processor A")).open(MODEL);
    }

    @Test
    void showsTheRecordedTimesUntilItIsMeasuredHere() {
        assertThat(window.times.sourceProperty().get()).isEqualTo(Source.RECORDED);
        window.budget.chooseUnit(BudgetUnit.MILLIS);
        window.budget.chooseInstance(Instance.FULL);
        assertThat(window.state.budgetProperty().get())
                .isEqualTo(MODEL.sweep().of(Instance.FULL).millisPerImage());
        window.measure();
        assertThat(window.times.sourceProperty().get()).isEqualTo(Source.HERE);
        double measured = MODEL.sweep().of(Instance.FULL).flops() / 1e8;
        assertThat(window.state.budgetProperty().get()).isEqualTo(measured);
        assertThat(window.state.axisProperty().get().orElseThrow().most()).isEqualTo(measured);
        assertThat(window.state.headlineProperty().get().orElseThrow().chosen().millisPerImage())
                .isEqualTo(measured);
        assertThat(window.state.headlineProperty().get().orElseThrow().times()).isEqualTo(Source.HERE);
    }

    @Test
    void remembersThemForTheNextStart() {
        window.measure();
        Optional<Measured> measured = window.times.measuredProperty().get();
        assertThat(measured.orElseThrow().machine()).isEqualTo("processor A · CPU, 2 threads");
        Window next = new Window(machine("processor A")).open(SyntheticModel.of(DATA));
        assertThat(next.times.measuredProperty().get()).isEqualTo(measured);
        assertThat(next.times.sourceProperty().get()).isEqualTo(Source.HERE);
    }

    @Test
    void doesNotTakeThemForAnotherMachinesOrAnotherModels() {
        window.measure();
        assertThat(new Window(machine("processor B"))
                        .open(MODEL)
                        .times
                        .measuredProperty()
                        .get())
                .isEmpty();
        window.open(SyntheticModel.of(DATA, new WideResNet(16, 1, 10, 32)));
        assertThat(window.times.measuredProperty().get()).isEmpty();
        assertThat(window.times.sourceProperty().get()).isEqualTo(Source.RECORDED);
        window.open(MODEL);
        assertThat(window.times.measuredProperty().get()).isPresent();
    }

    @Test
    void ignoresADamagedFile() throws IOException {
        window.measure();
        Files.writeString(file, Files.readString(file).replace("1\t", "1\tx"));
        Window next = new Window(machine("processor A")).open(MODEL);
        assertThat(next.times.sourceProperty().get()).isEqualTo(Source.RECORDED);
        assertThat(next.times.problemProperty().get()).isEmpty();
        next.measure();
        assertThat(next.times.sourceProperty().get()).isEqualTo(Source.HERE);
    }

    @Test
    void offersByTimeWhatIsNotBeatenByTheClock() {
        // The cheapest by FLOPs takes longest of all.
        double slowest = 2 * MODEL.sweep().of(Instance.FULL).flops() / 1e8;
        Window other = new Window(PretendTimes.here(file, "processor A", Map.of(CHEAPEST, slowest))).open(MODEL);
        other.measure();
        List<InstanceScore> byFlops =
                other.state.axisProperty().get().orElseThrow().offers();
        assertThat(byFlops).anyMatch(offer -> offer.instance().equals(CHEAPEST));
        other.budget.chooseUnit(BudgetUnit.MILLIS);
        BudgetAxis axis = other.state.axisProperty().get().orElseThrow();
        assertThat(axis.offers()).noneMatch(offer -> offer.instance().equals(CHEAPEST));
        other.budget.chooseBudget(slowest);
        assertThat(other.state.instanceProperty().get()).isEqualTo(Instance.FULL);
        other.budget.chooseInstance(CHEAPEST);
        assertThat(other.state.headlineProperty().get().orElseThrow().offered()).isFalse();
        other.budget.chooseUnit(BudgetUnit.PERCENT);
        assertThat(other.state.headlineProperty().get().orElseThrow().offered()).isTrue();
        assertThat(other.times.disagreementProperty().get())
                .contains("after block 1 · ×0.5 has fewer FLOPs than")
                .contains("takes longer");
    }

    @Test
    void saysNothingOfOrderWhereTimeFollowsFlops() {
        window.measure();
        assertThat(window.times.disagreementProperty().get()).isEmpty();
    }

    @Test
    void stopsWhenAskedAndKeepsTheTimesFromBefore() {
        window.measure();
        Optional<Measured> before = window.times.measuredProperty().get();
        window.interactor.measure();
        assertThat(window.times.measuringProperty().get()).isTrue();
        window.interactor.cancel();
        window.jobs.goOn();
        assertThat(window.times.measuringProperty().get()).isFalse();
        assertThat(window.times.problemProperty().get()).isEmpty();
        assertThat(window.times.measuredProperty().get()).isEqualTo(before);
    }

    @Test
    void tellsHowFarItIs() {
        List<Double> heard = new ArrayList<>();
        window.times.progressProperty().addListener((o, was, is) -> heard.add(is.doubleValue()));
        window.measure();
        assertThat(heard).containsExactly(-1.0, 0.0, 0.5, 0.0);
    }

    @Test
    void saysWhyItFailed() {
        Window broken = new Window(new MachineTimes(
                        (network, space, progress) -> {
                            throw new IllegalStateException("out of native memory");
                        },
                        () -> PretendTimes.machine("processor A"),
                        file))
                .open(MODEL);
        broken.measure();
        assertThat(broken.times.problemProperty().get()).contains("could not be measured: out of native memory");
        assertThat(broken.times.measuringProperty().get()).isFalse();
        assertThat(broken.times.sourceProperty().get()).isEqualTo(Source.RECORDED);
    }

    @FaultTest
    void usesTimesThatCannotBeKeptAndSaysSo() throws IOException {
        file = Files.writeString(folder.resolve("no folder"), "a file").resolve("times.tsv");
        Window unlucky = new Window(machine("processor A")).open(MODEL);
        unlucky.measure();
        assertThat(unlucky.times.sourceProperty().get()).isEqualTo(Source.HERE);
        assertThat(unlucky.times.problemProperty().get()).contains("could not be kept");
    }

    @Test
    void givesWayToARunThatTrains() {
        window.interactor.measure();
        window.workspace.runProperty().set(Optional.of(new RunNews("wrn-10-1", RunNews.Phase.TRAINING, 0, "")));
        window.jobs.goOn();
        assertThat(window.times.measuredProperty().get()).isEmpty();
        assertThat(window.times.problemProperty().get()).contains("A run began");
        window.interactor.measure();
        assertThat(window.times.measuringProperty().get()).isFalse();
        window.workspace.runProperty().set(Optional.of(new RunNews("wrn-10-1", RunNews.Phase.FINISHED, 100, "")));
        window.measure();
        assertThat(window.times.measuredProperty().get()).isPresent();
        assertThat(window.times.problemProperty().get()).isEmpty();
    }

    @Test
    void givesWayToAStream() {
        window.interactor.measure();
        window.streams.set(true);
        window.jobs.goOn();
        assertThat(window.times.measuredProperty().get()).isEmpty();
        assertThat(window.times.problemProperty().get()).contains("A stream began");
        window.interactor.measure();
        assertThat(window.times.measuringProperty().get()).isFalse();
        assertThat(window.times.busyProperty().get()).isEqualTo(TimesModel.Busy.STREAMING);
        window.streams.set(false);
        window.measure();
        assertThat(window.times.measuredProperty().get()).isPresent();
    }

    @Test
    void givesWayToAnswersThatAreBeingComputed() {
        Sorting sorting = new Sorting(Sorting.Phase.RUNNING, Optional.empty(), 1000, 13, () -> {});
        window.workspace.sortingProperty().set(sorting);
        window.interactor.measure();
        assertThat(window.times.measuringProperty().get()).isFalse();
        assertThat(window.times.busyProperty().get()).isEqualTo(TimesModel.Busy.ANSWERING);
        window.workspace.sortingProperty().set(sorting.in(Sorting.Phase.STOPPED));
        window.interactor.measure();
        window.workspace.sortingProperty().set(sorting);
        window.jobs.goOn();
        assertThat(window.times.measuredProperty().get()).isEmpty();
        assertThat(window.times.problemProperty().get()).contains("answers to all images are being computed");
    }

    @Test
    void dropsTheTimesOfAModelThatIsNoLongerOpen() {
        window.interactor.measure();
        window.workspace.modelProperty().set(Optional.of(new OpenModel("again", MODEL)));
        window.jobs.goOn();
        assertThat(window.times.measuredProperty().get()).isEmpty();
        assertThat(window.times.measuringProperty().get()).isFalse();
    }

    @Test
    void asksTheMachineForItsNameOnlyIfThereIsSomethingToCompare() {
        int[] asked = {0};
        MachineTimes counting = new MachineTimes(
                machine("processor A").profiler(),
                () -> {
                    asked[0]++;
                    return PretendTimes.machine("processor A");
                },
                file);
        Window quiet = new Window(counting).open(MODEL);
        assertThat(asked[0]).isZero();
        quiet.measure();
        assertThat(asked[0]).isEqualTo(1);
        new Window(counting).open(MODEL);
        assertThat(asked[0]).isEqualTo(2);
    }
}
