package dev.sdpoint.engine.model;

import java.util.Map;

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
 * @param versions program, Java, engine, operating system, processor
 */
public record TrainingRecord(
        String method,
        String dataTitle,
        String dataFingerprint,
        int epochs,
        double seconds,
        String finishedAt,
        Map<String, String> settings,
        Map<String, String> versions) {
    public TrainingRecord {
        settings = Map.copyOf(settings);
        versions = Map.copyOf(versions);
    }
}
