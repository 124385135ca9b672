package dev.sdpoint.app.budget.stream;

import dev.sdpoint.app.budget.stream.StreamModel.From;
import dev.sdpoint.app.budget.stream.StreamModel.Phase;
import dev.sdpoint.app.budget.stream.StreamModel.Seen;
import dev.sdpoint.app.concurrent.BackgroundJob;
import dev.sdpoint.app.concurrent.FramePump;
import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.workspace.OpenModel;
import dev.sdpoint.app.workspace.Sentence;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.data.LabeledImages;
import dev.sdpoint.engine.inference.Prediction;
import dev.sdpoint.engine.inference.StreamClassifier;
import dev.sdpoint.engine.inference.StreamFrame;
import dev.sdpoint.engine.inference.StreamTarget;
import dev.sdpoint.engine.inference.Survey;
import dev.sdpoint.engine.model.SdpModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts and ends streams, and brings ten times a second what they did to the model: the picture, the trace, and the instance that the budget
 * moved to, which is selected everywhere. JavaFX thread; a stream runs in a job.
 */
final class StreamInteractor {
    private static final Logger LOG = LoggerFactory.getLogger(StreamInteractor.class);
    private static final Texts TEXTS = Texts.of(StreamInteractor.class);
    private static final double HERTZ = 10;

    private final StreamModel model;
    private final Workspace workspace;
    private final TaskRunner tasks;
    private final Function<SdpModel, StreamClassifier> opener;
    private final FramePump pump = new FramePump(HERTZ, this::drain);
    /** One stream computes at a time: one that was stopped may be in the middle of a pass when the next begins. */
    private final Lock turn = new ReentrantLock();

    private volatile double burning;
    private @Nullable Running running;

    private interface Part {
        void run(StreamSession session, BackgroundJob.Progress progress) throws InterruptedException;
    }

    /** @param opener makes the classifier of a stream, which closes it */
    StreamInteractor(
            StreamModel model, Workspace workspace, TaskRunner tasks, Function<SdpModel, StreamClassifier> opener) {
        this.model = model;
        this.workspace = workspace;
        this.tasks = tasks;
        this.opener = opener;
        workspace.modelProperty().subscribe(open -> contentChanged());
        workspace.dataProperty().subscribe(data -> {
            if (model.fromProperty().get() == From.DATA_SET) {
                contentChanged();
            }
        });
        model.filesProperty().addListener((property, before, now) -> {
            From wanted = now.isEmpty() ? From.DATA_SET : From.FILES;
            if (model.fromProperty().get() == wanted) {
                contentChanged();
            } else {
                model.fromProperty().set(wanted);
            }
        });
        model.fromProperty().addListener((property, before, now) -> contentChanged());
        model.targetProperty().subscribe(text -> check());
        model.unitProperty()
                .addListener((property, before, now) -> model.targetProperty().set(""));
        model.stressedProperty().subscribe(on -> burn());
        model.stressProperty().subscribe(share -> burn());
    }

    private void burn() {
        burning = model.stressedProperty().get() ? model.stressProperty().get() : 0;
    }

    private void contentChanged() {
        abandon();
        model.phaseProperty().set(source().isPresent() ? Phase.READY : Phase.NOTHING_OPEN);
        model.leftOutProperty().set("");
        model.outOfReachProperty().set(false);
        model.traceProperty().set(List.of());
        model.seenProperty().set(Optional.empty());
        model.resultsProperty().set(List.of());
        model.hintProperty().set("");
    }

    /** Ends what runs without looking at its last frames, which are of a model or of images that are not open any more. */
    private void abandon() {
        Running now = running;
        running = null;
        pump.stop();
        if (now != null) {
            now.job.cancel();
        }
        model.stressedProperty().set(false);
    }

    private Optional<SdpModel> model() {
        return workspace.modelProperty().get().map(OpenModel::model);
    }

    private Optional<LabeledImages> images() {
        return workspace.dataProperty().get().map(DataSet::validation);
    }

    /** What would be streamed; empty if no model is open, or nothing that fits it. */
    private Optional<StreamSource> source() {
        List<Path> files = model.filesProperty().get();
        if (model.fromProperty().get() == From.FILES) {
            return model().filter(open -> !files.isEmpty())
                    .map(open -> new StreamSource.Files(files, open.network().side()));
        }
        return model().flatMap(open -> images().filter(
                        images -> images.side() == open.network().side())
                .map(StreamSource.Drawn::new));
    }

    private void check() {
        String text = model.targetProperty().get();
        String problem = "";
        try {
            if (!text.isBlank()) {
                model.unitProperty().get().parse(text);
            }
        } catch (IllegalArgumentException e) {
            problem = Sentence.of(e);
        }
        model.targetProblemProperty().set(problem);
    }

