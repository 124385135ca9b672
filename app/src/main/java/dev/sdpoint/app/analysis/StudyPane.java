package dev.sdpoint.app.analysis;

import dev.sdpoint.app.study.StudyResult;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.workspace.PlaceId;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** One question to one model: what is asked about, and the answer or the way to it. */
final class StudyPane extends VBox {
    private static final Texts TEXTS = Texts.of(StudyPane.class);
    private final StudyModel model;
    private final StudyInteractor interactor;
    private final Workspace workspace;
    private final ResultPane result;
    private final Placeholder placeholder = new Placeholder("study");

    StudyPane(StudyModel model, StudyInteractor interactor, Workspace workspace, Node controls, ResultPane result) {
        super();
        this.model = model;
        this.interactor = interactor;
        this.workspace = workspace;
        this.result = result;
        getStyleClass().add("analysis-rows");
        StackPane content = new StackPane(result, placeholder);
        content.setMinHeight(0);
        VBox.setVgrow(content, Priority.ALWAYS);
        getChildren().addAll(controls, content);
        model.stateProperty().addListener((value, before, after) -> refresh());
        model.analysisProperty().addListener((value, before, after) -> refresh());
        model.effortProperty().addListener((value, before, after) -> refresh());
        model.busyProperty().addListener((value, before, after) -> refresh());
        model.progressProperty().addListener((value, before, after) -> progress());
        model.messageProperty().addListener((value, before, after) -> progress());
        refresh();
    }

    /** The answer that is shown. */
    Optional<StudyResult> answer() {
        return model.stateProperty().get() instanceof StudyState.Answered answered
                ? Optional.of(answered.result())
                : Optional.empty();
    }

    private void refresh() {
        Optional<StudyResult> answer = answer();
        result.setVisible(answer.isPresent());
        placeholder.setVisible(answer.isEmpty());
        result.show(answer);
        if (answer.isEmpty()) {
            explain();
        }
    }

    private void explain() {
        Analysis analysis = model.analysisProperty().get();
        StudyState state = model.stateProperty().get();
        if (state instanceof StudyState.Missing missing) {
            placeholder.say(missing.title(), missing.text());
            if (missing.trainHelps()) {
                placeholder.offers(
                        TEXTS.get("missing.train"),
                        false,
                        true,
                        () -> workspace.currentPlaceProperty().set(PlaceId.TRAIN));
            }
            return;
        }
        if (state instanceof StudyState.Failed failed) {
            placeholder.say(TEXTS.get("study.failed"), failed.sentence());
            placeholder.offers(
                    TEXTS.get("study.again"), true, !model.busyProperty().get(), interactor::run);
            return;
        }
        placeholder.say(analysis.heading(), analysis.explanation());
        placeholder.takes(model.effortProperty().get());
        if (model.busyProperty().get()) {
            progress();
        } else {
            placeholder.offers(TEXTS.get("study.ask"), true, true, interactor::run);
        }
    }

    /** One question at a time: also where another one is looked at, it can be waited for or ended. */
    private void progress() {
        if (!model.busyProperty().get() || answer().isPresent()) {
            return;
        }
        boolean thisOne = model.stateProperty().get() instanceof StudyState.Running;
        String message = model.messageProperty().get();
        placeholder.shows(
                model.progressProperty().get(),
                thisOne
                        ? message
                        : TEXTS.get("study.first", model.runningProperty().get(), message));
        placeholder.offers(TEXTS.get("study.cancel"), false, true, interactor::cancel);
    }

    /** Which model, how many images, and for one question which instance. */
    static Node controls(StudyModel model) {
        ComboBox<Candidate> candidates = Choice.box(
                model.candidates(),
                model.candidateProperty(),
                Optional::of,
                chosen -> chosen.orElse(null),
                Candidate::label);
        candidates.setId("study-model");
        candidates.setPrefWidth(280);
        ComboBox<Integer> images =
                Choice.box(model.imageCounts(), model.imagesProperty(), count -> imageCount(model, count));
        images.setId("study-images");
        ComboBox<Optional<Instance>> instances = Choice.box(
                model.instances(),
                model.instanceProperty(),
                instance -> instance.map(Instance::label).orElse(TEXTS.get("instance.cheapest")));
        instances.setId("study-instance");
        HBox ranked = field(TEXTS.get("instance"), TEXTS.get("instance.help"), instances);
        ranked.visibleProperty().bind(model.analysisProperty().isEqualTo(Analysis.CLASSES));
        ranked.managedProperty().bind(ranked.visibleProperty());
        FlowPane row = new FlowPane(
                field(TEXTS.get("model"), TEXTS.get("model.help"), candidates),
                field(TEXTS.get("images"), TEXTS.get("images.help"), images),
                ranked);
        row.getStyleClass().add("analysis-controls");
        return row;
    }

    /** The last count there is to choose is all of them. */
    private static String imageCount(StudyModel model, int count) {
        List<Integer> counts = model.imageCounts();
        boolean all = !counts.isEmpty() && counts.get(counts.size() - 1) == count;
        return all ? TEXTS.get("images.all", count) : String.format(Locale.ROOT, "%,d", count);
    }

    /** An input with its name in front. */
    static HBox field(String title, String help, javafx.scene.control.Control input) {
        Label label = new Label(title);
        label.getStyleClass().add("field-label");
        label.setLabelFor(input);
        input.setAccessibleText(title);
        input.setAccessibleHelp(help);
        input.setTooltip(new Tooltip(help));
        HBox box = new HBox(8, label, input);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }
}
