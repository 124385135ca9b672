package dev.sdpoint.app.analysis;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.workspace.OpenModel;
import dev.sdpoint.engine.model.SdpModel;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.store.RunSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A model that can be asked: the open one, or that of a recorded run's checkpoint. Two are equal if they are the same model and are called
 * the same.
 *
 * @param key tells models apart without holding them
 * @param name of the model or the run
 * @param about what tells it from others of the name
 * @param model the open model; empty if it must be read from a checkpoint
 * @param run the run whose checkpoint it is
 * @param earlier whether the run has trained on since; its checkpoint is another one now
 */
record Candidate(
        String key, String name, String about, Optional<SdpModel> model, Optional<RunSummary> run, boolean earlier) {
    private static final Texts TEXTS = Texts.of(Candidate.class);

    /** The open model. */
    static Candidate of(OpenModel open) {
        SdpModel model = open.model();
        String key = "open " + open.name() + ' ' + model.record().finishedAt() + ' '
                + model.sweep().hashCode();
        return new Candidate(
                key, open.name(), TEXTS.get("candidate.open"), Optional.of(model), Optional.empty(), false);
    }

    /** The checkpoint of a recorded run as it is now. */
    static Candidate of(RunSummary run) {
        RunSummary.Progress progress = run.progress();
        String done = progress.iterations() > 0
                ? TEXTS.get(
                        "candidate.trained",
                        String.format(
                                Locale.ROOT,
                                "%.0f %%",
                                Math.floor(100.0 * progress.iteration() / progress.iterations())))
                : TEXTS.get("candidate.not-begun");
        String key = "run " + run.id().key() + ' ' + progress.iteration();
        return new Candidate(key, run.label().name(), done, Optional.empty(), Optional.of(run), false);
    }

    /**
     * The same, when its run has trained on.
     *
     * @param named what the run is called now
     */
    Candidate asBefore(String named) {
        return new Candidate(key, named, about, model, run, true);
    }

    /** Whether both are models of one run, at whatever time. */
    boolean isOfRunOf(Candidate other) {
        return run.isPresent()
                && other.run.isPresent()
                && run.get().id().equals(other.run.get().id());
    }

    /** For a list of models. */
    String label() {
        return name + " · " + (earlier ? TEXTS.get("candidate.before", about) : about);
    }

    /** The instances that cost less than the full network, the cheapest first; empty while the model is not read. */
    List<Instance> cheaper() {
        List<Instance> all = new ArrayList<>();
        model.ifPresent(known -> {
            long full = known.sweep().of(Instance.FULL).flops();
            known.sweep().byCost().stream()
                    .filter(score -> score.flops() < full)
                    .forEach(score -> all.add(score.instance()));
        });
        return all;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Candidate that
                && that.key.equals(key)
                && that.label().equals(label());
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public String toString() {
        return label();
    }
}
