package dev.sdpoint.app.files;

import dev.sdpoint.app.text.Texts;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * Asks by the system's dialog where a file goes. A file that is there already is only given back after the person was asked about it: the
 * dialog asks about the name as it was typed, and this class about the name with the ending that it lacked. JavaFX thread only.
 */
public final class SaveDialog {
    private static final Texts TEXTS = Texts.of(SaveDialog.class);

    private final Supplier<@Nullable Window> owner;
    private Optional<File> lastFolder = Optional.empty();

    /** @param owner the window that the dialogs belong to */
    public SaveDialog(Supplier<@Nullable Window> owner) {
        this.owner = owner;
    }

    /**
     * Asks for a file.
     *
     * @param suggestion the name that the person sees first, in its folder if it has one; else in the folder of the last file
     * @return the file, which has the ending of its kind; empty if the person thought better of it
     */
    public Optional<Path> ask(String title, FileKind kind, Path suggestion) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialFileName(String.valueOf(kind.named(suggestion).getFileName()));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind.words(), "*" + kind.ending()));
        Optional.ofNullable(suggestion.getParent())
                .map(Path::toFile)
                .or(() -> lastFolder)
                .filter(File::isDirectory)
                .ifPresent(chooser::setInitialDirectory);
        Optional<File> file = Optional.ofNullable(chooser.showSaveDialog(owner.get()));
        file.ifPresent(chosen -> lastFolder = Optional.ofNullable(chosen.getParentFile()));
        return file.map(File::toPath)
                .flatMap(typed -> settled(typed, kind, Files::exists, there -> mayReplace(List.of(there))));
    }

    /**
     * The file that is meant by what was typed.
     *
     * @param mayReplace asks whether a file may be replaced
     * @return empty if it may not
     */
    static Optional<Path> settled(Path typed, FileKind kind, Predicate<Path> isThere, Predicate<Path> mayReplace) {
        Path file = kind.named(typed);
        boolean asked = file.equals(typed);
        return asked || !isThere.test(file) || mayReplace.test(file) ? Optional.of(file) : Optional.empty();
    }

    /**
     * Asks whether files may be replaced that no dialog has asked about.
     *
     * @param files that are there already, at least one
     */
    public boolean mayReplace(List<Path> files) {
        ButtonType replace = new ButtonType(TEXTS.get("replace"), ButtonBar.ButtonData.OK_DONE);
        Alert alert = new Alert(
                Alert.AlertType.CONFIRMATION,
                TEXTS.get("replace.explanation", files.size()),
                replace,
                ButtonType.CANCEL);
        alert.initOwner(owner.get());
        alert.setTitle(TEXTS.get("replace.title", files.size()));
        alert.setHeaderText(question(files));
        return alert.showAndWait().filter(replace::equals).isPresent();
    }

    static String question(List<Path> files) {
        return TEXTS.get("replace.question", files.size(), files.get(0).getFileName(), files.size() - 1);
    }
}
