package dev.sdpoint.app.shell;

import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.app.concurrent.TaskRunner.Cancellation;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.workspace.OpenModel;
import dev.sdpoint.app.workspace.Sentence;
import dev.sdpoint.app.workspace.Sorting;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.cost.CostModel;
import dev.sdpoint.engine.cost.SharedCost;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.evaluation.Outcomes;
import dev.sdpoint.engine.network.NetworkPlan;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the open model's answers on the open data's validation images, or has them computed: a short sweep begins by itself, a long one is
 * offered; one that was stopped goes on where it was. JavaFX thread only.
 */
final class AnswerFinder {
    private static final Texts TEXTS = Texts.of(AnswerFinder.class);
    private static final Logger LOG = LoggerFactory.getLogger(AnswerFinder.class);
    /** FLOPs, about a minute's on two cores: a sweep of up to so many begins unasked. */
    private static final double SECONDS_OF_WORK = 10e12;

    private final Workspace workspace;
    private final TaskRunner tasks;
    private final Opening opening;
    private final Sweeping sweeping;
    private Cancellation matching = () -> {};

    AnswerFinder(Workspace workspace, TaskRunner tasks, Opening opening, Sweeping sweeping) {
        this.workspace = workspace;
        this.tasks = tasks;
        this.opening = opening;
        this.sweeping = sweeping;
    }

    /** Forgets the answers of what was open. */
    void forget() {
        workspace.sortingProperty().set(Sorting.NONE);
        workspace.outcomesProperty().set(Optional.empty());
    }

    /** Ends the search and the sweep. */
    void close() {
        matching.cancel();
        sweeping.cancel();
    }

    /** Looks for the answers of what is open now. */
    void find() {
        matching.cancel();
        sweeping.cancel();
        workspace.sortingProperty().set(Sorting.NONE);
        Optional<OpenModel> model = workspace.modelProperty().get();
        Optional<DataSet> data = workspace.dataProperty().get();
        if (model.isEmpty() || data.isEmpty()) {
            return;
        }
        String mismatch = Fit.problem(model.get().model(), data.get());
        if (!mismatch.isEmpty()) {
            workspace.sortingProperty().set(Sorting.refused(mismatch));
            opening.sayOfData(Message.problem(mismatch));
            opening.ended();
            return;
        }
        OpenModel open = model.get();
        DataSet images = data.get();
        matching = tasks.run(
                () -> look(open, images),
                found -> found.recorded().ifPresentOrElse(this::filled, () -> offer(open, images, found.flops())),
                problem -> {
                    LOG.error("The answers of {} cannot be looked for.", open.name(), problem);
                    workspace
                            .sortingProperty()
                            .set(Sorting.refused(TEXTS.get("answers.failed", open.name(), Sentence.of(problem))));
                    opening.ended();
                });
    }

    /**
     * What there is before a sweep.
     *
     * @param flops of the sweep; 0 if none is needed
     */
    private record Found(Optional<Outcomes> recorded, double flops) {}

    private static Found look(OpenModel open, DataSet data) {
        try {
            Optional<Outcomes> recorded = open.model().outcomes().forImages(data.validation());
            if (recorded.isPresent()) {
                return new Found(recorded, 0);
            }
        } catch (RuntimeException e) {
            LOG.error("The recorded answers of {} cannot be used.", open.name(), e);
        }
        NetworkPlan plan = open.model().network().plan();
        double passes = SharedCost.of(plan, open.model().space()).shared();
        long full = new CostModel(plan).cost(Instance.FULL).flops();
        return new Found(Optional.empty(), passes * full * data.validation().size());
    }

    /** What takes seconds begins by itself; what takes minutes is for the person to begin. */
    private void offer(OpenModel model, DataSet data, double flops) {
        Sorting work = new Sorting(
                Sorting.Phase.OFFERED,
                Optional.empty(),
                data.validation().size(),
                model.model().space().size(),
                () -> sweep(model, data));
        workspace.sortingProperty().set(work);
        if (flops <= SECONDS_OF_WORK) {
            sweep(model, data);
        } else {
            opening.sayOfData(Message.notice(
                    TEXTS.get("answers.offered", model.name(), work.images(), data.title()),
                    new Message.Action(TEXTS.get("answers.compute"), work.begin())));
            opening.ended();
        }
    }

    private void sweep(OpenModel model, DataSet data) {
        Sorting work = workspace.sortingProperty().get();
        if (work.phase() == Sorting.Phase.RUNNING || work.phase() == Sorting.Phase.NONE) {
            return;
        }
        workspace.sortingProperty().set(work.in(Sorting.Phase.RUNNING));
        opening.sayOfData(Message.notice(TEXTS.get("answers.running", model.name(), data.title())));
        sweeping.start(model.model(), data.validation(), work.soFar(), new Sweeping.Listener() {
            @Override
            public void grew(Outcomes soFar) {
                workspace
                        .sortingProperty()
                        .set(workspace.sortingProperty().get().with(soFar));
            }

            @Override
            public void done(Outcomes all) {
                opening.settle();
                filled(all);
            }

            @Override
            public void failed(Throwable problem) {
                LOG.error("The sweep of {} on {} failed.", model.name(), data.title(), problem);
                halted();
                opening.say(Message.problem(
                        TEXTS.get("answers.failed", model.name(), Sentence.of(problem)),
                        new Message.Action(TEXTS.get("again"), () -> sweep(model, data))));
            }

            @Override
            public void stopped() {
                halted();
                opening.say(Message.notice(
                        TEXTS.get(
                                "answers.stopped",
                                model.name(),
                                workspace.sortingProperty().get().done(),
                                work.images()),
                        new Message.Action(TEXTS.get("answers.go-on"), () -> sweep(model, data))));
            }

            private void halted() {
                workspace
                        .sortingProperty()
                        .set(workspace.sortingProperty().get().in(Sorting.Phase.STOPPED));
                opening.ended();
            }
        });
    }

    private void filled(Outcomes outcomes) {
        workspace.outcomesProperty().set(Optional.of(outcomes));
        workspace.sortingProperty().set(Sorting.NONE);
        Timing.reached("everything filled");
        opening.ended();
        tasks.run(Timing::report, lines -> {}, problem -> LOG.info("The times of the start cannot be told.", problem));
    }
}
