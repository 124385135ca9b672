package dev.sdpoint.app.shell;

import dev.sdpoint.app.workspace.PlaceId;

/** Waits until the library has looked what is here. */
final class LibraryStop implements TourStop {
    @Override
    public PlaceId place() {
        return PlaceId.LIBRARY;
    }

    @Override
    public void walk(TourGuide guide) throws TourException, InterruptedException {
        guide.node("#data-cifar10-download");
        guide.node("#data-cifar100-download");
        guide.node("#model-card");
        guide.node("#library-device");
    }
}
