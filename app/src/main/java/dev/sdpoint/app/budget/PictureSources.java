package dev.sdpoint.app.budget;

import dev.sdpoint.app.text.Texts;
import java.io.File;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;

/** The ways in which the desktop hands over pictures: file dialog, clipboard, drag and drop. */
final class PictureSources {
    private static final Texts TEXTS = Texts.of(PictureSources.class);
    private static final PseudoClass DROP_TARGET = PseudoClass.getPseudoClass("drop-target");
    private static final KeyCombination PASTE = new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination OPEN = new KeyCodeCombination(KeyCode.O, KeyCombination.SHORTCUT_DOWN);

    private final PictureActions actions;
    private final FilmActions film;
    private final Node place;

    /** @param place where keys are heard and pictures may be dropped */
    PictureSources(PictureActions actions, FilmActions film, Node place) {
        this.actions = actions;
        this.film = film;
        this.place = place;
        place.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        place.addEventHandler(DragEvent.DRAG_OVER, this::over);
        place.addEventHandler(DragEvent.DRAG_EXITED, e -> place.pseudoClassStateChanged(DROP_TARGET, false));
        place.addEventHandler(DragEvent.DRAG_DROPPED, this::dropped);
    }

    /** Asks for files and opens them. */
    void chooseFiles() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(TEXTS.get("picture.dialog.files"));
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter(TEXTS.get("picture.dialog.pictures"), PictureNames.patterns()),
                        new FileChooser.ExtensionFilter(TEXTS.get("picture.dialog.all"), "*.*"));
        List<File> files = chooser.showOpenMultipleDialog(place.getScene().getWindow());
        if (files != null) {
            film.openFiles(files.stream().map(File::toPath).toList());
        }
    }

    /** Asks for a folder and opens its pictures. */
    void chooseFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(TEXTS.get("picture.dialog.folder"));
        File folder = chooser.showDialog(place.getScene().getWindow());
        if (folder != null) {
            film.openFolder(folder.toPath());
        }
    }

    /** Opens the clipboard's picture, or its files. */
    void paste() {
        if (!open(Clipboard.getSystemClipboard(), TEXTS.get("picture.clipboard"))) {
            actions.refusePicture(TEXTS.get("picture.clipboard.none"));
        }
    }

    private boolean open(Clipboard content, String title) {
        if (content.hasFiles()) {
            List<File> files = content.getFiles();
            if (!files.isEmpty()) {
                film.openFiles(files.stream().map(File::toPath).toList());
                return true;
            }
        }
        Image image = content.hasContent(DataFormat.IMAGE) ? content.getImage() : null;
        if (image == null) {
            return false;
        }
        actions.openPicture(title, () -> Pixels.picture(image));
        return true;
    }

    private void key(KeyEvent event) {
        if (PASTE.match(event)) {
            paste();
            event.consume();
        } else if (OPEN.match(event)) {
            chooseFiles();
            event.consume();
        }
    }

    /** Whether dropped files are for this place; a folder, a model file and files of runs are the window's. */
    static boolean mayBePicture(List<File> files) {
        if (files.isEmpty()) {
            return false;
        }
        if (files.size() > 1) {
            return files.stream().anyMatch(file -> !isRun(file));
        }
        File only = files.get(0);
        return !hasEnding(only, ".sdp") && !isRun(only) && !only.isDirectory();
    }

    private static boolean isRun(File file) {
        return hasEnding(file, ".sdprun");
    }

    private static boolean hasEnding(File file, String ending) {
        return file.getName().toLowerCase(Locale.ROOT).endsWith(ending);
    }

    private static boolean forThisPlace(Dragboard board) {
        return board.hasFiles() ? mayBePicture(board.getFiles()) : board.hasImage();
    }

    private void over(DragEvent event) {
        if (forThisPlace(event.getDragboard())) {
            event.acceptTransferModes(TransferMode.COPY);
            place.pseudoClassStateChanged(DROP_TARGET, true);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        place.pseudoClassStateChanged(DROP_TARGET, false);
        if (!forThisPlace(event.getDragboard())) {
            return;
        }
        boolean opened = open(event.getDragboard(), TEXTS.get("picture.dropped"));
        if (!opened) {
            actions.refusePicture(TEXTS.get("picture.dropped.none"));
        }
        event.setDropCompleted(opened);
        event.consume();
    }
}
