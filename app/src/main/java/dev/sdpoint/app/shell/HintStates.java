package dev.sdpoint.app.shell;

import dev.sdpoint.app.workspace.PlaceId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

/** Shows the hint of every place, as on the first visit. */
final class HintStates {
    private static final Duration WAIT = Duration.ofSeconds(20);

    private final TourGuide guide;
    private final Path out;
    private final Consumer<String> log;

    HintStates(TourGuide guide, Path out, Consumer<String> log) {
        this.guide = guide;
        this.out = out;
        this.log = log;
    }

    /** Walks through them. */
    void walk() throws TourException, InterruptedException {
        guide.giveHints(true);
        for (PlaceId place : PlaceId.values()) {
            guide.goTo(place);
            guide.until("the hint", WAIT, () -> guide.shows("#hint"));
            guide.pictures("hint-" + place.name().toLowerCase(Locale.ROOT), out, log);
        }
        guide.giveHints(false);
    }
}
