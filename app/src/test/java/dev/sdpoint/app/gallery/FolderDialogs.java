package dev.sdpoint.app.gallery;

import java.nio.file.Path;
import java.util.Optional;

/** A person who chooses one folder for pictures, and nothing else. */
class FolderDialogs implements ExportDialogs {
    private final Path folder;

    FolderDialogs(Path folder) {
        this.folder = folder;
    }

    @Override
    public Optional<Path> file(ExportFormat format, String suggestion) {
        return Optional.empty();
    }

    @Override
    public Optional<Path> folder() {
        return Optional.of(folder);
    }

    @Override
    public Optional<Path> model() {
        return Optional.empty();
    }

    @Override
    public Clash clash(Path there) {
        return Clash.CANCEL;
    }
}
