package dev.sdpoint.app.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.concurrent.DirectTaskRunner;
import dev.sdpoint.app.fixtures.FakeNetwork;
import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.app.workspace.OpenModel;
import dev.sdpoint.app.workspace.PlaceId;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.data.RgbImage;
import dev.sdpoint.engine.evaluation.NetworkLoader;
import dev.sdpoint.engine.inference.BudgetMenu;
import dev.sdpoint.engine.model.SdpModel;
import dev.sdpoint.engine.network.WideResNet;
import dev.sdpoint.engine.sdpoint.Instance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BudgetInteractorTest {
    private static final DataSet DATA = SyntheticModel.data();
    private static final SdpModel MODEL = SyntheticModel.of(DATA);

    private final Workspace workspace = new Workspace();
    private final BudgetModel state = new BudgetModel();
    private final AtomicInteger openNetworks = new AtomicInteger();
    private final List<Runnable> worker = new ArrayList<>();
    private final BudgetInteractor budget = new BudgetInteractor(state, workspace);
    private final PictureInteractor pictures =
            new PictureInteractor(state, workspace, new DirectTaskRunner(), new SplittableRandom(1));
    private final AnswerInteractor answers = connect(FakeNetwork.loader(openNetworks));

    private AnswerInteractor connect(NetworkLoader loader) {
        AnswerInteractor connected =
                new AnswerInteractor(state, workspace, new DirectTaskRunner(), worker::add, loader);
        BudgetWiring.connect(workspace, state, budget, pictures, connected);
        return connected;
    }

    private void open() {
        BudgetStage.open(workspace, MODEL, DATA);
        work();
    }

    /** Lets the worker do all that waits. */
    private void work() {
        while (!worker.isEmpty()) {
            worker.remove(0).run();
        }
    }

    private Comparison comparison() {
        return state.comparisonProperty().get().orElseThrow();
    }

    @Test
    void showsNothingUntilAModelIsOpen() {
        assertThat(state.axisProperty().get()).isEmpty();
        budget.chooseBudget(0.5);
        pictures.stepImage(1);
        budget.goToTraining();
        assertThat(workspace.currentPlaceProperty().get()).isEqualTo(PlaceId.TRAIN);
    }

    @Test
    void startsWithADifferenceToSeeAndKeepsAnEarlierChoice() {
        open();
        Instance first = workspace.selectedInstanceProperty().get();
        assertThat(first)
                .isEqualTo(
                        new BudgetMenu(MODEL.sweep(), MODEL.space()).best(0.65).instance());
        workspace.selectedInstanceProperty().set(Instance.FULL);
        workspace.modelProperty().set(Optional.of(new OpenModel("again", MODEL)));
        assertThat(workspace.selectedInstanceProperty().get()).isEqualTo(Instance.FULL);
    }

    @Test
    void selectsTheBestInstanceWithinABudget() {
        open();
        BudgetMenu menu = new BudgetMenu(MODEL.sweep(), MODEL.space());
        budget.chooseUnit(BudgetUnit.PERCENT);
        for (int percent = 30; percent <= 100; percent++) {
            budget.chooseBudget(percent);
            double within = Math.max(100 * menu.offers().get(0).relativeCost(), percent);
            assertThat(workspace.selectedInstanceProperty().get())
                    .isEqualTo(menu.best(within / 100).instance());
            assertThat(state.budgetProperty().get()).isEqualTo(within);
        }
    }

    @Test
    void movesTheSliderWhenAnInstanceIsSelectedElsewhere() {
        open();
        Instance instance = Instance.of(2, 0.5);
        workspace.selectedInstanceProperty().set(instance);
        assertThat(state.budgetProperty().get())
                .isEqualTo(MODEL.sweep().of(instance).flops() / 1e9);
        assertThat(state.profileProperty().get().orElseThrow().instance()).isEqualTo(instance);
        assertThat(state.headlineProperty().get().orElseThrow().chosen())
                .isEqualTo(MODEL.sweep().of(instance));
    }

    @Test
    void fallsBackToTheFullNetworkForAnInstanceOfAnother() {
        open();
        workspace.selectedInstanceProperty().set(Instance.of(9, 0.5));
        assertThat(workspace.selectedInstanceProperty().get()).isEqualTo(Instance.FULL);
    }

    @Test
    void countsInMillisecondsOnlyWhatWasMeasured() {
        open();
        assertThat(state.unitsProperty().get()).contains(BudgetUnit.MILLIS);
        budget.chooseUnit(BudgetUnit.MILLIS);
        budget.chooseInstance(Instance.FULL);
        assertThat(state.budgetProperty().get())
                .isEqualTo(MODEL.sweep().of(Instance.FULL).millisPerImage());
    }

    @Test
    void answersForTheChosenInstanceAndTheFullNetwork() {
        open();
        budget.chooseInstance(Instance.of(1, 0.5));
        work();
        assertThat(comparison().chosen().prediction().instance()).isEqualTo(Instance.of(1, 0.5));
        assertThat(comparison().full().prediction().instance()).isEqualTo(Instance.FULL);
        assertThat(state.waitingProperty().get()).isFalse();
    }

    @Test
    void showsTheLatestOfManyChoicesWithoutAnsweringTheOthers() {
        open();
        AtomicInteger changes = new AtomicInteger();
        state.comparisonProperty().addListener((o, was, is) -> changes.incrementAndGet());
        budget.chooseInstance(Instance.of(1, 0.5));
        budget.chooseInstance(Instance.of(1, 0.75));
        budget.chooseInstance(Instance.of(2, 0.75));
        assertThat(state.waitingProperty().get()).isTrue();
        work();
        assertThat(changes).hasValue(1);
        assertThat(comparison().chosen().prediction().instance()).isEqualTo(Instance.of(2, 0.75));
    }

    @Test
    void fillsTheStripFromTheRecordedOutcomes() {
        open();
        workspace.selectedImageProperty().set(Optional.of(5));
        var outcomes = workspace.outcomesProperty().get().orElseThrow();
        for (InstanceCell cell : state.cellsProperty().get()) {
            int k = outcomes.instances().indexOf(cell.score().instance());
            assertThat(cell.known()).isTrue();
            assertThat(cell.probability()).isEqualTo(outcomes.trueProbability(5, k));
            assertThat(cell.verdict() == Comparison.Verdict.RIGHT).isEqualTo(outcomes.right(5, k, 1));
        }
        assertThat(state.cellsProperty().get())
                .hasSize(7)
                .isSortedAccordingTo(
                        (a, b) -> Long.compare(a.score().flops(), b.score().flops()));
    }

    @Test
    void asksEveryInstanceAboutAPictureOfOnesOwn() {
        open();
        pictures.openPicture("sky", () -> new RgbImage(64, 48, new byte[64 * 48 * 3]));
        assertThat(state.cellsProperty().get()).noneMatch(InstanceCell::known);
        work();
        assertThat(state.cellsProperty().get()).allMatch(InstanceCell::known);
        Picture.Own own = (Picture.Own) state.pictureProperty().get().orElseThrow();
        assertThat(own.seen().width()).isEqualTo(32);
        assertThat(own.shot().width()).isEqualTo(64);
        assertThat(comparison().chosen().verdict()).isEqualTo(Comparison.Verdict.UNKNOWN);
    }

    @Test
    void saysWhyAFileIsNoPictureAndKeepsTheOneBefore(@TempDir Path folder) throws IOException {
        open();
        Optional<Picture> before = state.pictureProperty().get();
        Path file = Files.writeString(folder.resolve("letter.txt"), "Dear reader");
        pictures.openFile(file);
        assertThat(state.pictureProblemProperty().get()).contains("letter.txt").endsWith(".");
        assertThat(state.pictureProperty().get()).isEqualTo(before);
        pictures.stepImage(1);
        assertThat(state.pictureProblemProperty().get()).isEmpty();
    }

    @Test
    void comesBackFromAPictureOfOnesOwnToTheImageThatWasLeft() {
        open();
        workspace.selectedImageProperty().set(Optional.of(7));
        pictures.openPicture("sky", () -> new RgbImage(32, 32, new byte[32 * 32 * 3]));
        assertThat(workspace.selectedImageProperty().get()).isEmpty();
        pictures.stepImage(1);
        assertThat(workspace.selectedImageProperty().get()).contains(7);
        pictures.stepImage(-8);
        assertThat(workspace.selectedImageProperty().get())
                .contains(DATA.validation().size() - 1);
    }

    @Test
    void goesToHardImages() {
        open();
        pictures.nextHardImage();
        int image = workspace.selectedImageProperty().get().orElseThrow();
        assertThat(state.needProperty().get()).isNotEmpty();
        assertThat(state.hardPicksProperty().get()).isNotEmpty().noneMatch(p -> p.index() == image);
        assertThat(state.trueClassProperty().get())
                .isEqualTo(DATA.classNames().get(DATA.validation().label(image)));
    }

    @Test
    void asksNothingWhileOffScreen() {
        open();
        answers.setActive(false);
        budget.chooseInstance(Instance.of(1, 0.5));
        assertThat(worker).isEmpty();
        answers.setActive(true);
        work();
        assertThat(comparison().chosen().prediction().instance()).isEqualTo(Instance.of(1, 0.5));
    }

    @Test
    void closesTheNetworkOfTheModelBefore() {
        open();
        assertThat(openNetworks).hasValue(1);
        SdpModel other = SyntheticModel.of(DATA, new WideResNet(16, 1, 10, 32));
        BudgetStage.open(workspace, other, DATA);
        work();
        assertThat(openNetworks).hasValue(1);
        answers.release();
        assertThat(openNetworks).hasValue(0);
    }

    @Test
    void saysThatTheNetworkCannotBeRunAndTriesAgainWhenAsked() {
        Workspace broken = new Workspace();
        BudgetModel shown = new BudgetModel();
        AtomicInteger attempts = new AtomicInteger();
        NetworkLoader once = (spec, weights) -> {
            if (attempts.incrementAndGet() == 1) {
                throw new IllegalArgumentException("the weights lack conv0/weights");
            }
            return FakeNetwork.loader().load(spec, weights);
        };
        AnswerInteractor unlucky = new AnswerInteractor(shown, broken, new DirectTaskRunner(), Runnable::run, once);
        BudgetWiring.connect(
                broken,
                shown,
                new BudgetInteractor(shown, broken),
                new PictureInteractor(shown, broken, new DirectTaskRunner(), new SplittableRandom(1)),
                unlucky);
        broken.dataProperty().set(Optional.of(DATA));
        broken.modelProperty().set(Optional.of(new OpenModel("broken", MODEL)));
        assertThat(shown.answerProblemProperty().get()).contains("the weights lack conv0/weights");
        unlucky.askAgain();
        assertThat(shown.answerProblemProperty().get()).isEmpty();
        assertThat(shown.comparisonProperty().get()).isPresent();
    }
}
