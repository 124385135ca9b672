package dev.sdpoint.app.gallery;

import dev.sdpoint.app.concurrent.LatestTask;
import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.app.inference.Inference;
import dev.sdpoint.app.inference.LoadedNetwork;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.workspace.OpenModel;
import dev.sdpoint.app.workspace.Sentence;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.data.FullStop;
import dev.sdpoint.engine.data.LabeledImages;
import dev.sdpoint.engine.data.RgbImage;
import dev.sdpoint.engine.inference.BudgetedClassifier;
import dev.sdpoint.engine.inference.FeatureMaps;
import dev.sdpoint.engine.inference.Prediction;
import dev.sdpoint.engine.model.SdpModel;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the network about the selected image: the probabilities of the selected instance and the full one, and the feature maps at a
 * point. JavaFX thread; the network runs on the worker, and answers about an earlier image are dropped.
 */
final class DetailInteractor {
    private static final Texts TEXTS = Texts.of(DetailInteractor.class);
    private static final Logger LOG = LoggerFactory.getLogger(DetailInteractor.class);
    /** Columns beside the full network. */
    private static final int RATIOS = 2;

    private final GalleryModel gallery;
    private final DetailModel state;
    private final Workspace workspace;
    private final LoadedNetwork network;
    private final Inference inference;
    private final LatestTask<MapQuestion, MapStory> maps;
    private final SelectedPicture picture;
    private @Nullable MapQuestion asked;
    private boolean active;

    private record MapQuestion(SdpModel model, RgbImage picture, int image, int point, List<Instance> instances) {}

    /**
     * @param worker one thread
     * @param network whose thread that is; to be released there by the caller
     */
    DetailInteractor(
            GalleryModel gallery,
            DetailModel state,
            Workspace workspace,
            TaskRunner tasks,
            Executor worker,
            LoadedNetwork network) {
        this.gallery = gallery;
        this.state = state;
        this.workspace = workspace;
        this.network = network;
        inference = new Inference(worker, tasks, network, this::answered, this::failed);
        picture = new SelectedPicture(tasks, this::seen, this::unreadable);
        maps = new LatestTask<>(worker, tasks, this::compute, this::show, this::failed);
    }

    /** Begins to follow the gallery. */
    void start() {
        workspace.modelProperty().subscribe(m -> modelChanged());
        gallery.detailProperty().subscribe(d -> detailChanged());
        state.pointProperty().addListener((property, before, now) -> {
            state.blockProperty().set(now.intValue());
            ask();
        });
    }

    /** The place came on screen or left it; off screen nothing is asked. */
    void setActive(boolean onScreen) {
        active = onScreen;
        if (onScreen) {
            ask();
        } else {
            inference.pause();
            stopMaps();
            picture.stopReading();
        }
    }

    /** Asks again after a failure. */
    void askAgain() {
        state.problemProperty().set("");
        ask();
    }

    /** Compares the maps at another point, without selecting an instance. */
    void choosePoint(int point) {
        if (state.pointsProperty().get().contains(point)) {
            state.pointProperty().set(point);
        }
    }

    /** Shows the maps after another block. */
    void chooseBlock(int block) {
        state.blockProperty().set(block);
    }

    private void modelChanged() {
        forget();
        List<Integer> points = model().stream()
                .flatMap(m -> m.space().instances().stream())
                .filter(Instance.Downsampled.class::isInstance)
                .map(Instance::point)
                .distinct()
                .sorted()
                .toList();
        state.pointsProperty().set(points);
        if (!points.contains(state.pointProperty().get())) {
            state.pointProperty().set(points.isEmpty() ? 0 : points.get(points.size() / 2));
        }
    }

    private void forget() {
        inference.forget();
        stopMaps();
        picture.forget();
        state.problemProperty().set("");
        state.selectedProperty().set(Optional.empty());
        state.fullProperty().set(Optional.empty());
        state.mapsProperty().set(Optional.empty());
    }

    private void detailChanged() {
        Optional<LabeledImages> now = gallery.sourceProperty().get().map(GallerySource::images);
        Optional<ImageDetail> detail = gallery.detailProperty().get();
        if (now.isEmpty() || detail.isEmpty()) {
            forget();
            return;
        }
        boolean other = !picture.isOf(now.get());
        if (other || detail.get().image() != picture.image()) {
            inference.forget();
            stopMaps();
            picture.choose(now.get(), detail.get().image());
            state.problemProperty().set("");
            state.selectedProperty().set(Optional.empty());
            state.fullProperty().set(Optional.empty());
            if (other) {
                state.mapsProperty().set(Optional.empty());
            }
        }
        if (selectedInstance() instanceof Instance.Downsampled downsampled) {
            choosePoint(downsampled.point());
        }
        answered();
        ask();
    }