    /** Starts a stream that goes on until {@link #stop()}. */
    void start() {
        begin(TEXTS.get("stream.job"), Phase.RUNNING, StreamSession::run);
    }

    /** Tries the auto budget, a fixed cheap, a fixed dear and a random instance on the same images. */
    void compare() {
        begin(TEXTS.get("stream.compare.job"), Phase.COMPARING, StreamSession::compare);
    }

    private void begin(String title, Phase when, Part part) {
        if (running != null
                || model.phaseProperty().get() != Phase.READY
                || !model.targetProblemProperty().get().isEmpty()) {
            return;
        }
        model.problemProperty().set("");
        model.phaseProperty().set(Phase.SURVEYING);
        if (when == Phase.COMPARING) {
            model.resultsProperty().set(List.of());
        }
        SdpModel streamed = model().orElseThrow();
        StreamSource source = source().orElseThrow();
        StreamNews news = new StreamNews(when, source, tasks, this::surveyed, this::compared);
        StreamSession session = new StreamSession(
                streamed,
                source,
                opener,
                model.unitProperty().get(),
                model.targetProperty().get(),
                () -> burning,
                news);
        BackgroundJob<Boolean> job = new BackgroundJob<>(title, progress -> {
            turn.lockInterruptibly();
            try {
                part.run(session, progress);
            } finally {
                turn.unlock();
            }
            return true;
        });
        job.setOnSucceeded(event -> ended(news, Optional.empty()));
        job.setOnCancelled(event -> ended(news, Optional.empty()));
        job.setOnFailed(event -> ended(news, Optional.of(job.getException())));
        running = new Running(job, news, streamed.classNames());
        BackgroundJob<Boolean> unused = job.start(); // its callbacks tell the rest
    }

    private record Running(BackgroundJob<Boolean> job, StreamNews news, List<String> classNames) {}

    private void surveyed(StreamNews news, Survey survey, StreamTarget target) {
        if (isRunning(news)) {
            model.keptProperty().set(Optional.of(target));
            model.hintProperty().set(words(survey, target));
            model.phaseProperty().set(news.when());
            pump.start();
        }
    }

    private void compared(StreamNews news, StrategyResult result) {
        if (isRunning(news)) {
            List<StrategyResult> all = new ArrayList<>(model.resultsProperty().get());
            all.add(result);
            model.resultsProperty().set(List.copyOf(all));
            if (all.size() < StrategyResult.Strategy.values().length) {
                news.beginTrace(model.keptProperty().get().orElseThrow());
            }
        }
    }

    private static String words(Survey survey, StreamTarget target) {
        List<Double> millis = survey.times().millis();
        return TEXTS.get("stream.keeping", target.text(), text(millis.get(0)), text(millis.get(millis.size() - 1)));
    }

    private static String text(double millis) {
        return String.format(Locale.ROOT, "%.3g ms", millis);
    }

    private void ended(StreamNews news, Optional<Throwable> problem) {
        problem.ifPresent(reason -> LOG.warn("The stream failed.", reason));
        if (isRunning(news)) {
            pump.stop();
            running = null;
            model.outOfReachProperty().set(false);
            model.phaseProperty().set(Phase.READY);
            model.stressedProperty().set(false);
            problem.ifPresent(reason -> model.problemProperty().set(TEXTS.get("stream.ended", Sentence.of(reason))));
        }
    }

    /** This very one, not an equal one. */
    @SuppressWarnings("ReferenceEquality")
    private boolean isRunning(StreamNews news) {
        Running now = running;
        return now != null && now.news == news;
    }

    private void drain() {
        Running now = running;
        if (now == null) {
            return;
        }
        now.news.trace().ifPresent(trace -> model.traceProperty().set(trace.points()));
        model.outOfReachProperty().set(now.news.isOutOfReach());
        tellLeftOut(now.news.source().leftOut());
        now.news.takeNewest().ifPresent(newest -> {
            model.seenProperty().set(Optional.of(seen(newest, now.classNames)));
            workspace.selectedInstanceProperty().set(newest.frame().instance());
        });
    }

    private void tellLeftOut(int files) {
        model.leftOutProperty().set(files == 0 ? "" : " · " + TEXTS.get("stream.left-out", files));
    }

    private static Seen seen(StreamNews.Newest newest, List<String> names) {
        StreamFrame frame = newest.frame();
        Prediction.Guess first = frame.prediction().top(1).get(0);
        return new Seen(
                newest.image().picture(),
                names.get(first.classIndex()),
                first.probability(),
                frame.labelled() ? names.get(frame.label()) : "",
                frame.right(),
                newest.image().decodeMillis());
    }

    /** Ends what runs; harmless if nothing does. */
    void stop() {
        Running now = running;
        if (now != null) {
            now.job.cancel();
            if (isRunning(now.news)) {
                ended(now.news, Optional.empty());
            }
        }
        model.stressedProperty().set(false);
    }
}
