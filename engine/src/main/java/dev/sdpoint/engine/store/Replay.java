package dev.sdpoint.engine.store;

import dev.sdpoint.engine.event.TrainingEvent;
import dev.sdpoint.engine.event.TrainingEvent.IterationDone;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** Merges steps with what else a run told: all that was told at an iteration comes after its step and before the next. */
final class Replay {
    private final Deque<RecordedEvent> others = new ArrayDeque<>();
    private final StepTimes times = new StepTimes();
    private final Consumer<RecordedEvent> sink;

    /** @param progress of the run: its first and last step have these times at the latest */
    Replay(
            List<RecordedEvent> history,
            List<RecordedEvaluation> evaluations,
            RunSummary.Progress progress,
            Consumer<RecordedEvent> sink) {
        this.sink = sink;
        List<RecordedEvent> all = new ArrayList<>(happened(history));
        evaluations.forEach(evaluation -> all.add(new RecordedEvent(evaluation.at(), evaluation.told())));
        all.sort(Comparator.<RecordedEvent>comparingLong(told -> told.event().iteration())
                .thenComparing(RecordedEvent::at)
                .thenComparing(told -> ends(told.event()))); // within a millisecond
        others.addAll(all);
        all.forEach(told -> times.add(told.event().iteration(), told.at()));
        times.add(progress.iteration(), all.isEmpty() ? progress.changedAt() : end(all, progress));
    }

    /** A run that told of its last step has its time; one that was killed had it when its record was last written. */
    private static Instant end(List<RecordedEvent> all, RunSummary.Progress progress) {
        RecordedEvent last = all.get(all.size() - 1);
        return last.event().iteration() >= progress.iteration() ? last.at() : progress.changedAt();
    }

    /** A session that began at an iteration undoes what earlier ones told of later iterations. */
    private static List<RecordedEvent> happened(List<RecordedEvent> history) {
        List<RecordedEvent> happened = new ArrayList<>();
        for (RecordedEvent told : history) {
            if (told.event() instanceof TrainingEvent.Started started) {
                happened.removeIf(before -> before.event().iteration() > started.iteration());
            }
            happened.add(new RecordedEvent(latest(happened, told.at()), told.event()));
        }
        return happened;
    }

    private static boolean ends(TrainingEvent event) {
        return event instanceof TrainingEvent.Finished
                || event instanceof TrainingEvent.Stopped
                || event instanceof TrainingEvent.Failed;
    }

    /** The clock on the wall may have been set back between. */
    private static Instant latest(List<RecordedEvent> before, Instant at) {
        Instant last =
                before.isEmpty() ? Instant.MIN : before.get(before.size() - 1).at();
        return last.isAfter(at) ? last : at;
    }

    void step(IterationDone step) {
        tellUntil(step.iteration() - 1);
        sink.accept(new RecordedEvent(times.of(step.iteration()), step));
    }

    void end() {
        tellUntil(Long.MAX_VALUE);
    }

    private void tellUntil(long iteration) {
        while (!others.isEmpty() && others.getFirst().event().iteration() <= iteration) {
            sink.accept(others.removeFirst());
        }
    }
}
