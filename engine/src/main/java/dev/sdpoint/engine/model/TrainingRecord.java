package dev.sdpoint.engine.model;

import java.util.Map;
import java.util.Optional;

/**
 * Where a model comes from.
 *
 * @param method id of the training method, such as {@code sdpoint}
 * @param dataTitle name of the data set
 * @param dataFingerprint SHA-256 over its images and labels
 * @param epochs epochs trained
 * @param seconds duration of training, without interruptions
 * @param finishedAt ISO-8601 instant
 * @param settings every setting of the recipe by name, for people and for a repeat
 * @param versions program, Java, engine, operating system, processors
 * @param history how the run went; empty in files of programs that did not keep it
 */
public record TrainingRecord(
        String method,
        String dataTitle,
        String dataFingerprint,
        int epochs,
        double seconds,
        String finishedAt,
        Map<String, String> settings,
        Map<String, String> versions,
        Optional<RunHistory> history) {
    public TrainingRecord {
        settings = Map.copyOf(settings);
        versions = Map.copyOf(versions);
    }

    /** A record without a history. */
    public TrainingRecord(
            String method,
            String dataTitle,
            String dataFingerprint,
            int epochs,
            double seconds,
            String finishedAt,
            Map<String, String> settings,
            Map<String, String> versions) {
        this(method, dataTitle, dataFingerprint, epochs, seconds, finishedAt, settings, versions, Optional.empty());
    }
}
