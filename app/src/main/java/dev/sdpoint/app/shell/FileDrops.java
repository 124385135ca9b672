package dev.sdpoint.app.shell;

import dev.sdpoint.app.text.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/** Lets a model file, a data folder, or files of recorded runs be dropped on the window. Other files are left to the places. */
final class FileDrops {
    private static final Texts TEXTS = Texts.of(FileDrops.class);

    private FileDrops() {}

    /** What a dropped file is for. */
    enum Kind {
        MODEL,
        DATA,
        RUNS;

        /** What happens at a drop. */
        String hint() {
            return switch (this) {
                case MODEL -> TEXTS.get("drop.model");
                case DATA -> TEXTS.get("drop.data");
                case RUNS -> TEXTS.get("drop.runs");
            };
        }
    }

    /** What is done with what was dropped. JavaFX thread. */
    interface Receiver {
        void openModel(Path file);

        void openData(Path folder);

        void takeInRuns(List<Path> files);
    }

    /**
     * Installs it.
     *
     * @param target takes the drops
     * @param hover hears what would happen, or empty when nothing would
     * @param receiver hears of every drop
     */
    static void install(Node target, Consumer<Optional<Kind>> hover, Receiver receiver) {
        // a place that takes a drop for itself lets nothing of it come up to here
        target.addEventFilter(DragEvent.DRAG_OVER, event -> hover.accept(Optional.empty()));
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
                List<Path> paths = event.getDragboard().getFiles().stream()
                        .map(File::toPath)
                        .toList();
                switch (kind.get()) {
                    case MODEL -> receiver.openModel(paths.get(0));
                    case DATA -> receiver.openData(paths.get(0));
                    case RUNS -> receiver.takeInRuns(paths);
                }
                event.setDropCompleted(true);
                event.consume();
            }
        });
    }

    /** What a list of files is for: one model file, one folder, or any number of files of runs. */
    static Optional<Kind> kind(List<File> files) {
        if (!files.isEmpty() && files.stream().allMatch(file -> hasEnding(file, ".sdprun"))) {
            return Optional.of(Kind.RUNS);
        }
        if (files.size() != 1) {
            return Optional.empty();
        }
        if (files.get(0).isDirectory()) {
            return Optional.of(Kind.DATA);
        }
        return hasEnding(files.get(0), ".sdp") ? Optional.of(Kind.MODEL) : Optional.empty();
    }

    private static boolean hasEnding(File file, String ending) {
        return file.getName().toLowerCase(Locale.ROOT).endsWith(ending);
    }

    private static Optional<Kind> kind(Dragboard board) {
        return board.hasFiles() ? kind(board.getFiles()) : Optional.empty();
    }
}
