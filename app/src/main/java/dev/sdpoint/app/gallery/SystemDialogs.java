package dev.sdpoint.app.gallery;

import dev.sdpoint.app.files.FileKind;
import dev.sdpoint.app.files.SaveDialog;
import dev.sdpoint.app.text.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Asks by the dialogs of the desktop. */
final class SystemDialogs implements ExportDialogs {
    private static final Texts TEXTS = Texts.of(SystemDialogs.class);

    private final Supplier<@Nullable Window> owner;
    private final SaveDialog save;
    private @Nullable File lastFolder;

    /** @param owner the window that the dialogs belong to */
    SystemDialogs(Supplier<@Nullable Window> owner) {
        this.owner = owner;
        save = new SaveDialog(owner);
    }

    @Override
    public Optional<Path> file(ExportFormat format, String suggestion) {
        FileKind kind = new FileKind(format.title(), format.extension());
        Optional<Path> file = save.ask(TEXTS.get("dialog.file", format.title()), kind, suggested(suggestion));
        file.map(Path::getParent).ifPresent(parent -> lastFolder = parent.toFile());
        return file;
    }

    private Path suggested(String name) {
        return lastFolder == null ? Path.of(name) : lastFolder.toPath().resolve(name);
    }

    @Override
    public Optional<Path> folder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(TEXTS.get("dialog.folder"));
        if (lastFolder != null && lastFolder.isDirectory()) {
            chooser.setInitialDirectory(lastFolder);
        }
        File folder = chooser.showDialog(owner.get());
        lastFolder = folder == null ? lastFolder : folder;
        return Optional.ofNullable(folder).map(File::toPath);
    }

    @Override
    public Optional<Path> model() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(TEXTS.get("dialog.model"));
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter(TEXTS.get("dialog.filter.models"), "*.sdp"),
                        new FileChooser.ExtensionFilter(TEXTS.get("dialog.filter.all"), "*"));
        return Optional.ofNullable(chooser.showOpenDialog(owner.get())).map(File::toPath);
    }

    @Override
    public Clash clash(Path folder) {
        ButtonType both = new ButtonType(TEXTS.get("dialog.clash.both"), ButtonBar.ButtonData.YES);
        ButtonType replace = new ButtonType(TEXTS.get("dialog.clash.replace"), ButtonBar.ButtonData.OTHER);
        Alert alert = new Alert(
                Alert.AlertType.CONFIRMATION, TEXTS.get("dialog.clash.explanation"), both, replace, ButtonType.CANCEL);
        alert.initOwner(owner.get());
        alert.setTitle(TEXTS.get("dialog.clash.title"));
        alert.setHeaderText(TEXTS.get("dialog.clash", folder.getFileName()));
        ButtonType answer = alert.showAndWait().orElse(ButtonType.CANCEL);
        return answer == both ? Clash.KEEP_BOTH : answer == replace ? Clash.REPLACE : Clash.CANCEL;
    }
}
