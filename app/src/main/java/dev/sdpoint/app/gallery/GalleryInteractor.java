package dev.sdpoint.app.gallery;

import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.app.gallery.GalleryModel.Stage;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.workspace.OpenModel;
import dev.sdpoint.app.workspace.PlaceId;
import dev.sdpoint.app.workspace.Sentence;
import dev.sdpoint.app.workspace.Sorting;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.evaluation.Outcomes;
import dev.sdpoint.engine.evaluation.Sweep;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sorts, filters and selects. Follows the workspace; passes over all images run off the JavaFX thread, and only the answer to
 * the latest wish is shown. JavaFX thread only.
 */
final class GalleryInteractor {
    private static final Texts TEXTS = Texts.of(GalleryInteractor.class);
    private static final Logger LOG = LoggerFactory.getLogger(GalleryInteractor.class);

    private final GalleryModel model;
    private final Workspace workspace;
    private final TaskRunner tasks;
    private final Thumbnails thumbnails;
    private TaskRunner.Cancellation sorting = () -> {};
    private TaskRunner.Cancellation filtering = () -> {};
    private Grouping grouping = Grouping.EMPTY;
    /** Whether summary and table are of another criterion or source than is chosen; a filter must not make that forgotten. */
    private boolean wholeWanted;

    private double width = 640;

    GalleryInteractor(GalleryModel model, Workspace workspace, TaskRunner tasks) {
        this.model = model;
        this.workspace = workspace;
        this.tasks = tasks;
        this.thumbnails = new Thumbnails(tasks);
    }

    /** The pixels of images for painting. */
    Thumbnails thumbnails() {
        return thumbnails;
    }

    /** Begins to follow the workspace. */
    void start() {
        model.sortingProperty().set(workspace.sortingProperty().get());
        workspace.modelProperty().subscribe(m -> sort());
        workspace.dataProperty().subscribe(d -> sort());
        workspace.outcomesProperty().subscribe(o -> sort());
        workspace.sortingProperty().addListener((property, before, now) -> sortingChanged(now));
        workspace.selectedInstanceProperty().addListener((property, before, now) -> instanceChanged());
        workspace.selectedImageProperty().addListener((property, before, now) -> showDetail());
        showDetail();
    }

    private void sortingChanged(Sorting work) {
        model.sortingProperty().set(work);
        if (workspace.outcomesProperty().get().isEmpty()) {
            sort();
        }
    }

    private void sort() {
        sorting.cancel();
        filtering.cancel();
        Optional<OpenModel> open = workspace.modelProperty().get();
        Optional<DataSet> data = workspace.dataProperty().get();
        Sorting work = workspace.sortingProperty().get();
        Optional<Outcomes> all = workspace.outcomesProperty().get();
        Optional<Outcomes> outcomes = all.or(work::soFar);
        if (open.isEmpty() || data.isEmpty() || outcomes.isEmpty()) {
            clear(open.isEmpty() ? Stage.NO_MODEL : data.isEmpty() ? Stage.NO_DATA : Stage.NO_OUTCOMES);
            return;
        }
        int images = data.get().validation().size();
        if (all.isPresent() ? all.get().images() != images : outcomes.get().images() > images) {
            // One of the two was replaced a moment ago and the other follows.
            clear(Stage.NO_OUTCOMES);
            return;
        }
        if (model.sourceProperty()
                .get()
                .filter(shown -> work.done() > 0 || shown.size() < images)
                .isEmpty()) {
            clear(Stage.SORTING);
        }
        Sweep costs = open.get().model().sweep();
        sorting = tasks.run(
                () -> all.isPresent()
                        ? new GallerySource(data.get(), costs, all.get())
                        : GallerySource.soFar(data.get(), costs, outcomes.get()),
                this::opened,
                this::failed);
    }

    private void clear(Stage stage) {
        grouping = Grouping.EMPTY;
        wholeWanted = false;
        model.sourceProperty().set(Optional.empty());
        model.summaryProperty().set(Optional.empty());
        model.tableProperty().set(Optional.empty());
        model.layoutProperty().set(RowLayout.EMPTY);
        model.noticeProperty().set("");
        model.stageProperty().set(stage);
        showDetail();
    }

    private void opened(GallerySource source) {
        boolean topFive = source.classNames().size() > Criterion.TOP_5.guesses();
        model.topFiveUsefulProperty().set(topFive);
        if (!topFive) {
            model.criterionProperty().set(Criterion.TOP_1);
        }
        if (model.sourceProperty().get().filter(source::continues).isEmpty()) {
            // Classes and ranks mean something else in another data set or model.
            model.filterProperty()
                    .set(GalleryFilter.NONE.withSearch(
                            model.filterProperty().get().search()));
        }
        thumbnails.follow(source.images());
        model.sourceProperty().set(Optional.of(source));
        regroup(true);
    }

