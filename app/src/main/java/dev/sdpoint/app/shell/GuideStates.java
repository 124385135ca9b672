package dev.sdpoint.app.shell;

import dev.sdpoint.app.workspace.PlaceId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.TextField;
import javafx.stage.Stage;

/** Shows the user guide as F1 opens it in every place, and a word that was found. */
final class GuideStates {
    private static final Duration WAIT = Duration.ofSeconds(20);

    private final TourGuide guide;
    private final Path out;
    private final Consumer<String> log;

    GuideStates(TourGuide guide, Path out, Consumer<String> log) {
        this.guide = guide;
        this.out = out;
        this.log = log;
    }

    /** Walks through them; the guide is closed afterwards. */
    void walk() throws TourException, InterruptedException {
        for (PlaceId place : PlaceId.values()) {
            guide.goTo(place);
            guide.act(() -> guide.guideWindow().open(place));
            take("guide-" + place.name().toLowerCase(Locale.ROOT));
        }
        Stage stage = stage();
        guide.act(() -> ((TextField) stage.getScene().lookup("#guide-find")).setText("least cost"));
        take("guide-found");
        guide.act(() -> {
            guide.guideWindow().close();
            guide.stage().requestFocus(); // without a display no window manager gives it back
        });
    }

    private void take(String name) throws TourException, InterruptedException {
        guide.until("the user guide", WAIT, guide.guideWindow()::drawn);
        guide.untilDrawn();
        guide.pictures(stage(), guide.guideWindow()::drawn, name, out, log);
    }

    private Stage stage() throws TourException, InterruptedException {
        return TourHands.onFx(guide.tasks(), () -> guide.guideWindow().stage().orElseThrow());
    }
}
