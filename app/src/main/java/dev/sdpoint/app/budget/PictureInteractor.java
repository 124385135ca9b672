package dev.sdpoint.app.budget;

import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.app.concurrent.TaskRunner.Cancellation;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.workspace.OpenModel;
import dev.sdpoint.app.workspace.Sentence;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.data.DataException;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.data.LabeledImages;
import dev.sdpoint.engine.data.PictureReader;
import dev.sdpoint.engine.data.RgbImage;
import dev.sdpoint.engine.evaluation.MinimumCost;
import dev.sdpoint.engine.evaluation.Outcomes;
import dev.sdpoint.engine.evaluation.Sweep;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the picture that is looked at: in the data set, in a file, on the clipboard. JavaFX thread; reading is done off it. */
final class PictureInteractor implements PictureActions {
    private static final Logger LOG = LoggerFactory.getLogger(PictureInteractor.class);
    private static final Texts TEXTS = Texts.of(PictureInteractor.class);
    private static final int PICKS = 48;

    private final BudgetModel state;
    private final Workspace workspace;
    private final TaskRunner tasks;
    private final RandomGenerator random;

    private int lastIndex;
    private @Nullable HardImages hard;
    private Cancellation reading = () -> {};
    private Cancellation judging = () -> {};
    private Cancellation picking = () -> {};
    private Cancellation loading = () -> {};

    PictureInteractor(BudgetModel state, Workspace workspace, TaskRunner tasks, RandomGenerator random) {
        this.state = state;
        this.workspace = workspace;
        this.tasks = tasks;
        this.random = random;
    }

    /** The model, the data set or its outcomes are others now, or none. */
    void contentChanged() {
        state.dataOpenProperty().set(workspace.dataProperty().get().isPresent());
        judgeHardness();
        show();
    }

    /** Another validation image is selected, here or elsewhere. */
    void imageChanged() {
        if (workspace.selectedImageProperty().get().isPresent()) {
            stopReading();
            dismissProblem();
            show();
        }
    }

    private void judgeHardness() {
        judging.cancel();
        setHard(null);
        Optional<OpenModel> model = workspace.modelProperty().get();
        Optional<Outcomes> outcomes = workspace.outcomesProperty().get();
        if (model.isEmpty() || outcomes.isEmpty()) {
            return;
        }
        Sweep sweep = model.get().model().sweep();
        Outcomes known = outcomes.get();
        if (sweep.scores().size() != known.instances().size()) {
            return; // outcomes of a model that was open before
        }
        judging = tasks.run(
                () -> new HardImages(new MinimumCost(sweep, known, 1), known),
                this::setHard,
                e -> LOG.warn("Hard images could not be found.", e));
    }

    private void setHard(@Nullable HardImages judged) {
        hard = judged;
        state.hardKnownProperty().set(judged != null);
        refreshHardness();
    }

    private void refreshHardness() {
        state.needProperty().set(need());
        picking.cancel();
        HardImages judged = hard;
        Optional<DataSet> data = workspace.dataProperty().get();
        if (judged == null || data.isEmpty() || !judged.goesWith(data.get())) {
            state.hardPicksProperty().set(List.of());
            return;
        }
        LabeledImages images = data.get().validation();
        int after = lastIndex;
        if (images.inMemory()) {
            state.hardPicksProperty().set(picks(judged, images, after));
        } else {
            picking = tasks.run(
                    () -> picks(judged, images, after),
                    state.hardPicksProperty()::set,
                    e -> LOG.warn("Hard images could not be read.", e));
        }
    }

    private static List<HardPick> picks(HardImages judged, LabeledImages images, int after) {
        return judged.next(after, PICKS)
                .mapToObj(i -> new HardPick(i, images.image(i), judged.need(i)))
                .toList();
    }

    private String need() {
        HardImages judged = hard;
        boolean fitting = state.pictureProperty().get().orElse(null) instanceof Picture.Validation
                && judged != null
                && workspace.dataProperty().get().filter(judged::goesWith).isPresent();
        return judged != null && fitting ? judged.need(lastIndex) : "";
    }

