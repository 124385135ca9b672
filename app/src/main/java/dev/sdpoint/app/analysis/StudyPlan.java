package dev.sdpoint.app.analysis;

import dev.sdpoint.app.study.Effort;
import dev.sdpoint.app.study.Question;
import dev.sdpoint.app.study.StudyCase;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.data.LabeledImages;
import dev.sdpoint.engine.evaluation.Sweep;
import dev.sdpoint.engine.model.SdpModel;
import dev.sdpoint.engine.network.NetworkSpec;
import dev.sdpoint.engine.sdpoint.InstanceSpace;
import dev.sdpoint.engine.store.StoreException;
import dev.sdpoint.engine.training.Recipe;
import java.util.Optional;

/**
 * What a question to a model computes, found out before it is asked.
 *
 * @param network name of the network
 * @param effort passes of the question itself
 * @param reading what comes before it: calibration and scores of a checkpoint, as one pass; empty if the model is there
 * @param sweep the model's scores, if it is there
 */
record StudyPlan(String network, Effort effort, Optional<Effort> reading, Optional<Sweep> sweep) {
    private static final Texts TEXTS = Texts.of(StudyPlan.class);

    /** Plans; looks at every image, so not on the JavaFX thread. */
    static StudyPlan of(Question question, Candidate candidate, DataSet data, int images, RecordedModels models)
            throws StoreException {
        LabeledImages chosen = StudyCase.choose(data.validation(), images);
        Optional<SdpModel> known = models.known(candidate);
        if (known.isPresent()) {
            SdpModel model = known.get();
            boolean recorded = model.outcomes().forImages(chosen).isPresent();
            return new StudyPlan(
                    model.network().name(),
                    effort(model.network(), model.space(), chosen, question.passes(chosen.side(), recorded)),
                    Optional.empty(),
                    Optional.of(model.sweep()));
        }
        Recipe recipe = models.recipe(candidate.run().orElseThrow().id());
        int calibrated = recipe.data().calibrationBatches() * recipe.data().calibrationBatchSize();
        int all = data.validation().size() + calibrated;
        return new StudyPlan(
                recipe.network().name(),
                effort(recipe.network(), recipe.space(), chosen, question.passes(chosen.side(), true)),
                Optional.of(Effort.of(recipe.network().plan(), recipe.space(), all, 1)),
                Optional.empty());
    }

    private static Effort effort(NetworkSpec network, InstanceSpace space, LabeledImages images, int passes) {
        return Effort.of(network.plan(), space, images.size(), passes);
    }

    /** Images of all passes together. */
    long work() {
        return (long) effort.images() * effort.passes()
                + reading.map(Effort::images).orElse(0);
    }

    /** All operations together. */
    Effort whole() {
        return reading.map(before -> new Effort(
                        effort.images(), effort.instances(), effort.passes() + 1, effort.flops() + before.flops()))
                .orElse(effort);
    }

    /** What it takes, in words. */
    String words(StudyPace pace) {
        String time =
                pace.words(network, whole(), sweep).map(words -> " · " + words).orElse("");
        String asking = effort.words() + time;
        return reading.isPresent() ? TEXTS.get("effort.checkpoint", asking) : asking;
    }
}
