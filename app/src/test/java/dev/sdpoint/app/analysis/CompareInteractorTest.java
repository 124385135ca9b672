package dev.sdpoint.app.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sdpoint.app.archive.RunArchive;
import dev.sdpoint.app.concurrent.DirectTaskRunner;
import dev.sdpoint.app.figure.Panel;
import dev.sdpoint.app.figure.Series;
import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.app.study.StudyResult;
import dev.sdpoint.app.workspace.OpenModel;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.model.SdpModel;
import dev.sdpoint.engine.store.RunId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CompareInteractorTest {
    private static final DataSet DATA = SyntheticModel.data();
    private static final SdpModel MODEL = SyntheticModel.of(DATA);

    @TempDir
    private Path folder;

    private RunArchive archive = new RunArchive(Path.of("set below"));
    private final Workspace workspace = new Workspace();
    private final CompareModel model = new CompareModel();
    private RunId narrow = new RunId("00000000-0000-0000-0000-000000000000");
    private RunId wide = narrow;
    private int samplesRead;

    @BeforeEach
    void record() throws Exception {
        archive = new RunArchive(folder.resolve("runs"));
        narrow = RecordedRuns.record(archive, DATA, "narrow", 1, 0.40, 0.20);
        wide = RecordedRuns.record(archive, DATA, "wide", 2, 0.30, 0.15);
    }

    @AfterEach
    void close() {
        archive.close();
    }

    private CompareInteractor interactor() {
        return new CompareInteractor(
                model,
                workspace,
                new DirectTaskRunner(),
                archive,
                () -> {
                    samplesRead++;
                    return new OpenModel("sample", MODEL);
                },
                Runnable::run);
    }

    private StudyResult result() {
        return model.resultProperty().get().orElseThrow();
    }

    private Object cell(int row, String column) {
        List<String> names =
                result().table().columns().stream().map(c -> c.name()).toList();
        return result().table().rows().get(row).get(names.indexOf(column));
    }

    private double share(int row, String column) {
        return ((Number) cell(row, column)).doubleValue();
    }

    @Test
    void listsRunsAndComparesThoseThatAreChosen() {
        CompareInteractor interactor = interactor();
        interactor.lookForRuns();
        assertThat(model.runs()).extracting(run -> run.label().name()).containsExactlyInAnyOrder("narrow", "wide");
        assertThat(model.resultProperty().get())
                .as("nothing chosen, nothing open")
                .isEmpty();

        interactor.toggle(narrow);
        interactor.toggle(wide);

        assertThat(result().table().rows()).extracting(row -> row.get(0)).containsExactly("narrow", "wide");
        assertThat(share(0, "best_error")).isCloseTo(0.20, within(1e-12));
        assertThat(share(1, "best_error")).isCloseTo(0.15, within(1e-12));
        assertThat(result().findings().get(0)).startsWith("wide errs least: 15.00 %");
        assertThat(result().figure().panels()).hasSize(2);

        interactor.toggle(narrow);
        assertThat(result().table().rows()).extracting(row -> row.get(0)).containsExactly("wide");
    }

    @Test
    void theBestEvaluationMayBeAnEarlierOne() throws Exception {
        RunId worse = RecordedRuns.record(archive, DATA, "sinking", 4, 0.10, 0.12);
        CompareInteractor interactor = interactor();
        interactor.toggle(worse);
        assertThat(share(0, "best_error")).isCloseTo(0.12, within(1e-12));
        assertThat(cell(0, "evaluated")).isEqualTo("epoch 2, iteration 40");
        model.bestProperty().set(true);
        assertThat(share(0, "best_error")).isCloseTo(0.10, within(1e-12));
        assertThat(cell(0, "evaluated")).isEqualTo("epoch 1, iteration 20");
    }

    @Test
    void theErrorUpToABudgetIsThatOfTheBestInstanceWithinIt() {
        CompareInteractor interactor = interactor();
        interactor.toggle(narrow);
        model.sharesProperty().set("1 100 %");

        assertThat(share(0, "error_up_to_1_percent"))
                .as("nothing is that cheap")
                .isNaN();
        assertThat(share(0, "error_up_to_100_percent")).isCloseTo(0.20, within(1e-12));
        assertThat(share(0, "full_error")).isCloseTo(0.20, within(1e-12));
        // One curve serves all its own budgets: the mean lies between the cheapest instance's error and the best.
        assertThat(share(0, "mean_error_over_common_budgets")).isBetween(0.20, 0.40);
    }

    @Test
    void refusesBudgetsInPlaceAndKeepsWhatIsShown() {
        CompareInteractor interactor = interactor();
        interactor.toggle(narrow);
        StudyResult before = result();
        for (String wrong : List.of("", "0", "101", "forty", "1,2,3,4,5,6,7", "12.5")) {
            model.sharesProperty().set(wrong);
            assertThat(model.sharesProblemProperty().get()).as(wrong).contains("from 1 to 100");
            assertThat(result()).isSameAs(before);
        }
        model.sharesProperty().set("70; 20");
        assertThat(model.sharesProblemProperty().get()).isEmpty();
        assertThat(CompareSettings.shares("70; 20, 20")).containsExactly(20, 70);
        assertThatThrownBy(() -> CompareSettings.shares(" ")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void coursesAreDrawnAsAnyQuantityOverAnyOther() {
        CompareInteractor interactor = interactor();
        interactor.toggle(narrow);
        model.xProperty().set(Quantity.HOURS);
        model.yProperty().set(Quantity.LOSS);
        List<Series.Mark> steps = course();
        assertThat(steps).as("two epochs of %d", RecordedRuns.PER_EPOCH).hasSize(40);
        // 128 images a batch at 128 a second: a second a step
        assertThat(steps.get(39).x()).isCloseTo(40 / 3600.0, within(1e-9));
        assertThat(steps.get(39).y()).isCloseTo(2.0 / 40, within(1e-9));

        model.xProperty().set(Quantity.LOSS);
        model.yProperty().set(Quantity.BEST_ERROR);
        List<Series.Mark> evaluations = course();
        assertThat(evaluations).hasSize(2);
        assertThat(evaluations.get(0).x()).isCloseTo(2.0 / 20, within(1e-9));
        assertThat(evaluations.get(0).y()).isCloseTo(40, within(1e-9));
        assertThat(evaluations.get(1).y()).isCloseTo(20, within(1e-9));

        model.xProperty().set(Quantity.EPOCH);
        assertThat(course()).extracting(Series.Mark::x).containsExactly(1.0, 2.0);
    }

    private List<Series.Mark> course() {
        return ((Panel.Lines) result().figure().panels().get(1)).series().get(0).marks();
    }

    @Test
    void modelsStandBesideRunsOnceEach() {
        CompareInteractor interactor = interactor();
        workspace.modelProperty().set(Optional.of(new OpenModel("mine", MODEL)));
        interactor.toggle(narrow);
        assertThat(result().table().rows()).extracting(row -> row.get(0)).containsExactly("narrow", "mine");
        assertThat(samplesRead).isZero();

        model.sampleShownProperty().set(true);
        assertThat(result().table().rows()).extracting(row -> row.get(0)).containsExactly("narrow", "mine", "sample");
        workspace.modelProperty().set(Optional.of(new OpenModel("sample", MODEL)));
        assertThat(result().table().rows()).extracting(row -> row.get(0)).containsExactly("narrow", "sample");
        model.openShownProperty().set(false);
        assertThat(result().table().rows()).extracting(row -> row.get(0)).containsExactly("narrow", "sample");
        assertThat(samplesRead).as("read once").isOne();
    }

    @Test
    void aDeletedRunIsLeftOutUntilItIsRestored() throws Exception {
        CompareInteractor interactor = interactor();
        interactor.lookForRuns();
        interactor.toggle(narrow);
        interactor.toggle(wide);
        archive.store().orElseThrow().delete(narrow);
        interactor.toggle(wide);
        assertThat(model.noticeProperty().get())
                .as("before the list is read again")
                .isEqualTo("A run is no longer there.");
        interactor.toggle(wide);
        interactor.lookForRuns();

        assertThat(result().table().rows()).extracting(row -> row.get(0)).containsExactly("wide");
        assertThat(model.noticeProperty().get()).isEmpty();
        assertThat(model.runs()).hasSize(1);
        archive.store().orElseThrow().undelete(narrow);
        interactor.lookForRuns();
        assertThat(result().table().rows()).extracting(row -> row.get(0)).containsExactlyInAnyOrder("narrow", "wide");
    }

    @Test
    void whileBudgetsAreRefusedTheOnesBeforeServe() {
        CompareInteractor interactor = interactor();
        model.sharesProperty().set("100");
        model.sharesProperty().set("0");
        interactor.toggle(narrow);
        assertThat(result().table().rows()).extracting(row -> row.get(0)).containsExactly("narrow");
        assertThat(share(0, "error_up_to_100_percent")).isCloseTo(0.20, within(1e-12));
        assertThat(model.sharesProblemProperty().get()).contains("from 1 to 100");
    }

    @Test
    void aRunThatCannotBeReadIsLeftOutWithItsNameAndTheOthersGoOn() throws Exception {
        archive.close();
        addToRecipe(wide, "a-later-version: 1\n");
        archive = new RunArchive(folder.resolve("runs"));
        CompareInteractor interactor = interactor();
        interactor.toggle(narrow);
        interactor.toggle(wide);
        assertThat(result().table().rows()).extracting(row -> row.get(0)).containsExactly("narrow");
        assertThat(model.noticeProperty().get()).startsWith("wide: ");

        interactor.toggle(narrow);
        assertThat(model.resultProperty().get())
                .as("narrow is not chosen any more")
                .isEmpty();
        workspace.modelProperty().set(Optional.of(new OpenModel("mine", MODEL)));
        assertThat(result().table().rows()).extracting(row -> row.get(0)).containsExactly("mine");
    }

    /** As a later version of the program may write it. */
    private void addToRecipe(RunId run, String line) throws Exception {
        Path file;
        try (Stream<Path> all = Files.walk(folder)) {
            file = all.filter(f -> f.toString().matches(".*\\.(db|sqlite)"))
                    .findFirst()
                    .orElseThrow();
        }
        try (Connection list = DriverManager.getConnection("jdbc:sqlite:" + file);
                PreparedStatement change = list.prepareStatement("UPDATE run SET recipe = recipe || ? WHERE key = ?")) {
            change.setString(1, line);
            change.setString(2, run.key());
            assertThat(change.executeUpdate()).isEqualTo(1);
        }
    }

    @Test
    void namesThatAreAlikeAreNumbered() throws Exception {
        archive.store().orElseThrow().rename(wide, "narrow");
        CompareInteractor interactor = interactor();
        interactor.toggle(narrow);
        interactor.toggle(wide);
        assertThat(result().table().rows()).extracting(row -> row.get(0)).containsExactly("narrow", "narrow (2)");
    }

    @Test
    void withoutAListOfRunsThereIsASentence() throws Exception {
        archive.close();
        archive = new RunArchive(Files.writeString(folder.resolve("a file"), "not a folder"));
        interactor().lookForRuns();
        assertThat(model.listProblemProperty().get()).isNotBlank();
        assertThat(model.runs()).isEmpty();
    }
}
