package dev.sdpoint.app.library;

import dev.sdpoint.engine.download.Holding;
import dev.sdpoint.engine.download.InstallProgress;
import java.nio.file.Path;

/** How a published data set stands. */
sealed interface CardState {
    /** Not looked for yet. */
    record Unknown() implements CardState {}

    /** Nothing is here. */
    record Absent() implements CardState {}

    /** A download was begun. */
    record Begun(long bytes, long total) implements CardState {}

    /** It is being brought here, or checked. */
    record Working(InstallProgress progress) implements CardState {}

    /** It is being ended. */
    record Ending(InstallProgress progress) implements CardState {}

    /** It is here. */
    record Installed(Path folder, long bytes) implements CardState {}

    /** It was here and is not whole any more. */
    record Damaged(String sentence) implements CardState {}

    /** Other files are where it would be. */
    record Foreign(String sentence) implements CardState {}

    /** What the library says. */
    static CardState of(Holding holding) {
        if (holding instanceof Holding.Installed installed) {
            return new Installed(installed.folder(), installed.bytes());
        }
        if (holding instanceof Holding.Begun begun) {
            return new Begun(begun.bytes(), begun.total());
        }
        if (holding instanceof Holding.Damaged damaged) {
            return new Damaged(damaged.sentence());
        }
        if (holding instanceof Holding.Foreign foreign) {
            return new Foreign(foreign.sentence());
        }
        return new Absent();
    }
}
