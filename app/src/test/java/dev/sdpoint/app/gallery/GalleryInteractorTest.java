package dev.sdpoint.app.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.concurrent.DirectTaskRunner;
import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.app.fixtures.LateTasks;
import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.app.gallery.GalleryFilter.Verdict;
import dev.sdpoint.app.gallery.GalleryModel.Stage;
import dev.sdpoint.app.gallery.RowLayout.Move;
import dev.sdpoint.app.workspace.OpenModel;
import dev.sdpoint.app.workspace.PlaceId;
import dev.sdpoint.app.workspace.Sorting;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.evaluation.Outcomes;
import dev.sdpoint.engine.model.SdpModel;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GalleryInteractorTest {
    private static final DataSet DATA = SyntheticModel.data();
    private static final SdpModel MODEL = SyntheticModel.of(DATA);

    private final Workspace workspace = new Workspace();
    private final GalleryModel model = new GalleryModel();

    private GalleryInteractor start(TaskRunner tasks) {
        GalleryInteractor interactor = new GalleryInteractor(model, workspace, tasks);
        interactor.start();
        return interactor;
    }

    private GalleryInteractor opened() {
        GalleryInteractor interactor = start(new DirectTaskRunner());
        open();
        return interactor;
    }

    private void open() {
        workspace.modelProperty().set(Optional.of(new OpenModel("synthetic", MODEL)));
        workspace.dataProperty().set(Optional.of(DATA));
        workspace.outcomesProperty().set(MODEL.outcomes().forImages(DATA.validation()));
    }

    private Grouping shown() {
        return model.layoutProperty().get().grouping();
    }

    @Test
    void saysWhatIsMissingUntilAllIsThere() {
        start(new DirectTaskRunner());
        assertThat(model.stageProperty().get()).isEqualTo(Stage.NO_MODEL);
        workspace.modelProperty().set(Optional.of(new OpenModel("synthetic", MODEL)));
        assertThat(model.stageProperty().get()).isEqualTo(Stage.NO_DATA);
        workspace.dataProperty().set(Optional.of(DATA));
        assertThat(model.stageProperty().get()).isEqualTo(Stage.NO_OUTCOMES);
        workspace.outcomesProperty().set(MODEL.outcomes().forImages(DATA.validation()));
        assertThat(model.stageProperty().get()).isEqualTo(Stage.READY);
        assertThat(shown().shown()).isEqualTo(2000);
        workspace.outcomesProperty().set(Optional.empty());
        assertThat(model.stageProperty().get()).isEqualTo(Stage.NO_OUTCOMES);
        assertThat(model.layoutProperty().get().rows()).isEmpty();
    }

    @Test
    void fillsInWhileTheAnswersAreComputed() {
        GalleryInteractor interactor = start(new DirectTaskRunner());
        workspace.modelProperty().set(Optional.of(new OpenModel("synthetic", MODEL)));
        workspace.dataProperty().set(Optional.of(DATA));
        Outcomes all = MODEL.outcomes().forImages(DATA.validation()).orElseThrow();
        Sorting offered = new Sorting(
                Sorting.Phase.OFFERED, Optional.empty(), 2000, MODEL.space().size(), () -> {});
        workspace.sortingProperty().set(offered);
        assertThat(model.stageProperty().get()).isEqualTo(Stage.NO_OUTCOMES);
        assertThat(model.sortingProperty().get()).isEqualTo(offered);

        Sorting running = offered.in(Sorting.Phase.RUNNING);
        workspace.sortingProperty().set(running.with(first(all, 500)));
        assertThat(model.stageProperty().get()).isEqualTo(Stage.READY);
        assertThat(shown().shown()).isEqualTo(500);
        interactor.setFilter(GalleryFilter.NONE.withTrueClass(3));
        interactor.select(7);
        int before = shown().shown();
        workspace.sortingProperty().set(running.with(first(all, 900)));
        assertThat(model.filterProperty().get().trueClass())
                .as("the filter stays")
                .isEqualTo(3);
        assertThat(model.selectedProperty().get()).isEqualTo(7);
        assertThat(shown().shown()).isGreaterThan(before);
        assertThat(shown().all()).isEqualTo(900);

        for (Sorting.Phase phase : List.of(Sorting.Phase.STOPPED, Sorting.Phase.RUNNING)) {
            workspace.sortingProperty().set(workspace.sortingProperty().get().in(phase));
            assertThat(model.filterProperty().get().trueClass())
                    .as("the filter stays when it is %s", phase)
                    .isEqualTo(3);
            assertThat(shown().all()).isEqualTo(900);
        }

        workspace.outcomesProperty().set(Optional.of(all));
        workspace.sortingProperty().set(Sorting.NONE);
        assertThat(model.filterProperty().get().trueClass()).isEqualTo(3);
        assertThat(shown().shown()).isEqualTo(200);
        assertThat(shown().all()).isEqualTo(2000);
    }

    private static Outcomes first(Outcomes all, int images) {
        return all.select(IntStream.range(0, images).toArray());
    }

    @Test
    void groupsAgreeWithTheSweep() {
        opened();
        double cheapest = MODEL.sweep().byCost().get(0).top1Error();
        int right = (int) Math.round(2000 * (1 - cheapest));
        assertThat(shown().groups().get(0).size()).isEqualTo(right);
        assertThat(shown().groups().stream().mapToInt(Grouping.Group::size).sum())
                .isEqualTo(2000);
        Summary summary = model.summaryProperty().get().orElseThrow();
        double best = MODEL.sweep().scores().stream()
                .mapToDouble(s -> s.top1Error())
                .min()
                .orElseThrow();
        assertThat(summary.bestError()).isEqualTo(best);
        assertThat(summary.never()).isLessThan(best);
    }

    @Test
    void topFiveChangesGroupsAndSummary() {
        GalleryInteractor interactor = opened();
        double before = model.summaryProperty().get().orElseThrow().never();
        interactor.setCriterion(Criterion.TOP_5);
        assertThat(model.summaryProperty().get().orElseThrow().never()).isLessThan(before);
        double cheapest = MODEL.sweep().byCost().get(0).top5Error();
        assertThat(shown().groups().get(0).size()).isEqualTo((int) Math.round(2000 * (1 - cheapest)));
    }

    @Test
    void filterFollowsTheSelectedInstance() {
        GalleryInteractor interactor = opened();
        interactor.setFilter(GalleryFilter.NONE.withVerdict(Verdict.WRONG));
        assertThat(shown().shown()).isEqualTo((int)
                Math.round(2000 * MODEL.sweep().of(Instance.FULL).top1Error()));
        Instance cheap = MODEL.sweep().byCost().get(0).instance();
        interactor.chooseInstance(cheap);
        assertThat(shown().shown())
                .isEqualTo((int) Math.round(2000 * MODEL.sweep().of(cheap).top1Error()));
        interactor.setFilter(GalleryFilter.NONE);
        assertThat(shown().shown()).isEqualTo(2000);
    }

    @Test
    void aCellShowsOneClassOfOneGroupAndAgainEverything() {
        GalleryInteractor interactor = opened();
        CostClassTable table = model.tableProperty().get().orElseThrow();
        interactor.toggleCell(3, table.rank(1));
        assertThat(shown().shown()).isEqualTo(table.count(3, 1));
        interactor.toggleCell(3, table.rank(1));
        assertThat(shown().shown()).isEqualTo(2000);
    }

    @Test
    void movesSelectsAndOpensInBudget() {
        GalleryInteractor interactor = opened();
        interactor.openInBudget();
        assertThat(workspace.currentPlaceProperty().get()).isEqualTo(PlaceId.BUDGET);
        workspace.currentPlaceProperty().set(PlaceId.GALLERY);
        interactor.openInBudget();
        assertThat(workspace.currentPlaceProperty().get())
                .as("nothing is selected")
                .isEqualTo(PlaceId.GALLERY);
        interactor.move(Move.DOWN, 3);
        int first = shown().groups().get(0).images()[0];
        assertThat(workspace.selectedImageProperty().get()).contains(first);
        assertThat(model.detailProperty().get().orElseThrow().image()).isEqualTo(first);
        interactor.openInBudget();
        assertThat(workspace.currentPlaceProperty().get()).isEqualTo(PlaceId.BUDGET);
    }

    @Test
    void sizeAndWidthFlowTheColumnsAgain() {
        GalleryInteractor interactor = opened();
        interactor.setWidth(4 + 72 * 7);
        assertThat(model.layoutProperty().get().columns()).isEqualTo(7);
        interactor.setSize(ThumbSize.S);
        assertThat(model.layoutProperty().get().columns()).isEqualTo(14);
        assertThat(model.layoutProperty().get().slices()).isEqualTo(1);
    }

    @Test
    void choosingAGroupSelectsItsInstance() {
        GalleryInteractor interactor = opened();
        List<Grouping.Group> groups = shown().groups();
        interactor.chooseGroup(groups.get(0));
        assertThat(workspace.selectedInstanceProperty().get())
                .isEqualTo(MODEL.sweep().byCost().get(0).instance());
        interactor.chooseGroup(groups.get(groups.size() - 1));
        assertThat(workspace.selectedInstanceProperty().get())
                .as("never is no instance")
                .isEqualTo(MODEL.sweep().byCost().get(0).instance());
    }

    @Test
    void onlyTheLatestFilterIsShown() {
        LateTasks late = new LateTasks();
        GalleryInteractor interactor = start(late);
        open();
        late.finishAll();
        interactor.setFilter(GalleryFilter.NONE.withTrueClass(1));
        interactor.setFilter(GalleryFilter.NONE.withSearch("#7"));
        assertThat(shown().shown()).isEqualTo(2000);
        late.finishAll();
        assertThat(shown().shown()).isEqualTo(1);
    }

    @Test
    void theSummaryFollowsTheCriterionThoughTheFilterChangesMeanwhile() {
        LateTasks late = new LateTasks();
        GalleryInteractor interactor = start(late);
        open();
        late.finishAll();
        interactor.setCriterion(Criterion.TOP_5);
        interactor.setFilter(GalleryFilter.NONE.withTrueClass(3));
        late.finishAll();
        GallerySource source = model.sourceProperty().get().orElseThrow();
        assertThat(model.summaryProperty().get()).contains(Summary.of(source, Criterion.TOP_5));
        interactor.setFilter(GalleryFilter.NONE);
        late.finishAll();
        assertThat(shown().shown()).isEqualTo(2000);
    }

    @Test
    void aFilterThatIsSetDuringTheFirstSortingLeavesTheSummary() {
        LateTasks late = new LateTasks();
        GalleryInteractor interactor = start(late);
        open();
        while (model.sourceProperty().get().isEmpty()) {
            late.finishOne();
        }
        interactor.setFilter(GalleryFilter.NONE.withSearch("#7"));
        late.finishAll();
        assertThat(shown().shown()).isEqualTo(1);
        assertThat(model.summaryProperty().get()).isPresent();
        assertThat(model.tableProperty().get()).isPresent();
    }

    @Test
    void saysWhatIsWrongWithForeignAnswers() {
        start(new DirectTaskRunner());
        open();
        workspace
                .outcomesProperty()
                .set(Optional.of(new dev.sdpoint.engine.evaluation.Outcomes(
                        List.of(Instance.of(99, 0.5)), 2000, new short[2000], new float[2000], new short[2000])));
        assertThat(model.stageProperty().get()).isEqualTo(Stage.FAILED);
        assertThat(model.problemProperty().get()).contains("after block 99");
    }
}
