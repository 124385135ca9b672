package dev.sdpoint.app.budget.stream;

import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.data.RgbImage;
import dev.sdpoint.engine.evaluation.NetworkLoader;
import dev.sdpoint.engine.inference.BudgetedClassifier;
import java.util.Locale;
import javafx.beans.binding.BooleanExpression;
import javafx.scene.layout.VBox;

/** The door to the auto budget for the Budget place. JavaFX thread. */
public final class AutoBudgetView {
    private static final Texts TEXTS = Texts.of(AutoBudgetView.class);

    private final StreamModel model = new StreamModel();
    private final StreamInteractor interactor;

    /**
     * @param workspace gives model and images; the instance that the budget moves to is selected in it
     * @param loader makes the network of each stream
     */
    public AutoBudgetView(Workspace workspace, TaskRunner tasks, NetworkLoader loader) {
        interactor = new StreamInteractor(model, workspace, tasks, opened -> new BudgetedClassifier(opened, loader));
    }

    /**
     * Builds the card; once.
     *
     * @param pictures that may be streamed beside the images of the data set
     */
    public VBox build(StreamFiles pictures) {
        pictures.title().subscribe(model.filesTitleProperty()::set);
        pictures.files().subscribe(model.filesProperty()::set);
        pictures.problem().subscribe(model.problemProperty()::set);
        return new StreamPane(model, interactor, pictures.chooseFolder()).build();
    }

    /** Whether a stream runs. */
    public BooleanExpression running() {
        return model.phaseProperty()
                .isNotEqualTo(StreamModel.Phase.READY)
                .and(model.phaseProperty().isNotEqualTo(StreamModel.Phase.NOTHING_OPEN));
    }

    /**
     * Lets somebody see what is classified, some ten times a second.
     *
     * @param eye gets the picture and what is said of it, such as "cat 98 %, right"
     */
    public void watch(Eye eye) {
        model.seenProperty()
                .addListener((property, before, now) ->
                        now.ifPresent(seen -> eye.sees(seen.picture(), answer(seen), verdict(seen))));
    }

    /** The first guess and its probability. */
    static String answer(StreamModel.Seen seen) {
        return String.format(Locale.ROOT, "%s %.0f\u00a0%%", seen.answer(), 100 * seen.probability());
    }

    /** Whether it is right, or how long reading took if nobody knows. */
    static String verdict(StreamModel.Seen seen) {
        if (seen.truth().isEmpty()) {
            return TEXTS.get("live.unknown", String.format(Locale.ROOT, "%.3g\u00a0ms", seen.decodeMillis()));
        }
        return seen.right() ? TEXTS.get("live.right") : TEXTS.get("live.wrong", seen.truth());
    }

    /** Sees what a stream classifies. */
    @FunctionalInterface
    public interface Eye {
        /**
         * @param answer first guess and its probability
         * @param verdict right, or wrong and what it is; or that nobody knows, and what decoding took
         */
        void sees(RgbImage picture, String answer, String verdict);
    }

    /** Ends what runs. */
    public void stop() {
        interactor.stop();
    }
}