    /** Shows the selected validation image; or what was shown, as the present model sees it. */
    private void show() {
        Optional<OpenModel> model = workspace.modelProperty().get();
        loading.cancel();
        if (model.isEmpty()) {
            state.pictureProperty().set(Optional.empty());
            return;
        }
        Optional<Picture> before = state.pictureProperty().get();
        Optional<Integer> selected = workspace.selectedImageProperty().get();
        int side = model.get().model().network().side();
        if (selected.isEmpty() && before.orElse(null) instanceof Picture.Own own) {
            showAgain(own, side);
            return;
        }
        Optional<DataSet> data = workspace.dataProperty().get();
        if (data.isEmpty()) {
            state.pictureProperty().set(Optional.empty());
            return;
        }
        showValidation(data.get(), model.get(), selected.orElse(lastIndex));
    }

    /** Shows a person's own picture to a model that may want another size. */
    private void showAgain(Picture.Own own, int side) {
        if (own.seen().width() == side) {
            set(own, "");
            return;
        }
        stopReading();
        state.pictureProperty().set(Optional.empty());
        Shot shot = own.shot();
        reading = tasks.run(
                () -> new Picture.Own(shot.see(own.crop(), side), shot, own.crop()),
                this::opened,
                e -> refused(shot.title(), e));
    }

    private void showValidation(DataSet data, OpenModel model, int wanted) {
        int count = data.validation().size();
        int index = Math.max(0, Math.min(count - 1, wanted));
        lastIndex = index;
        String name = data.classNames().get(data.validation().label(index));
        int trueClass = model.model().classNames().indexOf(name);
        int side = model.model().network().side();
        LabeledImages images = data.validation();
        loading.cancel();
        if (images.inMemory()) {
            RgbImage seen = PictureReader.fit(images.image(index), side);
            set(new Picture.Validation(seen, index, count, trueClass), name);
        } else {
            loading = tasks.run(
                    () -> PictureReader.fit(images.image(index), side),
                    seen -> set(new Picture.Validation(seen, index, count, trueClass), name),
                    e -> state.pictureProblemProperty().set(Sentence.of(e)));
        }
    }

    private void set(Picture picture, String trueClass) {
        state.trueClassProperty().set(trueClass);
        state.pictureProperty().set(Optional.of(picture));
        refreshHardness();
    }

    @Override
    public void stepImage(int images) {
        workspace.dataProperty().get().ifPresent(data -> {
            boolean own = state.pictureProperty().get().orElse(null) instanceof Picture.Own;
            // From a picture of one's own the way leads back to the image that was left.
            int step = own ? 0 : images;
            select(Math.floorMod(lastIndex + step, data.validation().size()));
        });
    }

    @Override
    public void randomImage() {
        workspace
                .dataProperty()
                .get()
                .ifPresent(data -> select(random.nextInt(data.validation().size())));
    }

    @Override
    public void nextHardImage() {
        HardImages judged = hard;
        if (judged != null
                && workspace.dataProperty().get().filter(judged::goesWith).isPresent()) {
            judged.next(lastIndex, 1).forEach(this::select);
        }
    }

    @Override
    public void showImage(int index) {
        select(index);
    }

    private void select(int index) {
        workspace.selectedImageProperty().set(Optional.of(index));
    }

    @Override
    public void openFile(Path file) {
        Path name = file.getFileName();
        openPicture(name == null ? file.toString() : name.toString(), () -> PictureReader.read(file));
    }

    @Override
    public void openPicture(String title, Callable<RgbImage> pixels) {
        Optional<OpenModel> model = workspace.modelProperty().get();
        if (model.isEmpty()) {
            return;
        }
        stopReading();
        dismissProblem();
        int side = model.get().model().network().side();
        state.readingPictureProperty().set(true);
        reading = tasks.run(
                () -> {
                    Shot shot = Shot.of(title, pixels.call(), side);
                    return new Picture.Own(shot.usual(), shot, shot.standard());
                },
                this::opened,
                e -> refused(title, e));
    }

    private void opened(Picture.Own picture) {
        state.readingPictureProperty().set(false);
        workspace.selectedImageProperty().set(Optional.empty());
        set(picture, "");
        show(); // the model may have changed while the picture was read
    }

    private void refused(String title, Exception reason) {
        state.readingPictureProperty().set(false);
        LOG.info("{} could not be opened.", title, reason);
        boolean told = reason instanceof DataException && reason.getMessage() != null;
        refusePicture(told ? String.valueOf(reason.getMessage()) : TEXTS.get("picture.unreadable", title));
    }

    private void stopReading() {
        reading.cancel();
        state.readingPictureProperty().set(false);
    }

    @Override
    public void refusePicture(String reason) {
        state.pictureProblemProperty().set(reason);
    }

    @Override
    public void dismissProblem() {
        state.pictureProblemProperty().set("");
    }
}
