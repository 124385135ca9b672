package dev.sdpoint.app.gallery;

import java.nio.file.Path;
import java.util.Optional;

/** What a person is asked about files. JavaFX thread. */
interface ExportDialogs {
    /** What to do where a folder is there already. */
    enum Clash {
        REPLACE,
        KEEP_BOTH,
        CANCEL
    }

    /** The file to write; one that exists was confirmed. Empty if the person thinks better of it. */
    Optional<Path> file(ExportFormat format, String suggestion);

    /** The folder in which folders of pictures are to be made. */
    Optional<Path> folder();

    /** The file of another model to compare with. Empty if the person thinks better of it. */
    Optional<Path> model();

    /** What to do with a folder that is there already. */
    Clash clash(Path folder);
}
