package dev.sdpoint.app.shell;

import dev.sdpoint.app.workspace.PlaceId;
import dev.sdpoint.engine.sdpoint.Instance;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;

/** Shows the Gallery with feature maps in its detail pane, and with many images selected together. */
final class DetailStates {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final TourGuide guide;
    private final Path out;
    private final Consumer<String> log;

    /** @param log hears of every picture */
    DetailStates(TourGuide guide, Path out, Consumer<String> log) {
        this.guide = guide;
        this.out = out;
        this.log = log;
    }

    /** Walks through them. */
    void walk() throws TourException, InterruptedException {
        guide.goTo(PlaceId.GALLERY);
        guide.until(
                "the answers on the validation images",
                PATIENCE,
                () -> guide.workspace().outcomesProperty().get().isPresent());
        select();
        guide.click("#gallery-list", 0.3, 0.3);
        guide.until("feature maps", PATIENCE, () -> guide.shows("#gallery-map-tiles"));
        guide.until("the answers about the image", PATIENCE, () -> GalleryStop.guesses(guide));
        guide.reveal("#gallery-maps");
        guide.pictures("gallery-maps", out, log);
        guide.reveal("#gallery-number");
        guide.pictures("gallery-detail", out, log);
        for (int i = 0; i < 12; i++) {
            guide.key(KeyCode.SHIFT, KeyCode.RIGHT);
        }
        guide.until("many selected images", PATIENCE, () -> guide.shows("#gallery-picks"));
        guide.pictures("gallery-many", out, log);
        guide.key(KeyCode.ESCAPE);
    }

    /** An early point, behind which the maps have room to part. */
    private void select() throws TourException, InterruptedException {
        guide.until("an instance of an early point", PATIENCE, () -> {
            Optional<Instance> early = guide.workspace().modelProperty().get().stream()
                    .flatMap(open -> open.model().space().instances().stream())
                    .filter(i -> i instanceof Instance.Downsampled && i.point() <= 3 && i.ratio() == 0.5)
                    .reduce((first, second) -> second);
            early.ifPresent(
                    instance -> guide.workspace().selectedInstanceProperty().set(instance));
            return true;
        });
    }
}
