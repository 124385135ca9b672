package dev.sdpoint.app.library.models;

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
    /** Files to take in; none if the person thought better of it. */
    List<Path> filesToImport();

    /** Where a model goes; the person sees this name first. */
    Optional<Path> fileFor(String name);

    /** The system's dialogs. */
    static ModelFileChoice dialogs(Supplier<@Nullable Window> owner) {
        return new ModelFileChoice() {
            @Override
            public List<Path> filesToImport() {
                List<File> files = chooser("Import models").showOpenMultipleDialog(owner.get());
                return files == null
                        ? List.of()
                        : files.stream().map(File::toPath).toList();
            }

            @Override
            public Optional<Path> fileFor(String name) {
                FileChooser chooser = chooser("Export the model");
                chooser.setInitialFileName(name);
                return Optional.ofNullable(chooser.showSaveDialog(owner.get())).map(File::toPath);
            }

            private FileChooser chooser(String title) {
                FileChooser chooser = new FileChooser();
                chooser.setTitle(title);
                chooser.getExtensionFilters()
                        .addAll(
                                new FileChooser.ExtensionFilter("SDPoint models (*.sdp)", "*.sdp"),
                                new FileChooser.ExtensionFilter("All files", "*"));
                return chooser;
            }
        };
    }
}
