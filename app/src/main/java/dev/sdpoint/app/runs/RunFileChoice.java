package dev.sdpoint.app.runs;

import dev.sdpoint.app.files.FileKind;
import dev.sdpoint.app.files.SaveDialog;
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

    /** Whether files may be replaced, at least one, that are there already. */
    boolean mayReplace(List<Path> files);

    /** The system's dialogs. */
    static RunFileChoice dialogs(Supplier<@Nullable Window> owner) {
        return new RunFileChoice() {
            private static final Texts TEXTS = Texts.of(RunFileChoice.class);
            private final SaveDialog save = new SaveDialog(owner);

            @Override
            public List<Path> filesToImport() {
                FileChooser chooser = new FileChooser();
                chooser.setTitle(TEXTS.get("choose.import"));
                chooser.getExtensionFilters()
                        .add(new FileChooser.ExtensionFilter(
                                TEXTS.get("choose.kind"), "*" + TransferInteractor.EXTENSION));
                List<File> files = chooser.showOpenMultipleDialog(owner.get());
                return files == null
                        ? List.of()
                        : files.stream().map(File::toPath).toList();
            }

            @Override
            public Optional<Path> fileFor(String name) {
                FileKind kind = new FileKind(TEXTS.get("choose.kind"), TransferInteractor.EXTENSION);
                return save.ask(TEXTS.get("choose.export"), kind, Path.of(name));
            }

            @Override
            public Optional<Path> folder(String title) {
                DirectoryChooser chooser = new DirectoryChooser();
                chooser.setTitle(title);
                return Optional.ofNullable(chooser.showDialog(owner.get())).map(File::toPath);
            }

            @Override
            public boolean mayReplace(List<Path> files) {
                return save.mayReplace(files);
            }
        };
    }
}
