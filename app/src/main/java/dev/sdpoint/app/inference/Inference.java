package dev.sdpoint.app.inference;

import dev.sdpoint.app.concurrent.LatestTask;
import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.engine.data.RgbImage;
import dev.sdpoint.engine.inference.Prediction;
import dev.sdpoint.engine.model.SdpModel;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Asks instances about one picture, the most urgent first and one after the other, and keeps their answers. What is asked
 * for last is answered first; answers about an earlier picture are dropped. Called on the JavaFX thread; the network lives on
 * the worker alone and is loaded with the first question.
 */
public final class Inference {
    private final LoadedNetwork network;
    private final LatestTask<Question, Answered> latest;
    private final Runnable answered;
    private final Consumer<Exception> failed;

    private final Map<Instance, Prediction> answers = new HashMap<>();
    private List<Instance> urgent = List.of();
    private @Nullable SdpModel model;
    private @Nullable RgbImage picture;
    private @Nullable Instance asked;

    private record Question(SdpModel model, RgbImage picture, Instance instance) {}

    private record Answered(Question question, Prediction prediction) {}

    /**
     * @param worker one thread; usually a {@link dev.sdpoint.app.concurrent.SerialWorker}
     * @param network whose thread the worker is; to be released there by the caller
     * @param answered called after each new answer
     * @param failed called with the reason when an answer could not be had; nothing more is asked until the next call of
     *     {@link #ask}
     */
    public Inference(
            Executor worker, TaskRunner tasks, LoadedNetwork network, Runnable answered, Consumer<Exception> failed) {
        this.network = network;
        this.answered = answered;
        this.failed = failed;
        this.latest = new LatestTask<>(worker, tasks, this::answer, this::accept, this::fail);
    }

    /** Chooses what is asked about; earlier answers are forgotten. */
    public void about(SdpModel newModel, RgbImage newPicture) {
        forget();
        model = newModel;
        picture = newPicture;
    }

    /** Whether this very picture of this very model is asked about. */
    @SuppressWarnings("ReferenceEquality")
    public boolean isAbout(SdpModel someModel, RgbImage somePicture) {
        return model == someModel && picture == somePicture;
    }

    /** Forgets the picture and its answers; nothing is asked. */
    public void forget() {
        latest.cancel();
        answers.clear();
        urgent = List.of();
        asked = null;
        picture = null;
    }

    /** Asks these instances, in this order; answers that are there already are not asked again. */
    public void ask(List<Instance> instances) {
        urgent = List.copyOf(instances);
        askNext();
    }

    /** Stops asking; answers stay. */
    public void pause() {
        latest.cancel();
        urgent = List.of();
        asked = null;
    }

    /** The answer of an instance about the present picture, once there. */
    public Optional<Prediction> answer(Instance instance) {
        return Optional.ofNullable(answers.get(instance));
    }

    private void askNext() {
        SdpModel of = model;
        RgbImage about = picture;
        Instance next = urgent.stream()
                .filter(instance -> !answers.containsKey(instance))
                .findFirst()
                .orElse(null);
        if (of == null || about == null || next == null || next.equals(asked)) {
            return;
        }
        asked = next;
        latest.request(new Question(of, about, next));
    }

    private void accept(Answered answer) {
        asked = null;
        answers.put(answer.question().instance(), answer.prediction());
        answered.run();
        askNext();
    }

    private void fail(Exception reason) {
        asked = null;
        urgent = List.of();
        failed.accept(reason);
    }

    private Answered answer(Question question) {
        Prediction prediction = network.of(question.model()).classify(question.picture(), question.instance());
        return new Answered(question, prediction);
    }
}
