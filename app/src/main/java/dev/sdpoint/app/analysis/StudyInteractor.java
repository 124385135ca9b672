package dev.sdpoint.app.analysis;

import dev.sdpoint.app.concurrent.BackgroundJob;
import dev.sdpoint.app.concurrent.LatestTask;
import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.app.concurrent.WatchedJobs;
import dev.sdpoint.app.study.Question;
import dev.sdpoint.app.study.StudyCase;
import dev.sdpoint.app.study.StudyResult;
import dev.sdpoint.app.study.Subject;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.workspace.Sentence;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.data.DataException;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.evaluation.NetworkLoader;
import dev.sdpoint.engine.model.SdpModel;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the questions: follows what is chosen and open, says what an answer would take, runs one question at a time as a job, and keeps
 * every answer while the window is open. JavaFX thread only.
 */
final class StudyInteractor {
    private static final Texts TEXTS = Texts.of(StudyInteractor.class);
    private static final Logger LOG = LoggerFactory.getLogger(StudyInteractor.class);

    private final StudyModel model;
    private final Workspace workspace;
    private final TaskRunner tasks;
    private final WatchedJobs jobs;
    private final NetworkLoader loader;
    private final RecordedModels models;
    private final StudyPace pace = new StudyPace();
    private final Map<StudyKey, StudyResult> answers = new HashMap<>();
    private final Map<StudyKey, String> failures = new HashMap<>();
    private @Nullable StudyKey running;
    private WatchedJobs.@Nullable Job job;
    private final LatestTask<Wish, StudyPlan> planning;
    private final StudyOffers offers;

    /**
     * @param models those of recorded runs
     * @param worker finds out what answers take, one after the other
     */
    StudyInteractor(
            StudyModel model,
            Workspace workspace,
            TaskRunner tasks,
            WatchedJobs jobs,
            NetworkLoader loader,
            RecordedModels models,
            Executor worker) {
        this.model = model;
        this.workspace = workspace;
        this.tasks = tasks;
        this.jobs = jobs;
        this.loader = loader;
        this.models = models;
        planning = new LatestTask<>(
                worker,
                tasks,
                wish -> StudyPlan.of(wish.question(), wish.candidate(), wish.data(), wish.images(), models),
                plan -> model.effortProperty().set(plan.words(pace)),
                problem -> LOG.warn("It is not known what the study takes.", problem));
        offers = new StudyOffers(model, workspace, this::asked, this::refresh);
        model.analysisProperty().addListener((value, before, after) -> refresh());
        model.candidateProperty().addListener((value, before, after) -> refresh());
        model.imagesProperty().addListener((value, before, after) -> refresh());
        model.instanceProperty().addListener((value, before, after) -> refresh());
        refresh();
    }

    /** Looks for the models of recorded runs anew. */
    void lookForRuns() {
        tasks.run(
                models::candidates,
                offers::recorded,
                problem -> LOG.warn("The models of recorded runs cannot be listed.", problem));
    }

    private boolean asked(Candidate candidate) {
        String key = candidate.key();
        boolean now = running != null && running.model().equals(key);
        return now
                || answers.keySet().stream()
                        .anyMatch(answered -> answered.model().equals(key));
    }

    /** Asks the question that is chosen; nothing if it cannot be asked, or another is being answered. */
    void run() {
        Optional<StudyKey> key = key();
        StudyState now = model.stateProperty().get();
        boolean askable = now instanceof StudyState.Askable || now instanceof StudyState.Failed;
        if (key.isEmpty() || model.busyProperty().get() || !askable) {
            return;
        }
        Candidate candidate = model.candidateProperty().get().orElseThrow();
        DataSet data = workspace.dataProperty().get().orElseThrow();
        Question question =
                model.analysisProperty().get().question(model.instanceProperty().get());
        failures.remove(key.get());
        running = key.get();
        model.busyProperty().set(true);
        model.runningProperty()
                .set(TEXTS.get("study.running", model.analysisProperty().get().title(), candidate.label()));
        refresh();
        WatchedJobs.Job started = jobs.start(
                model.runningProperty().get(),
                progress -> answer(question, candidate, data, key.get().images(), progress),
                new WatchedJobs.Ending<>(
                        answer -> end(key.get(), () -> keep(key.get(), answer)),
                        problem -> end(key.get(), () -> failures.put(key.get(), sentence(problem))),
                        () -> end(key.get(), () -> {})));
        if (running != null) {
            job = started;
            model.progressProperty().bind(started.progress());
            model.messageProperty().bind(started.message());
        }
    }