    private void failed(Exception problem) {
        LOG.warn("The gallery could not be sorted", problem);
        model.problemProperty().set(TEXTS.get("sorting.failed", Sentence.of(problem)));
        clear(Stage.FAILED);
    }

    private void regroup(boolean criterionChanged) {
        filtering.cancel();
        boolean whole = wholeWanted || criterionChanged;
        wholeWanted = whole;
        model.sourceProperty().get().ifPresent(source -> {
            Sorted.Wish wish = new Sorted.Wish(
                    source,
                    model.criterionProperty().get(),
                    model.filterProperty().get(),
                    model.orderProperty().get(),
                    source.rank(workspace.selectedInstanceProperty().get()));
            filtering = tasks.run(() -> Sorted.of(wish, whole), this::show, this::failed);
        });
    }

    private void show(Sorted sorted) {
        wholeWanted = false;
        sorted.summary().ifPresent(s -> model.summaryProperty().set(Optional.of(s)));
        sorted.table().ifPresent(t -> model.tableProperty().set(Optional.of(t)));
        grouping = sorted.grouping();
        model.remedyProperty().set(sorted.remedy());
        model.chipsProperty().set(sorted.chips());
        layOut();
        model.stageProperty().set(Stage.READY);
        showDetail();
    }

    private void layOut() {
        model.sourceProperty().get().ifPresent(source -> {
            int side = source.images().side();
            ThumbSize size = model.sizeProperty().get();
            RowLayout now = model.layoutProperty().get();
            int columns = size.columns(width, side);
            if (!now.grouping().equals(grouping) || now.columns() != columns || now.slices() != size.slices(side)) {
                model.layoutProperty().set(new RowLayout(grouping, columns, size.slices(side)));
            }
        });
    }

    /** The list has this many pixels for thumbnails. */
    void setWidth(double pixels) {
        width = pixels;
        layOut();
    }

    void setSize(ThumbSize size) {
        model.sizeProperty().set(size);
        layOut();
    }

    void setOrder(ImageOrder order) {
        if (order != model.orderProperty().get()) {
            model.orderProperty().set(order);
            regroup(false);
        }
    }

    void setCriterion(Criterion criterion) {
        if (criterion != model.criterionProperty().get()) {
            model.criterionProperty().set(criterion);
            regroup(true);
        }
    }

    void setFilter(GalleryFilter filter) {
        if (!filter.equals(model.filterProperty().get())) {
            model.filterProperty().set(filter);
            regroup(false);
        }
    }

    /** Shows one class of one group, or everything again if that is what is shown already. */
    void toggleCell(int classIndex, int leastCost) {
        GalleryFilter now = model.filterProperty().get();
        boolean shown = now.trueClass() == classIndex && now.leastCost() == leastCost;
        setFilter(
                shown
                        ? now.withTrueClass(GalleryFilter.ANY).withLeastCost(GalleryFilter.ANY_COST)
                        : now.withTrueClass(classIndex).withLeastCost(leastCost));
    }

    void select(int image) {
        workspace.selectedImageProperty().set(Optional.of(image));
    }

    /** Moves the selection as a key wants it. */
    void move(RowLayout.Move move, int pageLines) {
        model.layoutProperty()
                .get()
                .move(model.selectedProperty().get(), move, pageLines)
                .ifPresent(this::select);
    }

    /** Looks at the selected image in the Budget place. */
    void openInBudget() {
        if (model.selectedProperty().get() >= 0) {
            workspace.currentPlaceProperty().set(PlaceId.BUDGET);
        }
    }

    void goToTrain() {
        workspace.currentPlaceProperty().set(PlaceId.TRAIN);
    }

    void chooseInstance(Instance instance) {
        workspace.selectedInstanceProperty().set(instance);
    }

    /** Selects the instance that a group is named for; nothing for "never". */
    void chooseGroup(Grouping.Group group) {
        if (!group.never()) {
            model.sourceProperty()
                    .get()
                    .ifPresent(s -> chooseInstance(s.order().get(group.rank()).instance()));
        }
    }

    private void instanceChanged() {
        showDetail();
        if (model.filterProperty().get().dependsOnInstance()) {
            regroup(false);
        }
    }

    private void showDetail() {
        Optional<GallerySource> source = model.sourceProperty().get();
        int size = source.map(GallerySource::size).orElse(0);
        int image = workspace
                .selectedImageProperty()
                .get()
                .filter(i -> i >= 0 && i < size)
                .orElse(-1);
        model.selectedProperty().set(image);
        Instance instance = workspace.selectedInstanceProperty().get();
        Criterion criterion = model.criterionProperty().get();
        model.detailProperty()
                .set(image < 0 ? Optional.empty() : source.map(s -> ImageDetail.of(s, criterion, image, instance)));
    }
}
