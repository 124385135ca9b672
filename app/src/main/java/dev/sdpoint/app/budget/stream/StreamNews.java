package dev.sdpoint.app.budget.stream;

import dev.sdpoint.app.budget.stream.StreamModel.Phase;
import dev.sdpoint.app.concurrent.TaskRunner;
import dev.sdpoint.engine.inference.StreamFrame;
import dev.sdpoint.engine.inference.StreamImage;
import dev.sdpoint.engine.inference.StreamTarget;
import dev.sdpoint.engine.inference.Survey;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What one session tells. Frames come faster than a window draws: they are kept here until it looks, the trace whole, and of the pictures the
 * newest; what comes seldom is passed on at once. The session's thread tells, the JavaFX thread looks.
 */
final class StreamNews implements StreamSession.Listener {
    private final Phase when;
    private final StreamSource source;
    private final TaskRunner tasks;
    private final Surveyed onSurvey;
    private final BiConsumer<StreamNews, StrategyResult> onResult;
    private final AtomicReference<@Nullable Newest> newest = new AtomicReference<>();
    private volatile @Nullable TraceBuffer trace;
    private volatile boolean outOfReach;

    /** The picture that was classified last, and how. */
    record Newest(StreamImage image, StreamFrame frame) {}

    /** Hears that a session knows the times of all instances. */
    @FunctionalInterface
    interface Surveyed {
        void heard(StreamNews news, Survey survey, StreamTarget target);
    }

    /**
     * News of a session that has not begun.
     *
     * @param when what it does after the survey
     * @param onSurvey hears of the survey, on the JavaFX thread
     * @param onResult hears of each strategy's result, on the JavaFX thread
     */
    StreamNews(
            Phase when,
            StreamSource source,
            TaskRunner tasks,
            Surveyed onSurvey,
            BiConsumer<StreamNews, StrategyResult> onResult) {
        this.when = when;
        this.source = source;
        this.tasks = tasks;
        this.onSurvey = onSurvey;
        this.onResult = onResult;
    }

    Phase when() {
        return when;
    }

    StreamSource source() {
        return source;
    }

    /** What happened so far; empty before the survey. */
    Optional<TraceBuffer> trace() {
        return Optional.ofNullable(trace);
    }

    /** Whether the target cannot be kept even by the cheapest instance. */
    boolean isOutOfReach() {
        return outOfReach;
    }

    /** The newest picture; empty if it was taken before. */
    Optional<Newest> takeNewest() {
        return Optional.ofNullable(newest.getAndSet(null));
    }

    /** Forgets what happened, as when the next strategy begins. */
    void beginTrace(StreamTarget target) {
        trace = new TraceBuffer();
    }

    @Override
    public void surveyed(Survey survey, StreamTarget target) {
        beginTrace(target);
        tasks.onFxThread(() -> onSurvey.heard(this, survey, target));
    }

    @Override
    public void frame(StreamImage image, StreamFrame frame, double stress) {
        trace().ifPresent(buffer -> buffer.add(frame, stress));
        newest.set(new Newest(image, frame));
    }

    @Override
    public void outOfReach(boolean out) {
        outOfReach = out;
    }

    @Override
    public void compared(StrategyResult result) {
        tasks.onFxThread(() -> onResult.accept(this, result));
    }
}
