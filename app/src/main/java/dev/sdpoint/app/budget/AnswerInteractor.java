package dev.sdpoint.app.budget;

import dev.sdpoint.app.budget.Comparison.Verdict;
import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.app.inference.Inference;
import dev.sdpoint.app.inference.LoadedNetwork;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.workspace.OpenModel;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.data.FullStop;
import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.evaluation.NetworkLoader;
import dev.sdpoint.engine.evaluation.Outcomes;
import dev.sdpoint.engine.inference.Prediction;
import dev.sdpoint.engine.model.SdpModel;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the selected instance and the full network about the picture and sets their answers side by side. The strip of all
 * instances is filled from the recorded outcomes where there are some, else by asking every instance. JavaFX thread; the
 * network runs on the worker.
 */
final class AnswerInteractor {
    private static final Logger LOG = LoggerFactory.getLogger(AnswerInteractor.class);
    private static final Texts TEXTS = Texts.of(AnswerInteractor.class);

    private final BudgetModel state;
    private final Workspace workspace;
    private final LoadedNetwork network;
    private final Inference inference;
    private boolean active = true;

    AnswerInteractor(BudgetModel state, Workspace workspace, TaskRunner tasks, Executor worker, NetworkLoader loader) {
        this.state = state;
        this.workspace = workspace;
        this.network = new LoadedNetwork(loader);
        this.inference = new Inference(worker, tasks, network, this::answered, this::failed);
    }

    /** Another model is open, or none: earlier answers mean nothing. The picture is to be shown anew after this. */
    void modelChanged() {
        inference.forget();
        state.answerProblemProperty().set("");
        state.comparisonProperty().set(Optional.empty());
        state.cellsProperty().set(List.of());
        state.cardsProperty().set(List.of());
    }

    /** There is another picture, or the same as another model sees it. */
    void pictureChanged() {
        Optional<SdpModel> model = model();
        Optional<Picture> picture = state.pictureProperty().get();
        if (model.isEmpty() || picture.isEmpty()) {
            inference.forget();
            state.answerProblemProperty().set("");
            state.waitingProperty().set(false);
            state.comparisonProperty().set(Optional.empty());
        } else if (!inference.isAbout(model.get(), picture.get().seen())) {
            state.answerProblemProperty().set("");
            inference.about(model.get(), picture.get().seen());
        }
        refreshCells();
        refreshCards();
        ask();
    }

    /** The answers of all instances are wanted now, or no longer. */
    void smallMultipleChanged() {
        refreshCards();
        ask();
    }

    /** Another instance is selected. */
    void instanceChanged() {
        refreshComparison();
        ask();
    }

    /** The recorded outcomes are others now, or none. */
    void outcomesChanged() {
        refreshCells();
        ask();
    }

    /** The place came on screen or left it; off screen nothing is asked. */
    void setActive(boolean onScreen) {
        active = onScreen;
        if (onScreen) {
            ask();
        } else {
            inference.pause();
        }
    }

    /** Asks again after a failure. */
    void askAgain() {
        state.answerProblemProperty().set("");
        ask();
    }

    /** Closes the network; to be called on the worker as its last work. */
    void release() {
        network.release();
    }

    private void ask() {
        Optional<SdpModel> model = model();
        if (!active
                || model.isEmpty()
                || state.pictureProperty().get().isEmpty()
                || !state.answerProblemProperty().get().isEmpty()) {
            return;
        }
        List<Instance> wanted = new ArrayList<>(List.of(state.instanceProperty().get(), Instance.FULL));
        if (recorded(model.get()).isEmpty() || state.smallMultipleProperty().get()) {
            model.get().sweep().byCost().forEach(score -> wanted.add(score.instance()));
        }
        state.waitingProperty()
                .set(wanted.stream().limit(2).anyMatch(i -> inference.answer(i).isEmpty()));
        inference.ask(wanted);
    }

    private void answered() {
        refreshComparison();
        if (model().flatMap(this::recorded).isEmpty()) {
            refreshCells();
        }
        refreshCards();
    }

