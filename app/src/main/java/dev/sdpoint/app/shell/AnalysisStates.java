package dev.sdpoint.app.shell;

import dev.sdpoint.app.workspace.PlaceId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Shows the Analysis place in each of its states, all of them real: a question before it is asked, every answer, runs side by side. */
final class AnalysisStates {
    private static final Duration ASKING = Duration.ofMinutes(10);
    private static final List<String> QUESTIONS = List.of("statistics", "scale", "calibration", "classes");
    private static final double ROW = 48;

    private final TourGuide guide;
    private final Path out;
    private final Consumer<String> log;

    /** @param log hears of every picture */
    AnalysisStates(TourGuide guide, Path out, Consumer<String> log) {
        this.guide = guide;
        this.out = out;
        this.log = log;
    }

    /** Walks through them; needs a recorded run. */
    void walk() throws TourException, InterruptedException {
        guide.goTo(PlaceId.ANALYSIS);
        guide.press("#analysis-tab-" + QUESTIONS.get(0));
        guide.node("#study-action");
        guide.pictures("analysis-question", out, log);
        for (String question : QUESTIONS) {
            guide.press("#analysis-tab-" + question);
            guide.press("#study-action");
            guide.until("the answer of " + question, ASKING, () -> guide.shows("#study-figure"));
            guide.pictures("analysis-" + question, out, log);
        }
        guide.press("#analysis-tab-runs");
        double height = guide.node("#compare-runs").getLayoutBounds().getHeight();
        guide.click("#compare-runs", 0.5, ROW / 2 / height);
        guide.until(
                "a run beside the model",
                ASKING,
                () -> !guide.workspace().comparedRuns().isEmpty());
        guide.pictures("analysis-runs", out, log);
    }
}
