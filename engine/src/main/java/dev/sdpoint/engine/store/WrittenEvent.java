package dev.sdpoint.engine.store;

import dev.sdpoint.engine.event.TrainingEvent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An event as it stands in tables and files, besides its iteration.
 *
 * @param kind name of its record
 * @param number of kinds that have one
 * @param text of kinds that have one
 */
record WrittenEvent(
        String kind, @Nullable Double number, @Nullable String text) {
    static WrittenEvent of(TrainingEvent event) {
        String kind = event.getClass().getSimpleName();
        if (event instanceof TrainingEvent.Started started) {
            return new WrittenEvent(
                    kind, null, started.iterations() + " " + started.iterationsPerEpoch() + " " + started.epochs());
        }
        if (event instanceof TrainingEvent.PeakRateChanged changed) {
            return new WrittenEvent(kind, changed.peakRate(), null);
        }
        if (event instanceof TrainingEvent.Finished finished) {
            return new WrittenEvent(kind, finished.seconds(), null);
        }
        if (event instanceof TrainingEvent.Warned warned) {
            return new WrittenEvent(kind, null, warned.message());
        }
        // what programs of any age understand
        if (event instanceof TrainingEvent.StopHeld held) {
            return new WrittenEvent("Warned", null, held.message());
        }
        if (event instanceof TrainingEvent.CheckpointFailed failed) {
            return new WrittenEvent("Warned", null, failed.message());
        }
        if (event instanceof TrainingEvent.Failed failed) {
            return new WrittenEvent(kind, null, failed.message());
        }
        if (event instanceof TrainingEvent.CheckpointWritten checkpoint) {
            return new WrittenEvent(kind, null, checkpoint.file());
        }
        return new WrittenEvent(kind, null, null);
    }

    /**
     * The event again.
     *
     * @throws IllegalArgumentException if its kind is unknown
     */
    TrainingEvent at(long iteration) {
        double value = number == null ? Double.NaN : number;
        String words = text == null ? "" : text;
        return switch (kind) {
            case "Started" -> {
                long[] numbers = Arrays.stream(words.split(" ", 3))
                        .mapToLong(Long::parseLong)
                        .toArray();
                if (numbers.length != 3) {
                    throw new IllegalArgumentException("the event Started lacks its numbers");
                }
                yield new TrainingEvent.Started(iteration, numbers[0], (int) numbers[1], (int) numbers[2]);
            }
            case "PeakRateChanged" -> new TrainingEvent.PeakRateChanged(iteration, value);
            case "Warned" -> new TrainingEvent.Warned(iteration, words);
            case "Paused" -> new TrainingEvent.Paused(iteration);
            case "Resumed" -> new TrainingEvent.Resumed(iteration);
            case "CheckpointWritten" -> new TrainingEvent.CheckpointWritten(iteration, words);
            case "Finished" -> new TrainingEvent.Finished(iteration, value);
            case "Stopped" -> new TrainingEvent.Stopped(iteration);
            case "Failed" -> new TrainingEvent.Failed(iteration, words);
            default -> throw new IllegalArgumentException("the event \"" + kind + "\" is unknown");
        };
    }
}
