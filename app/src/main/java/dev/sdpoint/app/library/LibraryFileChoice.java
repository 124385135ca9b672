package dev.sdpoint.app.library;

import dev.sdpoint.app.text.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Asks a person for archives and folders. JavaFX thread only. */
interface LibraryFileChoice {
    Texts TEXTS = Texts.of(LibraryFileChoice.class);

    /** An archive; empty if the person thought better of it. */
    Optional<Path> archive(String name);

    /** A folder; empty if the person thought better of it. */
    Optional<Path> folder(String title);

    /** The system's dialogs. */
    static LibraryFileChoice dialogs(Supplier<@Nullable Window> owner) {
        return new LibraryFileChoice() {
            @Override
            public Optional<Path> archive(String name) {
                FileChooser chooser = new FileChooser();
                chooser.setTitle(TEXTS.get("choose.archive", name));
                chooser.getExtensionFilters()
                        .addAll(
                                new FileChooser.ExtensionFilter(
                                        TEXTS.get("choose.filter.archives"), "*.tar.gz", "*.tgz"),
                                new FileChooser.ExtensionFilter(TEXTS.get("choose.filter.all"), "*"));
                return Optional.ofNullable(chooser.showOpenDialog(owner.get())).map(File::toPath);
            }

            @Override
            public Optional<Path> folder(String title) {
                DirectoryChooser chooser = new DirectoryChooser();
                chooser.setTitle(title);
                return Optional.ofNullable(chooser.showDialog(owner.get())).map(File::toPath);
            }
        };
    }
}
