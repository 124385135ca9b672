package dev.sdpoint.app.library;

import dev.sdpoint.engine.data.FolderOptions;
import dev.sdpoint.engine.data.ImageFolder;
import java.io.IOException;
import java.nio.file.Path;

/** The reduced pictures that the program keeps of folders. Takes up to seconds; never on the JavaFX thread. */
public interface KeptPictures {
    /** How much room they take, in bytes. */
    long bytes() throws IOException;

    /** How much they may take, in bytes. */
    long limit();

    /**
     * Deletes all of them.
     *
     * @return the bytes that were freed
     */
    long empty() throws IOException;

    /**
     * Those on the disk.
     *
     * @param home the program's own folder
     */
    static KeptPictures in(Path home) {
        return new KeptPictures() {
            @Override
            public long bytes() throws IOException {
                return ImageFolder.keptPictures(home);
            }

            @Override
            public long limit() {
                return FolderOptions.keptIn(home).cacheBytes();
            }

            @Override
            public long empty() throws IOException {
                return ImageFolder.clearKeptPictures(home);
            }
        };
    }
}
