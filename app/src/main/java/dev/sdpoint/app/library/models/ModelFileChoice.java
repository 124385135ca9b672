package dev.sdpoint.app.library.models;

import dev.sdpoint.app.text.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Asks a person for model files. JavaFX thread only. */
interface ModelFileChoice {
    Texts TEXTS = Texts.of(ModelFileChoice.class);

    /** Files to take in; none if the person thought better of it. */
    List<Path> filesToImport();

    /** Where a model goes; the person sees this name first. */
    Optional<Path> fileFor(String name);

    /** The system's dialogs. */
    static ModelFileChoice dialogs(Supplier<@Nullable Window> owner) {
        return new ModelFileChoice() {
            @Override
            public List<Path> filesToImport() {
                List<File> files = chooser(TEXTS.get("choose.import")).showOpenMultipleDialog(owner.get());
                return files == null
                        ? List.of()
                        : files.stream().map(File::toPath).toList();
            }

            @Override
            public Optional<Path> fileFor(String name) {
                FileChooser chooser = chooser(TEXTS.get("choose.export"));
                chooser.setInitialFileName(name);
                return Optional.ofNullable(chooser.showSaveDialog(owner.get())).map(File::toPath);
            }

            private FileChooser chooser(String title) {
                FileChooser chooser = new FileChooser();
                chooser.setTitle(title);
                chooser.getExtensionFilters()
                        .addAll(
                                new FileChooser.ExtensionFilter(TEXTS.get("choose.filter.models"), "*.sdp"),
                                new FileChooser.ExtensionFilter(TEXTS.get("choose.filter.all"), "*"));
                return chooser;
            }
        };
    }
}
