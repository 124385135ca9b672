package dev.sdpoint.app.analysis;

import dev.sdpoint.app.study.CalibrationQuestion;
import dev.sdpoint.app.study.CascadeQuestion;
import dev.sdpoint.app.study.ClassRankingQuestion;
import dev.sdpoint.app.study.Question;
import dev.sdpoint.app.study.ScaleQuestion;
import dev.sdpoint.app.study.StatisticsQuestion;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the place shows: first the comparison of runs, then the questions to one model, in the order of their tabs. */
enum Analysis {
    RUNS,
    STATISTICS,
    SCALE,
    CASCADE,
    CALIBRATION,
    CLASSES;

    private static final Texts TEXTS = Texts.of(Analysis.class);

    /** Name of the tab. */
    String title() {
        return switch (this) {
            case RUNS -> TEXTS.get("runs.title");
            case STATISTICS -> TEXTS.get("statistics.title");
            case SCALE -> TEXTS.get("scale.title");
            case CASCADE -> TEXTS.get("cascade.title");
            case CALIBRATION -> TEXTS.get("calibration.title");
            case CLASSES -> TEXTS.get("classes.title");
        };
    }

    /** The question in words. */
    String heading() {
        return switch (this) {
            case RUNS -> TEXTS.get("runs.heading");
            case STATISTICS -> TEXTS.get("statistics.heading");
            case SCALE -> TEXTS.get("scale.heading");
            case CASCADE -> TEXTS.get("cascade.heading");
            case CALIBRATION -> TEXTS.get("calibration.heading");
            case CLASSES -> TEXTS.get("classes.heading");
        };
    }

    /** What is done to answer it. */
    String explanation() {
        return switch (this) {
            case RUNS -> TEXTS.get("runs.explanation");
            case STATISTICS -> TEXTS.get("statistics.explanation");
            case SCALE -> TEXTS.get("scale.explanation");
            case CASCADE -> TEXTS.get("cascade.explanation");
            case CALIBRATION -> TEXTS.get("calibration.explanation");
            case CLASSES -> TEXTS.get("classes.explanation");
        };
    }

    /** Part of the names of nodes and files. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The question to a model.
     *
     * @param instance whose classes are ranked; empty for the cheapest on offer
     * @throws IllegalArgumentException for {@link #RUNS}, which asks no model
     */
    Question question(Optional<Instance> instance) {
        return switch (this) {
            case STATISTICS -> new StatisticsQuestion();
            case SCALE -> new ScaleQuestion(List.of(), ScaleQuestion.Which.ALL);
            case CASCADE -> new CascadeQuestion();
            case CALIBRATION -> new CalibrationQuestion(false);
            case CLASSES -> instance.map(ClassRankingQuestion::of).orElseGet(ClassRankingQuestion::ofCheapest);
            case RUNS -> throw new IllegalArgumentException("a comparison of runs asks no model");
        };
    }
}
