package dev.sdpoint.app.shell;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/** Lets a model file or a data folder be dropped on the window. Other files are left to the places. */
final class FileDrops {
    private FileDrops() {}

    /** What a dropped file is for. */
    enum Kind {
        MODEL,
        DATA
    }

    /**
     * Installs it.
     *
     * @param target takes the drops
     * @param hover hears what would happen, or empty when nothing would
     * @param model opens a model file
     * @param data opens a folder
     */
    static void install(Node target, Consumer<Optional<Kind>> hover, Consumer<Path> model, Consumer<Path> data) {
        target.setOnDragOver(event -> {
            Optional<Kind> kind = kind(event.getDragboard());
            if (kind.isPresent()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
            hover.accept(kind);
        });
        target.addEventFilter(DragEvent.DRAG_EXITED_TARGET, event -> {
            if (event.getTarget() == target) {
                hover.accept(Optional.empty());
            }
        });
        target.setOnDragExited(event -> hover.accept(Optional.empty()));
        target.setOnDragDropped(event -> {
            hover.accept(Optional.empty());
            Optional<Kind> kind = kind(event.getDragboard());
            if (kind.isPresent()) {
                Path path = event.getDragboard().getFiles().get(0).toPath();
                (kind.get() == Kind.MODEL ? model : data).accept(path);
                event.setDropCompleted(true);
                event.consume();
            }
        });
    }

    /** What a list of files is for: one model file, or one folder. */
    static Optional<Kind> kind(List<File> files) {
        if (files.size() != 1) {
            return Optional.empty();
        }
        Path path = files.get(0).toPath();
        if (Files.isDirectory(path)) {
            return Optional.of(Kind.DATA);
        }
        boolean model = path.toString().toLowerCase(Locale.ROOT).endsWith(".sdp");
        return model ? Optional.of(Kind.MODEL) : Optional.empty();
    }

    private static Optional<Kind> kind(Dragboard board) {
        return board.hasFiles() ? kind(board.getFiles()) : Optional.empty();
    }
}
