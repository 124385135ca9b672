package dev.sdpoint.app.shell;

import dev.sdpoint.app.workspace.PlaceId;
import java.time.Duration;

/** Asks whether cheap instances should be asked first, on some of the images, and waits for the figure. */
final class AnalysisStop implements TourStop {
    private static final Duration ASKING = Duration.ofMinutes(5);

    @Override
    public PlaceId place() {
        return PlaceId.ANALYSIS;
    }

    @Override
    public void walk(TourGuide guide) throws TourException, InterruptedException {
        guide.press("#analysis-tab-cascade");
        guide.node("#study-action");
        guide.press("#study-action");
        guide.until("the answer to a question", ASKING, () -> guide.shows("#study-figure"));
        guide.until("the figure to be drawn", ASKING, () -> guide.draws("#study-figure"));
    }
}
