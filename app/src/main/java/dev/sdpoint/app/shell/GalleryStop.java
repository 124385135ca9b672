package dev.sdpoint.app.shell;

import dev.sdpoint.app.workspace.PlaceId;
import java.time.Duration;

/** Selects an image of the gallery. */
final class GalleryStop implements TourStop {
    private static final Duration LOADING = Duration.ofSeconds(60);

    @Override
    public PlaceId place() {
        return PlaceId.GALLERY;
    }

    /** Whether the network has said what it takes the image for. */
    static boolean guesses(TourGuide guide) {
        return guide.none("#gallery-detail .guess .label", "…");
    }

    @Override
    public void walk(TourGuide guide) throws TourException, InterruptedException {
        guide.until(
                "the answers on the validation images",
                LOADING,
                () -> guide.workspace().outcomesProperty().get().isPresent());
        guide.node("#gallery-list");
        guide.click("#gallery-list", 0.3, 0.25);
        guide.until(
                "the gallery to select the image that was clicked",
                LOADING,
                () -> guide.workspace().selectedImageProperty().get().isPresent());
        guide.until("the answers about it", LOADING, () -> guesses(guide));
    }
}
