package dev.sdpoint.app.analysis;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.workspace.OpenModel;
import dev.sdpoint.engine.evaluation.Sweep;
import dev.sdpoint.engine.event.TrainingEvent;
import dev.sdpoint.engine.model.SdpModel;
import java.util.Optional;

/**
 * Something that stands beside others in the comparison.
 *
 * @param name of the run or model
 * @param network its network
 * @param method how it was trained
 * @param when to what evaluation the scores belong
 * @param sweep scores of all instances
 * @param course how it came there; empty for a model
 */
record Compared(String name, String network, String method, String when, Sweep sweep, Optional<RunCourse> course) {
    private static final Texts TEXTS = Texts.of(Compared.class);

    /** The record of a model. */
    static Compared of(OpenModel open) {
        SdpModel model = open.model();
        String when = TEXTS.get("compared.model", model.record().epochs());
        return new Compared(
                open.name(), model.network().name(), model.record().method(), when, model.sweep(), Optional.empty());
    }

    /**
     * A run at one of its evaluations; empty if it has none.
     *
     * @param best the evaluation with the smallest error instead of the newest
     */
    static Optional<Compared> of(RunCourse course, boolean best) {
        Optional<TrainingEvent.Evaluated> chosen = best ? course.bestEvaluation() : course.last();
        return chosen.map(told -> new Compared(
                course.run().label().name(),
                course.run().origin().network(),
                course.run().origin().method().id(),
                TEXTS.get("compared.run", told.epoch(), told.iteration()),
                told.sweep(),
                Optional.of(course)));
    }

    /** The same under another name. */
    Compared named(String other) {
        return new Compared(other, network, method, when, sweep, course);
    }
}
