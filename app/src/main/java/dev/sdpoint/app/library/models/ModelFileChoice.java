package dev.sdpoint.app.library.models;

import dev.sdpoint.app.files.FileKind;
import dev.sdpoint.app.files.SaveDialog;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.library.FoundModel;
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
            private final SaveDialog save = new SaveDialog(owner);

            @Override
            public List<Path> filesToImport() {
                FileChooser chooser = new FileChooser();
                chooser.setTitle(TEXTS.get("choose.import"));
                chooser.getExtensionFilters()
                        .addAll(
                                new FileChooser.ExtensionFilter(
                                        TEXTS.get("choose.filter.models"), "*" + FoundModel.ENDING),
                                new FileChooser.ExtensionFilter(TEXTS.get("choose.filter.all"), "*"));
                List<File> files = chooser.showOpenMultipleDialog(owner.get());
                return files == null
                        ? List.of()
                        : files.stream().map(File::toPath).toList();
            }

            @Override
            public Optional<Path> fileFor(String name) {
                FileKind kind = new FileKind(TEXTS.get("choose.filter.models"), FoundModel.ENDING);
                return save.ask(TEXTS.get("choose.export"), kind, Path.of(name));
            }
        };
    }
}
