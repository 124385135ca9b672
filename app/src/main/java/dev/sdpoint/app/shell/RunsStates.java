package dev.sdpoint.app.shell;

import dev.sdpoint.app.workspace.PlaceId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/** Shows the list of all runs with the runs that the tour has made: the list, one of them in detail, a search without a hit. */
final class RunsStates {
    private static final Duration LISTING = Duration.ofSeconds(60);
    private static final double HEADER_AND_HALF_A_ROW = 60;

    private final TourGuide guide;
    private final Path out;
    private final Consumer<String> log;

    /** @param log hears of every picture */
    RunsStates(TourGuide guide, Path out, Consumer<String> log) {
        this.guide = guide;
        this.out = out;
        this.log = log;
    }

    /** Walks through them; needs a recorded run, and leaves the page of the run at hand on screen. */
    void walk() throws TourException, InterruptedException {
        guide.goTo(PlaceId.TRAIN);
        guide.press("#train-page-all");
        double height = guide.node("#runs-table").getLayoutBounds().getHeight();
        guide.click("#runs-table", 0.2, HEADER_AND_HALF_A_ROW / height);
        guide.until(
                "a run in detail",
                LISTING,
                () -> !guide.text("#runs-detail-name").isEmpty());
        guide.pictures("runs", out, log);
        guide.enter("#runs-search", "no run is called that");
        guide.until("an empty list", LISTING, () -> guide.shows("#runs-empty"));
        guide.pictures("runs-nothing-found", out, log);
        guide.enter("#runs-search", "");
        guide.press("#train-page-run");
    }
}