    private void failed(Exception reason) {
        LOG.warn("The network gave no answer.", reason);
        state.waitingProperty().set(false);
        state.comparisonProperty().set(Optional.empty());
        state.answerProblemProperty()
                .set(
                        reason instanceof IllegalArgumentException && reason.getMessage() != null
                                ? TEXTS.get("answers.failed.reason", FullStop.after(reason.getMessage()))
                                : TEXTS.get("answers.failed"));
    }

    private void refreshComparison() {
        Optional<Prediction> chosen = inference.answer(state.instanceProperty().get());
        Optional<Prediction> full = inference.answer(Instance.FULL);
        Optional<Picture> picture = state.pictureProperty().get();
        Optional<SdpModel> model = model();
        if (chosen.isPresent() && full.isPresent() && picture.isPresent() && model.isPresent()) {
            state.comparisonProperty()
                    .set(Optional.of(Comparison.of(
                            chosen.get(),
                            full.get(),
                            model.get().classNames(),
                            picture.get().trueClass())));
            state.waitingProperty().set(false);
        }
    }

    private void refreshCells() {
        Optional<SdpModel> model = model();
        Optional<Picture> picture = state.pictureProperty().get();
        if (model.isEmpty() || picture.isEmpty()) {
            state.cellsProperty().set(List.of());
            return;
        }
        Optional<Outcomes> recorded = recorded(model.get());
        List<InstanceCell> cells = new ArrayList<>();
        for (InstanceScore score : model.get().sweep().byCost()) {
            cells.add(
                    recorded.isPresent()
                            ? recordedCell(score, recorded.get(), (Picture.Validation) picture.get(), model.get())
                            : askedCell(score, picture.get().trueClass(), model.get()));
        }
        state.cellsProperty().set(List.copyOf(cells));
    }

    private void refreshCards() {
        Optional<SdpModel> model = model();
        Optional<Picture> picture = state.pictureProperty().get();
        if (!state.smallMultipleProperty().get() || model.isEmpty() || picture.isEmpty()) {
            state.cardsProperty().set(List.of());
            return;
        }
        List<String> names = model.get().classNames();
        int trueClass = picture.get().trueClass();
        state.cardsProperty()
                .set(model.get().sweep().byCost().stream()
                        .map(score -> inference
                                .answer(score.instance())
                                .map(answer -> InstanceCard.of(score, answer, names, trueClass))
                                .orElseGet(() -> InstanceCard.waiting(score)))
                        .toList());
    }

    private static InstanceCell recordedCell(
            InstanceScore score, Outcomes outcomes, Picture.Validation picture, SdpModel model) {
        int instance = outcomes.instances().indexOf(score.instance());
        return new InstanceCell(
                score,
                true,
                outcomes.right(picture.index(), instance, 1) ? Verdict.RIGHT : Verdict.WRONG,
                model.classNames().get(outcomes.predicted(picture.index(), instance)),
                outcomes.trueProbability(picture.index(), instance));
    }

    private InstanceCell askedCell(InstanceScore score, int trueClass, SdpModel model) {
        Optional<Prediction> answer = inference.answer(score.instance());
        if (answer.isEmpty()) {
            return InstanceCell.waiting(score);
        }
        Prediction.Guess first = answer.get().top(1).get(0);
        String guess = model.classNames().get(first.classIndex());
        if (trueClass == Picture.UNKNOWN) {
            return new InstanceCell(score, true, Verdict.UNKNOWN, guess, first.probability());
        }
        Verdict verdict = first.classIndex() == trueClass ? Verdict.RIGHT : Verdict.WRONG;
        double probability = answer.get().probabilities().get(trueClass);
        return new InstanceCell(score, true, verdict, guess, probability);
    }

    /** Outcomes that say what every instance answers to the present picture; empty if they are not known. */
    private Optional<Outcomes> recorded(SdpModel model) {
        if (!(state.pictureProperty().get().orElse(null) instanceof Picture.Validation validation)
                || validation.trueClass() == Picture.UNKNOWN) {
            return Optional.empty();
        }
        return workspace
                .outcomesProperty()
                .get()
                .filter(o -> o.images() == validation.count()
                        && o.instances().equals(model.space().instances()));
    }

    private Optional<SdpModel> model() {
        return workspace.modelProperty().get().map(OpenModel::model);
    }
}
