package dev.sdpoint.app.analysis;

import dev.sdpoint.app.archive.RunArchive;
import dev.sdpoint.app.concurrent.LatestTask;
import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.app.study.StudyResult;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.workspace.OpenModel;
import dev.sdpoint.app.workspace.Sentence;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.store.RunId;
import dev.sdpoint.engine.store.RunStore;
import dev.sdpoint.engine.store.RunSummary;
import dev.sdpoint.engine.store.StoreException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javafx.collections.SetChangeListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets runs side by side: follows which are chosen and how they are compared, reads them on a worker, and keeps what it read for as long
 * as it is still true. JavaFX thread only.
 */
final class CompareInteractor {
    private static final Texts TEXTS = Texts.of(CompareInteractor.class);
    private static final Logger LOG = LoggerFactory.getLogger(CompareInteractor.class);

    private final CompareModel model;
    private final Workspace workspace;
    private final TaskRunner tasks;
    private final RunArchive archive;
    private final Callable<OpenModel> sample;
    private final LatestTask<Wish, Outcome> comparing;

    /** Known to the worker alone. */
    private final Map<RunId, RunCourse> read = new HashMap<>();

    /** Percent of the full network's cost. */
    private List<Integer> budgets = List.of();

    private Optional<Compared> sampleRecord = Optional.empty();

    private record Wish(List<RunId> runs, Optional<OpenModel> open, boolean sample, CompareSettings settings) {}

    private record Outcome(Optional<StudyResult> result, String notice) {}

    /**
     * @param worker reads runs, one wish after the other
     * @param sample reads the sample model
     */
    CompareInteractor(
            CompareModel model,
            Workspace workspace,
            TaskRunner tasks,
            RunArchive archive,
            Callable<OpenModel> sample,
            Executor worker) {
        this.model = model;
        this.workspace = workspace;
        this.tasks = tasks;
        this.archive = archive;
        this.sample = sample;
        comparing = new LatestTask<>(worker, tasks, this::compare, this::show, this::fail);
        workspace.comparedRuns().addListener((SetChangeListener<RunId>) change -> refresh());
        workspace.modelProperty().addListener((value, before, after) -> refresh());
        model.openShownProperty().addListener((value, before, after) -> refresh());
        model.sampleShownProperty().addListener((value, before, after) -> refresh());
        model.bestProperty().addListener((value, before, after) -> refresh());
        model.xProperty().addListener((value, before, after) -> refresh());
        model.yProperty().addListener((value, before, after) -> refresh());
        model.sharesProperty().addListener((value, before, after) -> budgetsChanged());
        budgetsChanged();
    }

    /** Lists the runs anew, and compares what may have gone on since. */
    void lookForRuns() {
        tasks.run(
                this::runs,
                found -> {
                    if (!found.equals(model.runs())) {
                        model.runs().setAll(found);
                    }
                    model.listProblemProperty().set("");
                    model.listedProperty().set(true);
                    refresh();
                },
                problem -> {
                    LOG.warn("The recorded runs cannot be listed.", problem);
                    model.listProblemProperty().set(Sentence.of(problem));
                    model.listedProperty().set(true);
                });
    }

    /** Puts a run beside the others, or takes it away. */
    void toggle(RunId run) {
        if (!workspace.comparedRuns().remove(run)) {
            workspace.comparedRuns().add(run);
        }
    }

    private List<RunSummary> runs() throws StoreException {
        Optional<RunStore> store = archive.store();
        if (store.isEmpty()) {
            throw new StoreException(archive.opening().sentence().orElse(TEXTS.get("compare.no-list")));
        }
        return store.get().runs();
    }

    /** What is written now, if it can be read; otherwise the budgets before stay, and so does what is shown. */
    private void budgetsChanged() {
        try {
            budgets = CompareSettings.shares(model.sharesProperty().get());
            model.sharesProblemProperty().set("");
            refresh();
        } catch (IllegalArgumentException e) {
            model.sharesProblemProperty().set(String.valueOf(e.getMessage()));
        }
    }

    private void refresh() {
        model.readingProperty().set(true);
        comparing.request(new Wish(
                chosen(),
                model.openShownProperty().get() ? workspace.modelProperty().get() : Optional.empty(),
                model.sampleShownProperty().get(),
                new CompareSettings(
                        model.bestProperty().get(),
                        model.xProperty().get(),
                        model.yProperty().get(),
                        budgets)));
    }

    /** Without those that were deleted since they were chosen: they come back with their runs. */
    private List<RunId> chosen() {
        boolean known = model.listedProperty().get()
                && model.listProblemProperty().get().isBlank();
        Set<RunId> there = model.runs().stream().map(RunSummary::id).collect(Collectors.toSet());
        return workspace.comparedRuns().stream()
                .filter(run -> !known || there.contains(run))
                .toList();
    }

    private void show(Outcome outcome) {
        model.readingProperty().set(false);
        model.resultProperty().set(outcome.result());
        model.noticeProperty().set(outcome.notice());
    }

    private void fail(Exception problem) {
        LOG.warn("Runs could not be compared.", problem);
        model.readingProperty().set(false);
        // What is shown is not what is chosen any more.
        model.resultProperty().set(Optional.empty());
        model.noticeProperty().set(Sentence.of(problem));
    }

    /** On the worker. */
    private Outcome compare(Wish wish) throws Exception {
        List<Compared> all = new ArrayList<>();
        List<String> notices = new ArrayList<>();
        for (RunId id : wish.runs()) {
            Optional<RunSummary> run = summary(id);
            if (run.isEmpty()) {
                notices.add(TEXTS.get("compare.gone"));
                continue;
            }
            String name = run.get().label().name();
            try {
                Compared.of(course(run.get()), wish.settings().best())
                        .ifPresentOrElse(all::add, () -> notices.add(TEXTS.get("compare.no-evaluation", name)));
            } catch (StoreException e) {
                LOG.warn("The run {} is left out of the comparison.", name, e);
                notices.add(TEXTS.get("compare.unreadable", name, Sentence.of(e)));
            }
        }
        wish.open().map(Compared::of).ifPresent(all::add);
        if (wish.sample()) {
            Compared record = sample();
            if (wish.open().map(OpenModel::name).filter(record.name()::equals).isEmpty()) {
                all.add(record);
            }
        }
        if (all.size() > Comparison.MOST) {
            notices.add(TEXTS.get("compare.most", Comparison.MOST, all.size()));
        }
        List<Compared> shown = all.subList(0, Math.min(Comparison.MOST, all.size()));
        return new Outcome(
                shown.isEmpty() ? Optional.empty() : Optional.of(Comparison.of(shown, wish.settings())),
                String.join(" ", notices));
    }

    private Compared sample() throws Exception {
        if (sampleRecord.isEmpty()) {
            sampleRecord = Optional.of(Compared.of(sample.call()));
        }
        return sampleRecord.get();
    }

    /** A run as it is now; empty if it is no longer there. */
    private Optional<RunSummary> summary(RunId id) throws StoreException {
        Optional<RunStore> store = archive.store();
        Optional<RunSummary> summary = store.isEmpty()
                ? Optional.empty()
                : store.get().run(id).filter(run -> run.deletedAt().isEmpty());
        if (summary.isEmpty()) {
            read.remove(id);
        }
        return summary;
    }

    /** What it recorded; read anew only if it has gone on or was renamed. */
    private RunCourse course(RunSummary run) throws StoreException {
        RunCourse known = read.get(run.id());
        if (known == null || !known.run().equals(run)) {
            known = RunCourse.read(archive.store().orElseThrow(), run);
            read.put(run.id(), known);
        }
        return known;
    }
}
