package dev.sdpoint.app.runs;

import dev.sdpoint.app.text.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Asks a person for files and folders. JavaFX thread only. */
interface RunFileChoice {
    /** Run files to take in; none if the person thought better of it. */
    List<Path> filesToImport();

    /** Where one run goes; the person sees this name first. */
    Optional<Path> fileFor(String name);

    /** The folder where several runs go. */
    Optional<Path> folder(String title);

    /** The system's dialogs. */
    static RunFileChoice dialogs(Supplier<@Nullable Window> owner) {
        return new RunFileChoice() {
            private static final Texts TEXTS = Texts.of(RunFileChoice.class);

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

            @Override
            public Optional<Path> folder(String title) {
                DirectoryChooser chooser = new DirectoryChooser();
                chooser.setTitle(title);
                return Optional.ofNullable(chooser.showDialog(owner.get())).map(File::toPath);
            }

            private FileChooser chooser(String title) {
                FileChooser chooser = new FileChooser();
                chooser.setTitle(title);
                chooser.getExtensionFilters()
                        .add(new FileChooser.ExtensionFilter(
                                TEXTS.get("choose.kind"), "*" + TransferInteractor.EXTENSION));
                return chooser;
            }
        };
    }
}
