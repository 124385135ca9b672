package dev.sdpoint.app.shell;

import dev.sdpoint.app.budget.BudgetPlace;
import dev.sdpoint.app.workspace.PlaceId;
import dev.sdpoint.app.workspace.UserFolders;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Shows the auto budget at work: a real stream, the stress that it gives way to, and the comparison with other ways to choose; and what is
 * said of an instance that was exported.
 */
final class BudgetStates {
    private static final Duration STREAMING = Duration.ofMinutes(5);
    private static final int CALM_SECONDS = 12;
    private static final int STRESSED_SECONDS = 10;

    private final TourGuide guide;
    private final Path out;
    private final Consumer<String> log;

    /** @param log hears of every picture */
    BudgetStates(TourGuide guide, Path out, Consumer<String> log) {
        this.guide = guide;
        this.out = out;
        this.log = log;
    }

    /** Walks through them; leaves the budget to the hand. */
    void walk() throws TourException, InterruptedException {
        guide.goTo(PlaceId.BUDGET);
        guide.press("#budget-auto");
        guide.node("#stream-start");
        guide.pictures("budget-auto-ready", out, log);
        guide.press("#stream-start");
        guide.until("the stream", STREAMING, () -> !guide.text("#live-verdict").isEmpty());
        TimeUnit.SECONDS.sleep(CALM_SECONDS);
        guide.press("#stream-stress");
        TimeUnit.SECONDS.sleep(STRESSED_SECONDS);
        guide.press("#stream-stress");
        TimeUnit.SECONDS.sleep(CALM_SECONDS);
        guide.pictures("budget-auto", out, log);
        guide.press("#stream-stop");
        guide.press("#stream-compare");
        guide.until("the first way to choose", STREAMING, () -> guide.shows("#stream-results"));
        guide.press("#stream-stress");
        guide.until("the comparison", STREAMING, () -> guide.shows("#stream-start"));
        guide.pictures("budget-auto-compared", out, log);
        guide.press("#budget-by-hand");
        export();
    }

    private void export() throws TourException, InterruptedException {
        Path file = UserFolders.home().resolve("chosen.onnx"); // goes away with the tour's home
        guide.withPlace(PlaceId.BUDGET, place -> ((BudgetPlace) place).writeChosen(file));
        guide.until("the exported instance", STREAMING, () -> guide.shows("#export-note"));
        guide.reveal("#export-note");
        guide.pictures("budget-exported", out, log);
        guide.press("#export-dismiss");
    }
}
