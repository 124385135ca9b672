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
    private final Deque<TrainingEvent> others = new ArrayDeque<>();
    private final Consumer<TrainingEvent> sink;

    Replay(List<RecordedEvent> history, List<RecordedEvaluation> evaluations, Consumer<TrainingEvent> sink) {
        this.sink = sink;
        List<RecordedEvent> all = new ArrayList<>(happened(history));
        evaluations.forEach(evaluation -> all.add(new RecordedEvent(evaluation.at(), evaluation.told())));
        all.sort(Comparator.<RecordedEvent>comparingLong(told -> told.event().iteration())
                .thenComparing(RecordedEvent::at)
                .thenComparing(told -> ends(told.event()))); // within a millisecond
        all.forEach(told -> others.add(told.event()));
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
        sink.accept(step);
    }

    void end() {
        tellUntil(Long.MAX_VALUE);
    }

    private void tellUntil(long iteration) {
        while (!others.isEmpty() && others.getFirst().iteration() <= iteration) {
            sink.accept(others.removeFirst());
        }
    }
}