    /** Ends what runs; harmless if nothing does. */
    void cancel() {
        if (job != null) {
            job.cancel();
        }
    }

    private record Wish(Question question, Candidate candidate, DataSet data, int images) {}

    private record Answer(StudyResult result, StudyPlan plan, long nanos) {}

    private Answer answer(
            Question question, Candidate candidate, DataSet data, int images, BackgroundJob.Progress progress)
            throws Exception {
        StudyPlan plan = StudyPlan.of(question, candidate, data, images, models);
        long start = System.nanoTime();
        JobBench bench = new JobBench(loader, progress, plan.work());
        SdpModel asked = read(plan, candidate, data, bench);
        Subject.requireFit(asked, data);
        Subject subject = new Subject(candidate.name(), asked, StudyCase.choose(data.validation(), images), bench);
        StudyResult result = question.answer(new StudyCase(List.of(subject), data, subject.images()));
        return new Answer(result, plan, System.nanoTime() - start);
    }

    private SdpModel read(StudyPlan plan, Candidate candidate, DataSet data, JobBench bench) throws Exception {
        if (plan.reading().isEmpty()) {
            return models.model(candidate, data, share -> {});
        }
        try (var watch = bench.watch("checkpoint", plan.reading().get().images())) {
            return models.model(candidate, data, watch);
        }
    }

    private void keep(StudyKey key, Answer answer) {
        answers.put(key, answer.result());
        pace.measured(answer.plan().network(), answer.plan().whole(), answer.nanos());
    }

    private void end(StudyKey key, Runnable remembered) {
        if (key.equals(running)) {
            running = null;
            job = null;
            model.progressProperty().unbind();
            model.messageProperty().unbind();
            model.progressProperty().set(0);
            model.messageProperty().set("");
            model.busyProperty().set(false);
        }
        remembered.run();
        refresh();
    }

    private static String sentence(Throwable problem) {
        LOG.warn("A study failed.", problem);
        return Sentence.of(problem);
    }

    private Optional<StudyKey> key() {
        Analysis analysis = model.analysisProperty().get();
        Optional<Instance> ranked =
                analysis == Analysis.CLASSES ? model.instanceProperty().get() : Optional.empty();
        return workspace
                .dataProperty()
                .get()
                .filter(data -> analysis != Analysis.RUNS)
                .flatMap(data -> model.candidateProperty()
                        .get()
                        .map(candidate -> new StudyKey(
                                analysis,
                                candidate.key(),
                                data.fingerprint(),
                                model.imagesProperty().get(),
                                ranked)));
    }

    /** Finds out where the question that is chosen stands. */
    private void refresh() {
        model.effortProperty().set("");
        if (model.analysisProperty().get() == Analysis.RUNS) {
            return;
        }
        Optional<DataSet> data = workspace.dataProperty().get();
        Optional<Candidate> candidate = model.candidateProperty().get();
        if (data.isEmpty()) {
            model.stateProperty()
                    .set(new StudyState.Missing(TEXTS.get("missing.data"), TEXTS.get("missing.data.remedy"), false));
            return;
        }
        if (candidate.isEmpty()) {
            model.stateProperty()
                    .set(new StudyState.Missing(TEXTS.get("missing.model"), TEXTS.get("missing.model.remedy"), true));
            return;
        }
        Optional<String> misfit = misfit(candidate.get(), data.get());
        if (misfit.isPresent()) {
            model.stateProperty().set(new StudyState.Missing(TEXTS.get("missing.fit"), misfit.get(), false));
            return;
        }
        StudyKey key = key().orElseThrow();
        StudyResult answer = answers.get(key);
        String failure = failures.get(key);
        if (answer != null) {
            model.stateProperty().set(new StudyState.Answered(answer));
        } else if (key.equals(running)) {
            model.stateProperty().set(new StudyState.Running());
        } else {
            model.stateProperty().set(failure == null ? new StudyState.Askable() : new StudyState.Failed(failure));
            plan(candidate.get(), data.get());
        }
    }

    private static Optional<String> misfit(Candidate candidate, DataSet data) {
        try {
            if (candidate.model().isPresent()) {
                Subject.requireFit(candidate.model().get(), data);
            }
            return Optional.empty();
        } catch (DataException e) {
            return Optional.of(Sentence.of(e));
        }
    }

    private void plan(Candidate candidate, DataSet data) {
        Question question =
                model.analysisProperty().get().question(model.instanceProperty().get());
        int images = model.imagesProperty().get();
        planning.request(new Wish(question, candidate, data, images));
    }
}
