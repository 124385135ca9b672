package dev.sdpoint.app.analysis;

import dev.sdpoint.app.study.CalibrationQuestion;
import dev.sdpoint.app.study.CascadeQuestion;
import dev.sdpoint.app.study.ClassRankingQuestion;
import dev.sdpoint.app.study.Question;
import dev.sdpoint.app.study.ScaleQuestion;
import dev.sdpoint.app.study.StatisticsQuestion;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the place shows: first the comparison of runs, then the questions to one model, in the order of their tabs. */
enum Analysis {
    RUNS("Runs", "Runs side by side", "Cost and error of any recorded runs in one chart, and how they came there."),
    STATISTICS(
            "Statistics",
            "What are statistics of its own worth to an instance?",
            "The same weights three times: every instance with batch-norm statistics of its own, with the uniform running averages of"
                    + " training, and with those of the full network."),
    SCALE(
            "Scale",
            "Do answers change with the size of what is seen?",
            "Images are resized to five sizes and their centre is cut out; the more alike the answers, the less the model depends on"
                    + " scale."),
    CASCADE(
            "Cascade",
            "Is it worth asking a cheap instance first?",
            "Fixed instances, cascades that ask a dearer instance where a cheap one is unsure, and the oracle, on one axis."),
    CALIBRATION(
            "Calibration",
            "Are instances as often right as they are sure?",
            "The calibration error of every instance, and confidence against accuracy for the cheapest and the full one."),
    CLASSES(
            "Classes",
            "Which classes pay for a cheap answer?",
            "Classes ranked by the accuracy that they lose against the full network per operation saved.");

    private final String title;
    private final String heading;
    private final String explanation;

    Analysis(String title, String heading, String explanation) {
        this.title = title;
        this.heading = heading;
        this.explanation = explanation;
    }

    /** Name of the tab. */
    String title() {
        return title;
    }

    /** The question in words. */
    String heading() {
        return heading;
    }

    /** What is done to answer it. */
    String explanation() {
        return explanation;
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
