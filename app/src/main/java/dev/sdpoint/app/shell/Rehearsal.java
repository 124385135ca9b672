package dev.sdpoint.app.shell;

import dev.sdpoint.app.workspace.PlaceId;

/**
 * Opens the window in memory, goes to every place once, and ends. The build runs it with {@code -XX:ArchiveClassesAtExit}: the classes
 * that it loads become the archive from which {@code bin/sdpoint} starts in about two thirds of the time.
 */
public final class Rehearsal {
    private Rehearsal() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) throws Exception {
        Logs.start();
        MemoryScreen.show(TourFormat.USUAL, guide -> {
            new BudgetStop().walk(guide);
            guide.goTo(PlaceId.GALLERY);
            new GalleryStop().walk(guide);
            guide.goTo(PlaceId.TRAIN);
            guide.goTo(PlaceId.ANALYSIS);
        });
        // Threads of libraries must not keep the program alive.
        System.exit(0);
    }
}
