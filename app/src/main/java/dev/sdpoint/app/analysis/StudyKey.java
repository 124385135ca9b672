package dev.sdpoint.app.analysis;

import dev.sdpoint.engine.sdpoint.Instance;
import java.util.Optional;

/**
 * What decides an answer: a question, a model, images. Equal keys have equal answers.
 *
 * @param analysis the question
 * @param model key of the candidate
 * @param data fingerprint of the data set
 * @param images how many of its validation images
 * @param instance whose classes are ranked; empty for the cheapest, and for other questions
 */
record StudyKey(Analysis analysis, String model, String data, int images, Optional<Instance> instance) {}
