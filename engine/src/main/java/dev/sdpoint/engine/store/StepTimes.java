package dev.sdpoint.engine.store;

import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** When steps were done, worked out from what was told with a time: between two of those the steps lie evenly. */
final class StepTimes {
    /** When the first and the last was told at an iteration: between them the run paused or evaluated. */
    private record Told(Instant first, Instant last) {
        Told and(Instant at) {
            return new Told(at.isBefore(first) ? at : first, at.isAfter(last) ? at : last);
        }
    }

    private final NavigableMap<Long, Told> told = new TreeMap<>();

    void add(long iteration, Instant at) {
        told.merge(iteration, new Told(at, at), (known, more) -> known.and(more.first()));
    }

    /** When a step was done; something must have been told with a time. */
    Instant of(long iteration) {
        Map.Entry<Long, Told> before = told.lowerEntry(iteration);
        Map.Entry<Long, Told> after = told.ceilingEntry(iteration);
        if (before == null || after == null) {
            return before == null
                    ? told.firstEntry().getValue().first()
                    : before.getValue().last();
        }
        Instant from = before.getValue().last();
        long between = from.until(after.getValue().first(), java.time.temporal.ChronoUnit.MILLIS);
        double share = (double) (iteration - before.getKey()) / (after.getKey() - before.getKey());
        return from.plusMillis(Math.round(Math.max(0, between) * share));
    }
}
