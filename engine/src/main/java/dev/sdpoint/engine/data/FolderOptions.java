package dev.sdpoint.engine.data;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a folder of pictures is opened.
 *
 * @param home the program's own folder, where the index and reduced pictures are kept; without it nothing is kept and every
 *     opening looks at every file
 * @param side rows and columns of the images, 8 to 512; without it 32 where most pictures are tiny (a shorter side of at most 48
 *     pixels) and 64 elsewhere
 * @param cacheBytes how much the reduced pictures may take on the disk, 0 or more
 * @param progress hears how far it is
 */
public record FolderOptions(Optional<Path> home, OptionalInt side, long cacheBytes, FolderProgress progress) {
    /** Keeps nothing and chooses the side. */
    public static final FolderOptions DEFAULT =
            new FolderOptions(Optional.empty(), OptionalInt.empty(), 0, FolderProgress.NONE);

    private static final int LEAST_SIDE = 8;
    private static final int MOST_SIDE = 512;
    private static final long CACHE_BYTES = 4_000_000_000L;

    /**
     * @throws IllegalArgumentException if a number is outside its range
     */
    public FolderOptions {
        if (side.isPresent() && (side.getAsInt() < LEAST_SIDE || side.getAsInt() > MOST_SIDE)) {
            throw new IllegalArgumentException("side " + side.getAsInt() + " is outside 8 to 512 pixels.");
        }
        if (cacheBytes < 0) {
            throw new IllegalArgumentException("a cache of " + cacheBytes + " bytes is below 0.");
        }
    }

    /** Keeps index and reduced pictures, of these 4 GB at the most, in a folder of the program. */
    public static FolderOptions keptIn(Path home) {
        return new FolderOptions(Optional.of(home), OptionalInt.empty(), CACHE_BYTES, FolderProgress.NONE);
    }

    /** The same with a chosen side, or with the choice left to the program. */
    public FolderOptions withSide(OptionalInt chosen) {
        return new FolderOptions(home, chosen, cacheBytes, progress);
    }

    /** The same, telling how far it is. */
    public FolderOptions withProgress(FolderProgress hears) {
        return new FolderOptions(home, side, cacheBytes, hears);
    }
}