    private void ask() {
        Optional<SdpModel> model = model();
        if (!active
                || picture.image() < 0
                || model.isEmpty()
                || !state.problemProperty().get().isEmpty()) {
            return;
        }
        Optional<RgbImage> pixels = picture.pixels();
        if (pixels.isEmpty()) {
            state.waitingProperty().set(true);
            picture.read();
            return;
        }
        inference.ask(List.of(selectedInstance(), Instance.FULL));
        int point = state.pointProperty().get();
        int image = picture.image();
        MapQuestion question = new MapQuestion(model.get(), pixels.get(), image, point, instances(model.get(), point));
        boolean there = state.mapsProperty()
                .get()
                .filter(m -> m.image() == image && m.point() == point)
                .isPresent();
        if (point > 0 && !there && !isAsked(question)) {
            asked = question;
            state.waitingProperty().set(true);
            maps.request(question);
        }
    }

    private void seen(RgbImage pixels) {
        state.waitingProperty().set(false);
        model().ifPresent(m -> inference.about(m, pixels));
        ask();
    }

    private void unreadable(Exception reason) {
        LOG.info("Image {} cannot be read.", picture.image(), reason);
        state.waitingProperty().set(false);
        state.mapsProperty().set(Optional.empty()); // they are of another image
        state.problemProperty().set(Sentence.of(reason));
    }

    // Identity of the picture and the model stands for their content.
    @SuppressWarnings("ReferenceEquality")
    private boolean isAsked(MapQuestion question) {
        MapQuestion now = asked;
        return now != null
                && now.picture() == question.picture()
                && now.model() == question.model()
                && now.point() == question.point();
    }

    /** Those of a point from little to much downsampling; of many ratios the two that the paper uses, or the outermost. */
    private static List<Instance> instances(SdpModel model, int point) {
        List<Instance> all = model.space().instances().stream()
                .filter(instance -> instance.downsamplesAt(point))
                .sorted(Comparator.comparingDouble(Instance::ratio).reversed())
                .toList();
        if (all.size() <= RATIOS) {
            return all;
        }
        List<Instance> paper = all.stream()
                .filter(instance -> instance.ratio() == 0.75 || instance.ratio() == 0.5)
                .toList();
        return paper.size() == RATIOS ? paper : List.of(all.get(0), all.get(all.size() - 1));
    }

    private MapStory compute(MapQuestion question) {
        BudgetedClassifier classifier = network.of(question.model());
        FeatureMaps full = classifier.featureMaps(question.picture(), Instance.FULL);
        List<FeatureMaps> others = new ArrayList<>();
        for (Instance instance : question.instances()) {
            others.add(classifier.featureMaps(question.picture(), instance));
        }
        return MapStory.of(question.image(), question.point(), full, others);
    }

    private void show(MapStory story) {
        asked = null;
        state.waitingProperty().set(false);
        if (!story.blocks().contains(state.blockProperty().get())) {
            state.blockProperty().set(story.point());
        }
        state.mapsProperty().set(Optional.of(story));
    }

    private void answered() {
        Optional<Prediction> selected = inference.answer(selectedInstance());
        state.selectedProperty().set(selected);
        state.fullProperty().set(inference.answer(Instance.FULL));
    }

    private void failed(Exception reason) {
        LOG.warn("The network gave no answer.", reason);
        stopMaps();
        inference.pause();
        state.problemProperty()
                .set(
                        reason instanceof IllegalArgumentException && reason.getMessage() != null
                                ? TEXTS.get("network.failed.why", FullStop.after(reason.getMessage()))
                                : TEXTS.get("network.failed"));
    }

    private void stopMaps() {
        maps.cancel();
        asked = null;
        state.waitingProperty().set(false);
    }

    private Instance selectedInstance() {
        return gallery.detailProperty()
                .get()
                .map(detail -> detail.selectedAnswer().score().instance())
                .orElse(Instance.FULL);
    }

    private Optional<SdpModel> model() {
        return workspace.modelProperty().get().map(OpenModel::model);
    }
}
